// Package markdown turns one Markdown document into safe HTML.
//
// In come the text, where it stands (file and first line) and a function that
// resolves links; out come HTML, headings with stable ids, links and images
// with positions, and plain text by section, all from one parse, so that a page
// and the search index cannot disagree. Ids of headings come from their Chinese
// text itself, or are chosen behind it: {#id}. A text that is divided comes whole
// and by part, from the same parse.
//
// It never passes raw HTML through, never emits a style attribute (the content
// security policy forbids it), and refuses what the parser would choke on:
// documents of more than 1 MB and long runs of emphasis delimiters.
package markdown
