// Package results makes the page that answers a search, and the options that
// complete one.
//
// In come a Query as asked, its Result, and the frame and strings of the
// release. Out goes a theme.SearchPage: hits in readers' words, what was
// understood and what was given up, facets, chips and pages as plain links, and
// where nothing was found what leads on. Everything works without a script.
//
// It never asks the index, knows no HTTP, and puts no parameter into a link
// that neither the Query nor the Result holds, but for literal=1 where what was
// read out of a text is taken off.
package results
