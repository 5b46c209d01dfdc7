package content

import (
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"anju/generator/diag"
)

// vocabFolder holds the vocabularies, under Root.
const vocabFolder = "vocab"

// vocabFile is one vocabulary: its file's name and where its terms go.
type vocabFile struct {
	document
	name string
	into any
	refs []reference
}

// vocabularies is Vocab with the places of its fields.
type vocabularies struct {
	Vocab
	files   []*vocabFile
	found   diag.List // what reading them found
	terms   terms
	version int // of Vocab
	checked checked
}

// loadVocab reads every file of content/vocab. A vocabulary without a file is
// empty: entries that use its terms will be told. before is what was read the
// last time, or nil.
func loadVocab(fsys fs.FS, before *vocabularies) *vocabularies {
	v := &vocabularies{version: 1}
	v.files = []*vocabFile{
		{name: "cities", into: &v.Cities}, {name: "audiences", into: &v.Audiences},
		{name: "benefits", into: &v.Benefits}, {name: "amenities", into: &v.Amenities},
		{name: "facilities", into: &v.Facilities}, {name: "degrees", into: &v.Degrees},
		{name: "industries", into: &v.Industries}, {name: "tags", into: &v.Tags},
		{name: "operators", into: &v.Operators}, {name: "brands", into: &v.Brands},
		{name: "topics", into: &v.Topics}, {name: "synonyms", into: &v.Synonyms}, {name: "gaps", into: &v.Gaps},
	}
	for _, f := range v.files {
		v.found = append(v.found, f.load(fsys)...)
	}
	v.found = append(v.found, v.strangers(fsys)...)
	v.terms = newTerms(v)
	if before != nil {
		v.version = before.version
	}
	if before != nil && !reflect.DeepEqual(v.Vocab, before.Vocab) {
		v.version++
	}
	return v
}

func vocabPath(name string) string { return path.Join(Root, vocabFolder, name+".yaml") }

func (f *vocabFile) load(fsys fs.FS) diag.List {
	name := vocabPath(f.name)
	if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	text, list := read(fsys, name)
	if list != nil {
		f.document = unreadable(list)
		return list
	}
	f.document = parse(name, text, 1)
	f.diag = append(f.diag, f.doc.Decode(f.into)...)
	f.refs = referencesIn(f.into, f.document)
	return f.diag
}

// strangers tells files that are no vocabulary: a misspelt name would
// otherwise be an empty one.
func (v *vocabularies) strangers(fsys fs.FS) (list diag.List) {
	entries, err := fs.ReadDir(fsys, path.Join(Root, vocabFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diag.List{notRead(diag.Pos{File: path.Join(Root, vocabFolder)}, err)}
	}
	names := make([]string, len(v.files))
	for i, f := range v.files {
		names[i] = f.name + ".yaml"
	}
	for _, e := range entries {
		name := e.Name()
		pos := diag.Pos{File: path.Join(Root, vocabFolder, name)}
		switch {
		case strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~"):
		case !slices.Contains(names, name):
			hint := hintVocabFile.With(listed(names))
			list = append(list, codeVocabFile.At(pos, name).Hinted(hint).Hinted(diag.DidYouMean(name, names)))
		}
	}
	return list
}

// CityRank returns the place of the city of slug in the vocabulary, or -1.
func (v *Vocab) CityRank(slug string) int {
	for i := range v.Cities {
		if v.Cities[i].Slug == slug {
			return i
		}
	}
	return -1
}

// City returns the city of slug, or a zero City.
func (v *Vocab) City(slug string) City {
	if i := v.CityRank(slug); i >= 0 {
		return v.Cities[i]
	}
	return City{}
}
