// Package server answers HTTP over one release: its static files, /search and
// fragments of it, /api/v1/search and /api/v1/suggest, health.
//
// In come requests and a release folder, opened and verified. Out go files
// with the right type and caching, result pages made by the release's own
// layouts, JSON, and errors as RFC 9457 asks. When the folder's manifest
// changes, the new release is opened, verified and warmed before one pointer
// moves; requests in flight finish on the old one.
//
// It never serves what does not verify, never serves /_release/, never writes,
// and never logs what people search for.
package server
