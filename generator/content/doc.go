// Package content is what editors write, typed: communities with their homes,
// policies with their benefits, guides, jobs, events and pages, and the
// vocabularies they draw on.
//
// In come a file system with content/, the configuration and the moment of the
// build. Out comes a Library: every entry valid, every term and reference
// resolved and linked from both sides, in a fixed order; or the findings of
// all files at once.
//
// A load goes: read (memory.go, files.go, decode.go; load_vocab.go), check each
// file by itself (check.go and its sisters), compare all (duplicates.go), take what
// is published, link (link.go), translate (translate.go). A Memory keeps what
// each step made of each file; the next load repeats it only where what it was
// made from is another. There is no second way: a load from nothing is one with
// an empty Memory.
//
// It never writes, never reads the clock or the network, never follows a link
// out of content/, and does not know URLs, pages or the index. A Library does
// not change once made; goroutines share it.
package content
