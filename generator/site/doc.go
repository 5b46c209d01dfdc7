// Package site decides all that will exist: every URL with its payload, every
// list, hub, feed, calendar and data file, every redirect, and the documents of
// the index. It frames pages and puts them in order; what an entry says on its page
// and in lists comes from view.
//
// In come a Library, a Config, a Theme's strings and the moment of the build.
// Out comes a Site: pages to be rendered and files to be written, in a fixed
// order, the same for the same inputs.
//
// What a plan found out about an entry, and what was written about it for the
// search, a Memory keeps for the next plan: as long as the entry in each
// language, the conversions of its texts and what replaces it are the very same,
// and no answer about it changes with the moment. All that is many times an
// entry (pages, files, counts) is made when it is asked for.
//
// It never writes, never renders a template, never reads the clock, and puts
// nothing on a page that the Library does not hold.
package site
