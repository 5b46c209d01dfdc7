// Package hanzi knows Chinese characters: it folds text so that two spellings
// of the same words compare equal, and cuts, measures, romanises and compares it.
//
// In comes text. Out goes folded text with the place in the source of each
// rune (NFKC, width, case, traditional to simplified); the runs of one script in
// it; how folded text is read in pinyin, syllable by syllable, with the reading that a character has in its
// word; the number that folded text begins with; whether two characters are
// easily mistaken for each other; how many cells a rune takes on a terminal; and
// text composed for an address. For drafts, text of unknown encoding is decoded,
// freed from readings in brackets and put into simplified characters.
//
// Folding is for comparing and never for reading: what is shown is cut from the
// source, or put into simplified characters by Simplified, which minds words. It knows words only where they
// tell how a character is read.
package hanzi
