// Package data says entries as JSON, for other programs.
//
// In come a Library, its views and the site's address. Out go files: all
// entries of a kind, each entry by itself, the homes of all communities, the
// vocabularies with what every value is called, an index of all this, and the
// JSON Schemas. Fields have their names in YAML and their order there; dates
// are given, never a status, which depends on the moment of asking; of what was
// withdrawn only that it was.
//
// Each file is made when its bytes are asked for. It never writes, and adds no fact that the Library does not hold.
package data
