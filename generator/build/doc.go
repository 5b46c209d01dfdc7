// Package build runs the pipeline once: load, plan, render, index, publish. It
// only calls the other rooms, and tells progress and timings. One error
// anywhere, and nothing is published.
//
// A Planner plans one source again and again. What it need not do again, content
// and site remember: each has a Memory that says what it remembers and as long
// as what.
package build
