// Package impact tells what a change of the source does to readers.
//
// In come two versions of a source folder, each as Read plans it, and phrases
// that readers search for. Out comes a Report: pages added, removed and
// redirected, fields that readers rely on with their old and new values, how
// much of the texts is new, translations left behind, and what is found
// elsewhere for the same phrase; and findings where money, dates or conditions
// changed and no change note says so, or where a page vanishes without a word.
// It is printed as text, or as Markdown for the comment of a review.
//
// It never writes but to the io.Writer it is given and to a temporary index,
// and never judges whether a change is right.
package impact
