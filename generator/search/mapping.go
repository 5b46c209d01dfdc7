package search

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
)

// MappingVersion changes with the fields, the analysis or the files beside the
// index: an index of another version is not opened but built anew.
const MappingVersion = 6

// bleveVersion is the version in go.mod; a test compares the two.
const bleveVersion = "v2.6.3"

// BleveVersion is the version of bleve that wrote the index.
func BleveVersion() string { return bleveVersion }

// batchSize is how many documents the builder puts into a segment before all
// are merged into one. A thousand was among the cheapest from 100 to 20,000 and
// keeps the memory of a build of 10,000 documents under 300 MB.
const batchSize = 1000

// The fields of the index. uni holds single Han characters of title, aliases
// and tag words, for queries of one character, which no bigram can answer.
const (
	titleField   = "title"
	aliasField   = "alias"
	numberField  = "number"
	tagField     = "tag"
	headingField = "heading"
	bodyField    = "body"
	uniField     = "uni"

	// fingerprintField holds in every document the fingerprint of the index. It is
	// not scored. All indexes have the same names of files, so what a file of bleve
	// belongs to can be told by its content alone.
	fingerprintField = "fingerprint"
)

// indexed is a document as bleve sees it: folded text by field. A struct, not a
// map, so that the fields keep their order in every build.
type indexed struct {
	Title   string `json:"title"`
	Alias   string `json:"alias"`
	Number  string `json:"number"`
	Tag     string `json:"tag"`
	Heading string `json:"heading"`
	Body    string `json:"body"`
	Uni     string `json:"uni"`

	Fingerprint string `json:"fingerprint"`
}

func (d *indexed) text(field string) string {
	switch field {
	case titleField:
		return d.Title
	case aliasField:
		return d.Alias
	case numberField:
		return d.Number
	case tagField:
		return d.Tag
	case headingField:
		return d.Heading
	case uniField:
		return d.Uni
	}
	return d.Body
}

const analyzerName = "anju"

// bleve finds analyzers by name only, in a registry of its own.
func init() {
	err := registry.RegisterAnalyzer(analyzerName,
		func(map[string]any, *registry.Cache) (analysis.Analyzer, error) { return analyzer{}, nil })
	if err != nil {
		panic(err) // cannot happen: nobody else takes the name
	}
}

type analyzer struct{}

// Analyze cuts folded text into tokens. Places are left out: nothing that is
// kept of a token needs them. The tokens of a text lie together, and so do
// their terms: a build makes some hundred tokens for every document.
func (analyzer) Analyze(text []byte) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, len(text)/3)
	all := make([]analysis.Token, 0, len(text)/3)
	terms := make([]byte, 0, 2*len(text)) // each character is in two bigrams
	for term := range tokens(string(text)) {
		start := len(terms)
		terms = append(terms, term...)
		all = append(all, analysis.Token{Term: terms[start:len(terms):len(terms)], Position: len(all) + 1})
		out = append(out, &all[len(all)-1])
	}
	return out
}

// indexMapping keeps postings with frequencies and lengths, nothing else.
// Stored text, doc values, term vectors and the catch-all field, bleve's
// defaults, make the index five times as large and the build twice as slow.
func indexMapping() mapping.IndexMapping {
	doc := bleve.NewDocumentStaticMapping()
	for _, f := range scored {
		text := lean(bleve.NewTextFieldMapping())
		text.Analyzer = analyzerName
		doc.AddFieldMappingsAt(f.name, text)
	}
	fingerprint := lean(bleve.NewKeywordFieldMapping())
	fingerprint.SkipFreqNorm = true
	doc.AddFieldMappingsAt(fingerprintField, fingerprint)
	doc.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.DefaultAnalyzer = analyzerName
	return m
}

// lean leaves of a field nothing but its postings.
func lean(f *mapping.FieldMapping) *mapping.FieldMapping {
	f.Store, f.DocValues, f.IncludeTermVectors, f.IncludeInAll = false, false, false, false
	return f
}
