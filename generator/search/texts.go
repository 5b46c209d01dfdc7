package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
)

// textsHeader is how the file of texts begins.
func textsHeader(fingerprint string) []byte { return appendString(nil, fingerprint) }

// appendTexts writes what a document says, by language. Strings and lists have
// their length before them. It is read for every hit, and JSON took longer to
// read than all the rest of a hit to make.
func appendTexts(b []byte, texts map[string]Text) []byte {
	b = binary.AppendUvarint(b, uint64(len(texts)))
	for _, lang := range slices.Sorted(maps.Keys(texts)) {
		t := texts[lang]
		for _, s := range []string{lang, t.URL, t.Title, t.Summary} {
			b = appendString(b, s)
		}
		b = binary.AppendUvarint(b, uint64(len(t.Facts)))
		for _, fact := range t.Facts {
			b = appendString(b, fact)
		}
		b = binary.AppendUvarint(b, uint64(len(t.Sections)))
		for _, s := range t.Sections {
			for _, part := range []string{s.Page, s.Anchor, s.Title, s.Text} {
				b = appendString(b, part)
			}
		}
	}
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// parseTexts reads what appendTexts has written. All strings share one copy of b.
func parseTexts(b []byte) (map[string]Text, error) {
	r := textReader{bytes: b, text: string(b)}
	texts := make(map[string]Text)
	for range r.count() {
		lang := r.string()
		t := Text{URL: r.string(), Title: r.string(), Summary: r.string()}
		if n := r.count(); n > 0 {
			t.Facts = make([]string, n)
		}
		for i := range t.Facts {
			t.Facts[i] = r.string()
		}
		if n := r.count(); n > 0 {
			t.Sections = make([]Section, n)
		}
		for i := range t.Sections {
			t.Sections[i] = Section{Page: r.string(), Anchor: r.string(), Title: r.string(), Text: r.string()}
		}
		texts[lang] = t
	}
	if r.failed || len(r.text) > 0 {
		return nil, errDamaged
	}
	return texts, nil
}

var errDamaged = errors.New("lengths do not fit")

// textReader takes values off the front of a text. After a failure it has
// nothing left and gives only zero values.
type textReader struct {
	bytes  []byte
	text   string // the same
	failed bool
}

// count is a number that at least as many bytes must follow.
func (r *textReader) count() int {
	n, size := binary.Uvarint(r.bytes)
	if size <= 0 || n > uint64(len(r.bytes)-size) {
		*r = textReader{failed: true}
		return 0
	}
	r.skip(size)
	return int(n)
}

func (r *textReader) string() string {
	n := r.count()
	s := r.text[:n]
	r.skip(n)
	return s
}

func (r *textReader) skip(n int) { r.bytes, r.text = r.bytes[n:], r.text[n:] }

// texts are the file of texts, and others as if they stood behind it.
type texts struct {
	file  *os.File
	size  int64
	later []byte
}

func (t texts) read(at int64, n int) ([]byte, error) {
	if at >= t.size {
		return t.later[at-t.size:][:n], nil
	}
	b := make([]byte, n)
	_, err := t.file.ReadAt(b, at)
	return b, err
}

// add puts a text behind all others, and says where it stands.
func (t *texts) add(said map[string]Text) (at int64, n int) {
	start := len(t.later)
	t.later = appendTexts(t.later, said)
	return t.size + int64(start), len(t.later) - start
}

// text reads what a document says, by language.
func (s *Searcher) text(doc uint32) (map[string]Text, error) {
	r := &s.docs[doc]
	b, err := s.texts.read(r.At, r.Len)
	if err != nil {
		return nil, fmt.Errorf("reading the text of %s: %w", r.ID, err)
	}
	said, err := parseTexts(b)
	if err != nil {
		return nil, fmt.Errorf("the text of %s is damaged: %w", r.ID, err)
	}
	return said, nil
}
