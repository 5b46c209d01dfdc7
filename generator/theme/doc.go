// Package theme is the contract between what the site says and how it looks.
//
// In come payloads (Frame and the page types here, filled by site and server)
// and the files of a theme folder over those of the embedded default: layouts
// (html/template), strings by language, assets. Out go HTML and the assets
// under fingerprinted names.
//
// All layouts are parsed once, with a closed set of functions; one that asks
// for a field or a string that does not exist is a finding, not an empty place
// on a page. Fragments are partials of the search page that the endpoint also
// answers alone. The room never computes content, reads no file but the theme's,
// and layouts can reach nothing but their payload.
package theme
