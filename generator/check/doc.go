// Package check looks at a planned site as a reader would meet it.
//
// In come a rendered site and where its texts have their links: out come
// findings of links that lead nowhere, anchors that do not exist and missing
// assets. In come its documents and whoever answers queries on them: out come
// findings of what is searched for in its own words and not found. In come its
// entries: out come lists of what waits for editors. In come the texts as
// written and a way to ask other sites: out come findings of addresses that
// lead nowhere any more.
//
// It never writes. It uses the network in External.Ask alone, through the
// http.RoundTripper that it is handed, and never reaches a private address.
package check
