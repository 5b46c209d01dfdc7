// Command convert turns the corpus of bench/gen_corpus.py, on which other
// generators are measured, into a source folder of this one:
//
//	python3 gen_corpus.py 1000 CORPUS
//	go run ./generator/bench/convert CORPUS SOURCE
//	go run ./generator build -C SOURCE
//
// Texts, tags, dates and relations stay as they are, but all entries are
// published on one day. Links become references, pictures their descriptions,
// and each entry gets the one source that entries of ours must have.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"anju/generator/bench"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: convert CORPUS SOURCE")
		os.Exit(2)
	}
	if err := convert(os.DirFS(os.Args[1]), os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "convert:", err)
		os.Exit(1)
	}
}

// convert writes the source folder of a corpus.
func convert(corpus fs.FS, dir string) error {
	files := map[string]string{"config.yaml": bench.Config("zh-Hans")}
	names, err := fs.Glob(corpus, "content/*/*.md")
	if err != nil {
		return err
	}
	var entries []entry
	for _, name := range names {
		if path.Base(name) == "_index.md" {
			continue // sections, which make themselves here
		}
		text, err := fs.ReadFile(corpus, name)
		if err != nil {
			return err
		}
		e, err := parse(name, text)
		if err != nil {
			return err
		}
		entries = append(entries, e)
	}
	if len(entries) == 0 {
		return errors.New("the corpus has no content/*/*.md")
	}
	tags := tagTerms(entries)
	for name, text := range bench.Vocabularies(tags) {
		files[name] = text
	}
	for _, e := range entries {
		files[e.path] = e.render(tags)
	}
	return write(dir, files)
}

// tagTerms gives the tags of all entries slugs.
func tagTerms(entries []entry) (terms [][2]string) {
	var names []string
	for _, e := range entries {
		names = append(names, e.Tags...)
	}
	slices.Sort(names)
	for i, name := range slices.Compact(names) {
		terms = append(terms, [2]string{fmt.Sprintf("tag-%03d", i), name})
	}
	return terms
}

// slugOf is the slug of a tag.
func slugOf(terms [][2]string, name string) string {
	i, _ := slices.BinarySearchFunc(terms, name, func(t [2]string, name string) int { return strings.Compare(t[1], name) })
	return terms[i][0]
}

func write(dir string, files map[string]string) error {
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
