// Package search makes the bleve index of a release and answers queries on it.
//
// In come Documents, one per entry, with the text of every language, the
// values it can be filtered by and the dates its status is computed from;
// the Lexicon of the site; and a Query, already bounded by ParseParams. Out go a
// folder (the bleve index, and beside it documents, lexicon and names) and
// Results: what the text was understood as, hits with marked titles and
// snippets, exact totals and facet counts, other spellings, and on demand every
// id of an answer and why it stands where it does. While a text is being typed,
// Suggestions complete it.
//
// While documents are being edited, a Reviser answers as an index built anew
// would, without building one: what stayed is looked up in the index, what
// changed in an overlay beside it, and whatever is counted over all documents
// is counted again by what came and what left.
//
// The writer and the reader of the folder stand here together, for the format
// is theirs alone. Text is folded (NFKC, width, case, traditional to
// simplified) and cut into bigrams of Han characters and words of others, the
// same way for documents and queries.
//
// It never lets users' text near a query-string parser, never runs a fuzzy or
// pattern query (a single Chinese character is looked up as the beginning of at
// most 64 bigrams), never reads the clock (the moment is in the Query), and
// never writes to an index that it has opened.
package search
