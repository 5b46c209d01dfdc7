package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// Searcher answers queries on an index. It is safe for concurrent use.
type Searcher struct {
	bleve   bleve.Index       // nil where there are no documents
	reader  index.IndexReader // nil likewise
	texts   *os.File
	docs    []record           // by id
	ordinal []uint32           // bleve's document number → place in docs
	average map[string]float64 // tokens of a field per document
	columns [facetCount]column // status and window are empty here

	present atomic.Pointer[present] // the last moment asked about
}

// Open opens the index that Build wrote into dir, for reading only: it changes
// no file, and any number of processes may have it open. It errs if the index
// is of another mapping or folding, or lacks documents.
func Open(dir string) (*Searcher, error) {
	c, err := readCatalogue(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the index in %s: %w", dir, err)
	}
	s := &Searcher{docs: c.Records, average: c.Average}
	if err := s.open(dir, c.Size); err != nil {
		return nil, fmt.Errorf("opening the index in %s: %w", dir, errors.Join(err, s.Close()))
	}
	s.columns = newColumns(s.docs)
	for i := range s.docs {
		s.docs[i].Facets = nil // now in the columns
	}
	return s, nil
}

func (s *Searcher) open(dir string, textSize int64) (err error) {
	if s.texts, err = os.Open(filepath.Join(dir, textsFile)); err != nil {
		return err
	}
	if info, err := s.texts.Stat(); err != nil || info.Size() != textSize {
		return errors.Join(err, fmt.Errorf("%s is not %d bytes long", textsFile, textSize))
	}
	if len(s.docs) == 0 {
		return nil
	}
	// Without the timeout bleve waits for a lock for ever.
	idx, err := bleve.OpenUsing(filepath.Join(dir, bleveFolder),
		map[string]any{"read_only": true, "bolt_timeout": "1s"})
	if err != nil {
		return err
	}
	s.bleve = idx // not before: on failure idx holds a pointer to nothing
	advanced, err := s.bleve.Advanced()
	if err != nil {
		return err
	}
	if s.reader, err = advanced.Reader(); err != nil {
		return err
	}
	s.ordinal, err = ordinals(s.reader, len(s.docs))
	return err
}

// ordinals maps bleve's document numbers, which are random within a batch, to
// places in the order of ids.
func ordinals(r index.IndexReader, n int) ([]uint32, error) {
	if count, err := r.DocCount(); err != nil || count != uint64(n) {
		return nil, errors.Join(err, fmt.Errorf("the index has %d documents, %d stand beside it", count, n))
	}
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
	if s.reader != nil {
		errs = append(errs, s.reader.Close())
	}
	if s.bleve != nil {
		errs = append(errs, s.bleve.Close())
	}
	if s.texts != nil {
		errs = append(errs, s.texts.Close())
	}
	return errors.Join(errs...)
}

// text reads what a document says, by language.
func (s *Searcher) text(doc uint32) (map[string]Text, error) {
	r := &s.docs[doc]
	b := make([]byte, r.Len)
	if _, err := s.texts.ReadAt(b, r.At); err != nil {
		return nil, fmt.Errorf("reading the text of %s: %w", r.ID, err)
	}
	var text map[string]Text
	if err := json.Unmarshal(b, &text); err != nil {
		return nil, fmt.Errorf("the text of %s is damaged: %w", r.ID, err)
	}
	return text, nil
}
