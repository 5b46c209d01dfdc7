// Package schemaorg writes what a page states as linked data: JSON-LD in the
// vocabulary of schema.org, whose own pages say what each type and property
// means.
//
// In come plain values, out goes the text of one script. Properties that are
// empty are left out. It knows nothing of entries or pages, and it decides
// nothing: what a page may claim is view's and site's to say.
package schemaorg
