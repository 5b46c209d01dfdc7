// Package results makes the page that answers a search.
//
// In come a Query as understood, its Result, and the frame and strings of the
// release. Out goes a theme.SearchPage: hits in readers' words, facets, chips
// and pages as plain links, so that everything works without a script.
//
// It never asks the index, knows no HTTP, and puts no parameter into a link
// that the Query does not hold.
package results
