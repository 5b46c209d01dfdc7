// Package lock keeps the record of what has been published: every entry and
// the places in its text that addresses may name, so that no link from outside
// breaks unnoticed.
//
// In come the bytes of content/published.lock, sorted lines of
// "KIND:ID LANG ANCHOR…", and what a site is about to publish. Out come the
// findings of what would vanish without a redirect or a word, and the bytes of
// the next record. It never writes, and never forgets a line by itself.
package lock
