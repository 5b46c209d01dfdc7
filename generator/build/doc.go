// Package build runs the pipeline once: load, plan, render, index, publish. It
// only calls the other rooms, and tells progress and timings. One error
// anywhere, and nothing is published.
package build
