// Package view shows one entry in one language, as readers meet it.
//
// In come a Library, a Theme's strings, the moment of the build and the
// languages. Out comes a View for each language, which gives of an entry the
// whole page, the card, a home's own card, its benefits, figures and measures as
// parts of other pages, the converted text, what it states as linked data, the
// words that search reads, the address, and the entries that it is linked with,
// by its fields or its text.
// All that a page says passes here: names of slugs, dates, money and figures as
// people write them, what holds at the moment, what a reader must be told
// first, and where a source is silent.
//
// A Memory keeps the conversions of texts from one making of views to the next:
// as long as the entry is the very same, and every link of its text to another
// entry leads where it led.
//
// It never decides what exists or in which order, but for what an entry is
// linked with: lists, hubs, feeds and what frames a page are site's. It never
// writes, never renders a template, never reads the clock, and says nothing
// that the Library does not hold. Once made, a View does not change and serves
// any number of goroutines.
package view
