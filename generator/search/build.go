package search

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
	"anju/generator/suggest"
)

// baseLanguage is the language that every document has.
const baseLanguage = "zh-Hans"

// Fingerprint identifies what an index of docs answers: it changes with the
// documents, the lexicon, the mapping, the folding and the version of bleve, and
// not with the order of docs. (The bytes of the index differ with every build.)
func Fingerprint(docs []Document, lex lexicon.Lexicon) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%d %s %s\n", MappingVersion, bleveVersion, hanzi.TableHash())
	enc := json.NewEncoder(sum)
	encode := func(v any) {
		if err := enc.Encode(v); err != nil {
			panic(err) // cannot happen: documents and lexicon hold plain values only
		}
	}
	encode(lex)
	for _, d := range byID(docs) {
		encode(d)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func byID(docs []Document) []Document {
	return slices.SortedFunc(slices.Values(docs), func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
}

// Build writes the index of docs into dir, which may not hold one yet: the
// bleve index in a folder of its own, and beside it the lexicon, the documents and
// the names that the reader needs. Each part bears the fingerprint, which is Fingerprint of
// docs and lex. It errs if two documents have the same id or one has no zh-Hans
// text. The builder keeps its files to itself: publishing opens them.
func Build(dir, fingerprint string, docs []Document, lex lexicon.Lexicon) error {
	sorted := byID(docs)
	if err := check(sorted); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	lengths, err := buildBleve(dir, fingerprint, sorted)
	if err != nil {
		return fmt.Errorf("building the index in %s: %w", dir, err)
	}
	c := catalogue{Mapping: MappingVersion, Folding: hanzi.TableHash(), Fingerprint: fingerprint, Average: make(map[string]float64), Lexicon: lex}
	for field, n := range lengths {
		c.Average[field] = float64(n) / float64(len(sorted))
	}
	if err := c.write(dir, sorted); err != nil {
		return fmt.Errorf("writing the documents beside the index: %w", err)
	}
	return nil
}

func check(sorted []Document) error {
	for i, d := range sorted {
		if i > 0 && d.ID == sorted[i-1].ID {
			return fmt.Errorf("two documents have the id %q", d.ID)
		}
		if _, ok := d.Text[baseLanguage]; !ok {
			return fmt.Errorf("document %q has no %s text", d.ID, baseLanguage)
		}
	}
	return nil
}

// buildBleve indexes the documents under their place in the order as id, and
// returns the number of tokens of each field, summed over all documents. There
// is no bleve index of no documents: its builder cannot make one.
func buildBleve(dir, fingerprint string, sorted []Document) (lengths map[string]int, err error) {
	lengths = make(map[string]int)
	if len(sorted) == 0 {
		return lengths, nil
	}
	builder, err := bleve.NewBuilder(filepath.Join(dir, bleveFolder), indexMapping(), map[string]any{
		"batchSize": batchSize,
		// Segments are renamed into place, so they must be on the same file system.
		"buildPathPrefix": dir,
	})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, builder.Close()) }()
	for i := range sorted {
		doc := analysed(&sorted[i])
		doc.Fingerprint = fingerprint
		for _, f := range scored {
			lengths[f.name] += countTokens(doc.text(f.name))
		}
		if err := builder.Index(strconv.Itoa(i), doc); err != nil {
			return nil, fmt.Errorf("document %q: %w", sorted[i].ID, err)
		}
	}
	return lengths, nil
}

// analysed spreads a document over the fields of the index, folded.
func analysed(d *Document) indexed {
	var titles, headings, bodies []string
	for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
		text := d.Text[lang]
		titles = append(titles, text.Title)
		bodies = append(bodies, text.Summary)
		for _, s := range text.Sections {
			headings = append(headings, s.Title)
			bodies = append(bodies, s.Text)
		}
	}
	doc := indexed{
		Title:   foldLines(titles),
		Alias:   foldLines(d.Aliases),
		Number:  hanzi.FoldString(d.Number),
		Tag:     foldLines(d.TagWords),
		Heading: foldLines(headings),
		Body:    foldLines(bodies),
	}
	doc.Uni = singles(doc.Title + doc.Alias + doc.Tag)
	return doc
}

// foldLines joins texts so that no bigram crosses from one to the next.
func foldLines(texts []string) string { return hanzi.FoldString(strings.Join(texts, "\n")) }

// write completes the catalogue, and writes it, the texts and the names.
func (c *catalogue) write(dir string, sorted []Document) error {
	words := make(map[string]bool)
	for i := range sorted {
		for _, w := range sorted[i].TagWords {
			words[hanzi.Compact(hanzi.FoldString(w))] = true
		}
	}
	c.Words = slices.Sorted(maps.Keys(words))
	if err := c.writeTexts(filepath.Join(dir, textsFile), sorted); err != nil {
		return err
	}
	stored := storedNames{c.Fingerprint, suggest.Prepare(names(sorted, c.Lexicon))}
	if err := writeJSON(filepath.Join(dir, namesFile), stored); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, catalogueFile), c)
}

// writeTexts writes the file of texts, and makes the records, which say where
// in it the text of a document stands.
func (c *catalogue) writeTexts(path string, sorted []Document) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	text := textsHeader(c.Fingerprint)
	w.Write(text) // Flush returns its error
	c.Size = int64(len(text))
	reader := lexicon.NewReader(c.Lexicon)
	for i := range sorted {
		text = appendTexts(text[:0], sorted[i].Text)
		w.Write(text)
		r := newRecord(&sorted[i], reader)
		r.At, r.Len = c.Size, len(text)
		c.Size += int64(len(text))
		c.Records = append(c.Records, r)
	}
	return errors.Join(w.Flush(), f.Close())
}

func writeJSON(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
