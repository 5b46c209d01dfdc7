package author

import (
	"bytes"
	"errors"
	"path"
	"slices"

	"anju/generator/content"
	"anju/generator/strictyaml"
)

// ErrNoEntry says that a file is neither an entry nor a vocabulary.
var ErrNoEntry = errors.New("no entry and no vocabulary")

// Canonical is the text of a file with its fields in the order of the schema.
// name is where it stands in the source folder. Of an entry all but its fields
// stays as it is, to the byte. Where the fields cannot be arranged, text comes back as
// it is, with the reason: ErrNoEntry, strictyaml.ErrBroken or strictyaml.ErrAlias.
func Canonical(name string, text []byte) ([]byte, error) {
	t, translation, ok := content.TypeAt(name)
	if !ok {
		return text, ErrNoEntry
	}
	if path.Ext(name) == ".yaml" {
		return strictyaml.Canonical(text, t, translation)
	}
	front, _, _, _, ok := strictyaml.FrontMatter(text)
	if !ok {
		return text, strictyaml.ErrBroken
	}
	arranged, err := strictyaml.Canonical(front, t, translation)
	if err != nil {
		return text, err
	}
	from := bytes.IndexByte(text, '\n') + 1 // below the line of ---
	return slices.Concat(text[:from], arranged, text[from+len(front):]), nil
}
