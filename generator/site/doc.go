// Package site decides all that will exist: every URL with its payload, every
// list, hub, feed, calendar and data file, every redirect, and the documents of
// the index. It frames pages and puts them in order; what an entry says on its page
// and in lists comes from view.
//
// In come a Library, a Config, a Theme's strings and the moment of the build.
// Out comes a Site: pages to be rendered and files to be written, in a fixed
// order, the same for the same inputs.
//
// It never writes, never renders a template, never reads the clock, and puts
// nothing on a page that the Library does not hold.
package site
