// Package strictyaml decodes YAML into structs, strictly.
//
// In comes the text of a YAML document, or of the front matter of a file, and
// a pointer to a struct whose tags tell the schema once (see Decode). Out come
// the filled struct and every finding at once, with line and column: unknown
// and duplicate keys with the nearest name, wrong types, missing fields, values
// out of range; and the mistakes of people who write Chinese, each named as
// such: a full-width colon, a tab, curly quotes. The same tags give the JSON
// Schema of such a struct (see Schema), and a document to begin with, each field
// explained (see Scaffold).
//
// It never stops at the first mistake, never guesses a value, never expands
// aliases without bound, and knows no field of its own.
package strictyaml
