// Package author writes for editors: the beginning of an entry with every field
// explained, a draft of one from pasted text, and the canonical form of front
// matter.
//
// In come texts and what the site knows of its kinds and vocabularies; out come
// bytes, which the hall writes, and a list of what a person has still to find
// out. It never invents a value: what it guesses or gives as an example bears a
// placeholder, with which content publishes nothing. It never drops a comment
// or a field of the editor's own, never copies more of a text than clauses with
// facts, and never touches the disk.
package author
