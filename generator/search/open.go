package search

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
	"anju/generator/suggest"
)

// ErrMixed says that the files in the folder of an index are not of one index:
// another was put into its place while it was opened.
var ErrMixed = errors.New("parts of different indexes")

// Searcher answers queries on an index. It is safe for concurrent use.
type Searcher struct {
	opened   []io.Closer // in the order that they were opened in
	inverted inverted
	texts    texts
	docs     []record           // by id
	average  map[string]float64 // tokens of a field per document

	fingerprint string

	columns [facetCount]column // status and window are empty here
	own     map[string][]facet // by type: those only some kinds have, that a document of the type bears
	all     []uint32           // every place in docs

	lexicon *lexicon.Reader
	words   lexicon.Lexicon // what it reads
	names   *suggest.Index

	isName   bag             // titles, aliases and words of vocabularies, folded and compact
	isFilter map[string]bool // the names of cities and degrees, likewise

	pool  sync.Pool // of *scratch
	said  sync.Map  // what says found: label → bool
	cache cache

	present atomic.Pointer[present] // the last moment asked about
}

// Open opens the index that Build wrote into dir, for reading only: it changes
// no file, and any number of processes may have it open. It errs if the index
// is of another mapping or folding, or lacks documents, and with ErrMixed if a
// part is of another index.
func Open(dir string) (*Searcher, error) {
	c, err := readCatalogue(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the index in %s: %w", dir, err)
	}
	s := &Searcher{docs: c.Records, average: c.Average, fingerprint: c.Fingerprint, isName: namesOf(c)}
	s.speak(c.Lexicon)
	if err := s.open(dir, c.Size); err != nil {
		return nil, fmt.Errorf("opening the index in %s: %w", dir, errors.Join(err, s.Close()))
	}
	s.columns = newColumns(s.docs)
	for i := range s.docs {
		s.docs[i].Facets = nil // now in the columns
	}
	s.tabulate()
	return s, nil
}

// speak takes the words of a lexicon for those of the site.
func (s *Searcher) speak(lex lexicon.Lexicon) {
	s.lexicon, s.words, s.isFilter = lexicon.NewReader(lex), lex, make(map[string]bool)
	for _, t := range lex.Terms {
		if t.Facet == facetNames[cityFacet] || t.Facet == facetNames[degreeFacet] {
			for _, name := range t.Names {
				s.isFilter[hanzi.Compact(hanzi.FoldString(name))] = true
			}
		}
	}
}

// tabulate makes what has a place for each document, given the columns.
func (s *Searcher) tabulate() {
	s.pool.New = func() any { return newScratch(len(s.docs)) }
	s.all = make([]uint32, len(s.docs))
	for i := range s.docs {
		s.all[i] = uint32(i)
	}
	s.own = make(map[string][]facet)
	for f := commonFacets; f < facetCount; f++ {
		for _, doc := range s.all {
			kind := s.docs[doc].Kind
			if len(s.columns[f].of(doc)) > 0 && !slices.Contains(s.own[kind], f) {
				s.own[kind] = append(s.own[kind], f)
			}
		}
	}
}

// Fingerprint tells which index it is: it is what Build was given.
func (s *Searcher) Fingerprint() string { return s.fingerprint }

// namesOf are all names of documents, and all words of vocabularies that any
// document bears.
func namesOf(c catalogue) bag {
	names := bag{base: make(map[string]int)}
	for _, w := range c.Words {
		names.base[w]++
	}
	for i := range c.Records {
		for _, name := range c.Records[i].Names {
			names.base[name]++
		}
	}
	return names
}

// bag holds strings several times, and may be a change to one that stays.
type bag struct{ base, change map[string]int }

func (b bag) has(s string) bool { return b.base[s]+b.change[s] > 0 }

func (s *Searcher) open(dir string, textSize int64) (err error) {
	if s.names, err = openNames(dir, s.fingerprint); err != nil {
		return err
	}
	if err := s.openTexts(dir, textSize); err != nil {
		return err
	}
	if len(s.docs) == 0 {
		return nil
	}
	if err := s.openBleve(dir); err != nil {
		return err
	}
	s.inverted.place, err = places(s.inverted.reader, len(s.docs))
	return err
}

func openNames(dir, fingerprint string) (*suggest.Index, error) {
	b, err := os.ReadFile(filepath.Join(dir, namesFile))
	if err != nil {
		return nil, err
	}
	var stored storedNames
	if err := json.Unmarshal(b, &stored); err != nil {
		return nil, fmt.Errorf("%s is damaged: %w", namesFile, err)
	}
	if stored.Fingerprint != fingerprint {
		return nil, fmt.Errorf("%w: %s", ErrMixed, namesFile)
	}
	return suggest.New(stored.Names), nil
}

func (s *Searcher) openTexts(dir string, size int64) error {
	file, err := os.Open(filepath.Join(dir, textsFile))
	if err != nil {
		return err
	}
	s.opened = append(s.opened, file)
	s.texts = texts{file: file, size: size}
	want := textsHeader(s.fingerprint)
	header := make([]byte, len(want))
	if _, err := file.ReadAt(header, 0); err != nil {
		return err
	}
	if !bytes.Equal(header, want) {
		return fmt.Errorf("%w: %s", ErrMixed, textsFile)
	}
	if info, err := file.Stat(); err != nil || info.Size() != size {
		return errors.Join(err, fmt.Errorf("%s is not %d bytes long", textsFile, size))
	}
	return nil
}

func (s *Searcher) openBleve(dir string) error {
	// Without the timeout bleve waits for a lock for ever.
	idx, err := bleve.OpenUsing(filepath.Join(dir, bleveFolder),
		map[string]any{"read_only": true, "bolt_timeout": "1s"})
	if err != nil {
		return err
	}
	s.opened = append(s.opened, idx) // not before: on failure idx holds a pointer to nothing
	advanced, err := idx.Advanced()
	if err != nil {
		return err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return err
	}
	s.opened, s.inverted.reader = append(s.opened, reader), reader
	own, err := reader.TermFieldReader(context.Background(), []byte(s.fingerprint), fingerprintField, false, false, false)
	if err != nil {
		return err
	}
	defer own.Close()
	if own.Count() != uint64(len(s.docs)) {
		return fmt.Errorf("%w: %s", ErrMixed, bleveFolder)
	}
	return nil
}

// places maps bleve's document numbers, which are random within a batch, to
// places in the order of ids.
func places(r index.IndexReader, n int) ([]uint32, error) {
	ids, err := r.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer ids.Close()
	out := make([]uint32, n)
	for {
		number, err := ids.Next()
		if err != nil || number == nil {
			return out, err
		}
		id, err := r.ExternalID(number)
		if err != nil {
			return nil, err
		}
		place, err := strconv.Atoi(id)
		if err != nil || place >= n || number.Value() >= uint64(n) {
			return nil, fmt.Errorf("the index holds a document %q that is not beside it", id)
		}
		out[number.Value()] = uint32(place)
	}
}

// Close releases the files of the index. It waits for nobody: the caller sees
// to it that no search is under way.
func (s *Searcher) Close() error {
	var errs []error
	for _, c := range slices.Backward(s.opened) {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}
