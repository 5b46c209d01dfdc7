// Package hanzi knows Chinese characters: it folds text so that two spellings
// of the same words compare equal, and measures and romanises it.
//
// In comes text. Out goes folded text with the place in the source of each
// rune (NFKC, width, case, traditional to simplified), and how many cells a
// rune takes on a terminal.
//
// It never changes text that people will read: folding is for comparing, and
// what is shown is always cut from the source.
package hanzi
