//go:build unix

package bench

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"anju/generator/config"
	"anju/generator/lexicon"
	"anju/generator/search"
)

// threeWords are the questions that engines are compared by: a city, a matter,
// and a thing to bring or find, drawn as often as the prose has them, so that
// most fill a page. The words come back in other company.
func threeWords() (questions []string) {
	for i := range 400 {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, uint64(i)))}
		third := []string{"材料", "场所", "单位", "产业"}[i%4]
		questions = append(questions, w.term("cities")[1]+" "+w.word("事")+" "+w.word(third))
	}
	return questions
}

// asked are the facets that engines count. Ours counts all it has.
var asked = []string{"type", "city", "audience", "benefit"}

const pageSize = 20

// engine is one of those compared.
type engine struct {
	name  string
	build func(dir string, n int) error
	open  func(dir string) (ask func(text string) error, close func() error, err error)
}

var engines = []engine{
	{"bleve", buildBleve("standard"), openBleve},
	{"bleve-cjk", buildBleve("cjk"), openBleve},
	{"anju", buildOurs, openOurs},
}

// BenchmarkRival compares our index with what bleve gives out of the box, and
// with its analyzer for Chinese, on the same documents and questions: all words
// must match, and there are marks and facets. CPU time is of the system as well
// and, of a build, without that of making the documents. What ours needs as a
// share of the others, which are measured before it in the same run, is
// reported as query/NAME, build/NAME and bytes/NAME.
func BenchmarkRival(b *testing.B) {
	for _, n := range rivalSizes() {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			costs := make(map[string]cost)
			for _, e := range engines {
				b.Run("engine="+e.name, func(b *testing.B) {
					costs[e.name] = e.measure(b, n)
					if e.name == "anju" {
						reportShares(b, costs)
					}
				})
			}
		})
	}
}

func reportShares(b *testing.B, costs map[string]cost) {
	ours := costs["anju"]
	delete(costs, "anju")
	for name, theirs := range costs {
		b.ReportMetric(ours.query/theirs.query, "query/"+name)
		b.ReportMetric(ours.build/theirs.build, "build/"+name)
		b.ReportMetric(ours.bytes/theirs.bytes, "bytes/"+name)
	}
}

func rivalSizes() []int {
	sizes := []int{1000}
	if os.Getenv("ANJU_FULL") == "1" {
		sizes = append(sizes, 10_000)
	}
	if os.Getenv("ANJU_HUGE") == "1" {
		sizes = append(sizes, 100_000)
	}
	return sizes
}

// cost is what an engine needs: microseconds of CPU a query, and of CPU and
// bytes a document.
type cost struct{ query, build, bytes float64 }

func (e engine) measure(b *testing.B, n int) (c cost) {
	dir := filepath.Join(b.TempDir(), "index")
	start := cpuTime()
	for range Documents(n, seed) {
	}
	making := cpuTime() - start
	if err := e.build(dir, n); err != nil {
		b.Fatal(err)
	}
	c.build = micros(cpuTime()-start-2*making) / float64(n)
	c.bytes = float64(sizeOf(b, dir)) / float64(n)
	ask, closeIndex, err := e.open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer closeIndex()
	c.query = alone(b, ask)
	b.ReportMetric(c.query, "cpu-µs/query")
	b.ReportMetric(c.build, "build-cpu-µs/doc")
	b.ReportMetric(c.bytes, "index-B/doc")
	b.ReportMetric(together(b, ask), "queries/s")
	return c
}

// alone asks one question at a time and returns the CPU time of one, in
// microseconds.
func alone(b *testing.B, ask func(string) error) float64 {
	questions := threeWords()
	runtime.GC() // of the garbage of the build
	var took []time.Duration
	used := cpuTime()
	for b.Loop() {
		start := time.Now()
		if err := ask(questions[len(took)%len(questions)]); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	used = cpuTime() - used
	slices.Sort(took)
	b.ReportMetric(percentile(took, 50), "p50-ms")
	b.ReportMetric(percentile(took, 99), "p99-ms")
	return micros(used) / float64(len(took))
}

// together is how many questions a second two clients get answered.
func together(b *testing.B, ask func(string) error) float64 {
	questions := threeWords()
	halves := [][]string{questions[:len(questions)/2], questions[len(questions)/2:]}
	errs := make([]error, len(halves))
	var wait sync.WaitGroup
	start := time.Now()
	for client, half := range halves {
		wait.Go(func() {
			for _, text := range half {
				errs[client] = cmp.Or(errs[client], ask(text))
			}
		})
	}
	wait.Wait()
	if err := cmp.Or(errs...); err != nil {
		b.Fatal(err)
	}
	return float64(len(questions)) / time.Since(start).Seconds()
}

func buildOurs(dir string, n int) error {
	docs, lex := slices.Collect(Documents(n, seed)), lexicon.Lexicon{}
	return search.Build(dir, search.Fingerprint(docs, lex), docs, lex)
}

func openOurs(dir string) (func(string) error, func() error, error) {
	s, err := search.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	ask := func(text string) error {
		_, err := s.Search(context.Background(), search.Query{Text: text, At: now, Lang: config.Language, PerPage: pageSize})
		return err
	}
	return ask, s.Close, nil
}

// flat is a document as bleve's own examples have it: a title, a body and
// keywords.
type flat struct {
	Title    string   `json:"title"`
	Body     string   `json:"body"`
	Kind     string   `json:"type"`
	City     string   `json:"city"`
	Audience []string `json:"audience"`
	Benefit  []string `json:"benefit"`
}

func flatten(d search.Document) flat {
	text := d.Text[config.Language]
	body := []string{text.Summary}
	for _, s := range text.Sections {
		body = append(body, s.Title, s.Text)
	}
	return flat{text.Title, strings.Join(body, "\n"), d.Kind, d.City, d.Facets["audience"], d.Facets["benefit"]}
}

// stock is bleve's mapping out of the box, but for the facets, which are
// keywords, and the analyzer.
func stock(analyzer string) mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = analyzer
	for _, name := range asked {
		m.DefaultMapping.AddFieldMappingsAt(name, bleve.NewKeywordFieldMapping())
	}
	return m
}

func buildBleve(analyzer string) func(dir string, n int) error {
	return func(dir string, n int) error {
		index, err := bleve.New(dir, stock(analyzer))
		if err != nil {
			return err
		}
		batch := index.NewBatch()
		for d := range Documents(n, seed) {
			if err := batch.Index(d.ID, flatten(d)); err != nil {
				return err
			}
			if batch.Size() == 1000 {
				if err := index.Batch(batch); err != nil {
					return err
				}
				batch.Reset()
			}
		}
		return cmp.Or(index.Batch(batch), index.Close())
	}
}

func openBleve(dir string) (func(string) error, func() error, error) {
	index, err := bleve.OpenUsing(dir, map[string]any{"read_only": true})
	if err != nil {
		return nil, nil, err
	}
	ask := func(text string) error {
		all := bleve.NewMatchQuery(text)
		all.SetOperator(query.MatchQueryOperatorAnd)
		r := bleve.NewSearchRequestOptions(all, pageSize, 0, false)
		r.Fields = []string{"title"}
		r.Highlight = bleve.NewHighlightWithStyle("html")
		for _, name := range asked {
			r.AddFacet(name, bleve.NewFacetRequest(name, 20))
		}
		_, err := index.Search(r)
		return err
	}
	return ask, index.Close, nil
}

// cpuTime is what the process has used so far, of the system as well.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // cannot happen: the arguments are right
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

func sizeOf(tb testing.TB, dir string) (bytes int64) {
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return bytes
}
