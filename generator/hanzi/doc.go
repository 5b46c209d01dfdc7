// Package hanzi knows Chinese characters: it folds text so that two spellings
// of the same words compare equal, and cuts, measures, romanises and compares it.
//
// In comes text. Out goes folded text with the place in the source of each
// rune (NFKC, width, case, traditional to simplified); the runs of one script in
// it; how folded text is read in pinyin, syllable by syllable, with the reading that a character has in its
// word; the number that folded text begins with; whether two characters are
// easily mistaken for each other; how many cells a rune takes on a terminal; and
// text composed for an address.
//
// It never changes text that people will read: folding is for comparing, and
// what is shown is always cut from the source. It knows words only where they
// tell how a character is read.
package hanzi
