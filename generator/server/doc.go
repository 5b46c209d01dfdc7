// Package server answers HTTP over one release: its static files, /search and
// fragments of it, /api/v1/search and /api/v1/suggest, health.
//
// In come requests and a release folder, opened and verified. Out go files
// with the right type and caching, result pages made by the release's own
// layouts, JSON, and errors as RFC 9457 asks. When the folder's manifest
// changes, the new release is opened, verified and warmed before one pointer
// moves; requests in flight finish on the old one.
//
// Server does all that for a folder. Endpoint is the part of it that answers on a
// Site, whoever made that: dev has one that was never written.
//
// A Server never serves what does not verify; no Endpoint serves /_release/, writes,
// or logs what people search for.
package server
