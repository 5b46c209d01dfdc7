// Package impact tells what a change of the source does to readers.
//
// In come two planned sites, before and after. Out comes a Report: pages added,
// removed and redirected, fields that readers rely on with their old and new
// values, what is found elsewhere for the same question; and findings where
// money, dates or conditions changed and no change note says so. It is printed
// as text, or as Markdown for the comment of a review. It never writes, and never
// judges whether a change is right.
package impact
