// Package lexicon understands what people type into a search box: which of it
// is a filter, which are words to look for, and what else means the same.
//
// In come the words of a site (a Lexicon, which the site fills from its
// vocabularies) and a text. Out goes a Reading: filters that are certain (a
// city, a degree, money, a size, a year, a status, a document number), and the
// words that are left, each with its synonyms, without those that only ask.
//
// It never looks into documents: whether a reading finds anything is for the
// search to say, which can ask again for a reading without some filters. It
// never errs: any text has a reading.
package lexicon
