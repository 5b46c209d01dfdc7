// Package content is what editors write, typed: communities with their homes,
// policies with their benefits, guides, jobs, events and pages, and the
// vocabularies they draw on.
//
// In come a file system with content/, the configuration and the moment of the
// build. Out comes a Library: every entry valid, every term and reference
// resolved and linked from both sides, in a fixed order; or the findings of
// all files at once.
//
// It never writes, never reads the clock or the network, never follows a link
// out of content/, and does not know URLs, pages or the index. A Library does
// not change once made; goroutines share it.
package content
