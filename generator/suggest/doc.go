// Package suggest knows the names of a site by how they begin, how they sound
// and how they look: it completes what is being typed and says what may have
// been meant.
//
// In come names (titles, aliases, vocabulary words) and what is said under them
// once, and pieces of text. Out go names that a text begins, in characters,
// pinyin or initials, and corrected spellings of a text: whatever is replaced in
// one stands in some name, or begins or ends a clause of what is said, each
// character beside its neighbour, each word of letters as a whole.
//
// Where a few names change, a Reviser makes the Index that all of them prepared
// anew would give.
//
// It never ranks documents and never says that a correction finds anything:
// the search tries it.
package suggest
