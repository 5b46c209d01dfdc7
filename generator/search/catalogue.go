package search

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
	"anju/generator/suggest"
	"anju/generator/validity"
)

// What stands in the folder of an index.
const (
	bleveFolder   = "bleve"
	catalogueFile = "documents.json" // loaded when the index is opened
	namesFile     = "names.json"     // likewise
	textsFile     = "texts.bin"      // end to end, read hit by hit
)

// catalogue is what is known of an index and its documents, in order of id.
type catalogue struct {
	Mapping     int                `json:"mapping"`
	Folding     string             `json:"folding"`
	Fingerprint string             `json:"fingerprint"` // of the index; all its parts bear it
	Average     map[string]float64 `json:"average"`     // tokens of a field per document; bleve knows only distinct terms
	Size        int64              `json:"size"`        // of the file of texts
	Lexicon     lexicon.Lexicon    `json:"lexicon"`
	Words       []string           `json:"words"` // of vocabularies, that a document bears; folded and compact
	Records     []record           `json:"documents"`
}

// storedNames is the content of the file of names.
type storedNames struct {
	Fingerprint string       `json:"fingerprint"`
	Names       suggest.Data `json:"names"`
}

// record is what filters, facets, sorting and scoring need of a document.
type record struct {
	ID     string          `json:"id"`
	Kind   string          `json:"kind"`
	Names  []string        `json:"names,omitempty"` // titles and aliases, folded and compact
	Number *lexicon.Number `json:"number,omitempty"`

	City   string              `json:"city,omitempty"`
	Shared bool                `json:"shared,omitempty"`
	Facets map[string][]string `json:"facets,omitempty"` // nil once the columns are made

	Year      int              `json:"year,omitempty"`
	Date      validity.Date    `json:"date,omitzero"`
	Amounts   []Range          `json:"amounts,omitempty"`
	Rent      *Range           `json:"rent,omitempty"`
	Area      *Range           `json:"area,omitempty"`
	Available bool             `json:"available,omitempty"`
	Subject   validity.Subject `json:"subject"`

	At  int64 `json:"at"` // the place of its text in the file, in bytes
	Len int   `json:"len"`
}

func newRecord(d *Document, reader *lexicon.Reader) record {
	return record{
		ID: d.ID, Kind: d.Kind, Names: d.foldedNames(), City: d.City, Shared: d.Shared, Facets: d.Facets,
		Year: d.Year, Date: d.Date, Amounts: d.Amounts, Rent: d.Rent, Area: d.Area,
		Available: d.Available, Subject: d.Subject,
		Number: reader.Read(d.Number, lexicon.Numbers).Number,
	}
}

// foldedNames are the titles and aliases of a document, folded and compact.
func (d *Document) foldedNames() (names []string) {
	for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
		if title := d.Text[lang].Title; title != "" {
			names = append(names, hanzi.Compact(hanzi.FoldString(title)))
		}
	}
	for _, alias := range d.Aliases {
		names = append(names, hanzi.Compact(hanzi.FoldString(alias)))
	}
	return names
}

// numbered reports whether the document number is n. Who issued it is often
// not typed.
func (r *record) numbered(n lexicon.Number) bool {
	if r.Number == nil {
		return false
	}
	if n.Issuer == "" {
		n.Issuer = r.Number.Issuer
	}
	return *r.Number == n
}

// named is the share of the constants for the names of the document.
func (r *record) named(query string) float64 {
	share := 0.0
	for _, name := range r.Names {
		switch {
		case name == query:
			return titleEquals
		case strings.Contains(name, query):
			share = titleContains
		}
	}
	return share
}

// readCatalogue refuses what another version of this room has written.
func readCatalogue(dir string) (catalogue, error) {
	var c catalogue
	b, err := os.ReadFile(filepath.Join(dir, catalogueFile))
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("%s is damaged: %w", catalogueFile, err)
	}
	if c.Mapping != MappingVersion {
		return c, fmt.Errorf("the index has mapping %d, this program reads %d", c.Mapping, MappingVersion)
	}
	if c.Folding != hanzi.TableHash() {
		return c, fmt.Errorf("the index was built with another folding table")
	}
	return c, nil
}
