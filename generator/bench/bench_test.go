package bench

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/search"
	"anju/themes"
)

// atSizes runs a benchmark on corpora of several sizes.
func atSizes(b *testing.B, run func(b *testing.B, corpus fstest.MapFS)) {
	sizes := []int{300, 1000}
	if os.Getenv("ANJU_FULL") == "1" {
		sizes = append(sizes, 10_000)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			corpus := Corpus(n, seed)
			b.ReportAllocs()
			run(b, corpus)
		})
	}
}

func options(tb testing.TB, source fs.FS, dir string) build.Options {
	tb.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		tb.Fatal(err)
	}
	return build.Options{Source: source, Dir: dir, Theme: theme, Now: now, Version: "bench"}
}

func plan(tb testing.TB, source fs.FS) *build.Planned {
	tb.Helper()
	p, list, err := build.Plan(options(tb, source, ""))
	if err != nil {
		tb.Fatal(err, list)
	}
	return p
}

// BenchmarkLoad reads, decodes, checks and links all entries.
func BenchmarkLoad(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		cfg, _ := config.Load(corpus[config.File].Data)
		for b.Loop() {
			if _, list := content.Load(corpus, cfg, content.Options{Now: now}); list.HasErrors() {
				b.Fatal(list)
			}
		}
	})
}

// BenchmarkReload loads again after a change of one file: of its text only, or
// of its references too; or after a file has come or gone. It reports how many
// such loads take as long as one from nothing.
func BenchmarkReload(b *testing.B) {
	const name = "content/communities/c000000.md"
	ref := []byte("\nrelated: [")
	changes := map[string]func(fsys fstest.MapFS, text []byte, odd bool){
		"text": func(fsys fstest.MapFS, text []byte, odd bool) {
			fsys[name] = &fstest.MapFile{Data: append(bytes.Clone(text), fmt.Sprint("\n", odd, "\n")...)}
		},
		"references": func(fsys fstest.MapFS, text []byte, odd bool) {
			if odd {
				text = bytes.Replace(text, ref, []byte("\nrelated: [community:c000002, "), 1)
			}
			fsys[name] = &fstest.MapFile{Data: text}
		},
		"broken": func(fsys fstest.MapFS, text []byte, odd bool) {
			fsys[name] = &fstest.MapFile{Data: bytes.Replace(text, ref, fmt.Appendf(nil, "\nrelated: [policy:p00000%v, ", odd), 1)}
		},
		"file": func(fsys fstest.MapFS, text []byte, odd bool) {
			if delete(fsys, name); odd {
				fsys[name] = &fstest.MapFile{Data: text}
			}
		},
	}
	for _, what := range slices.Sorted(maps.Keys(changes)) {
		b.Run(what, func(b *testing.B) {
			atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
				cfg, _ := config.Load(corpus[config.File].Data)
				opts, text, odd := content.Options{Now: now, Memory: new(content.Memory)}, corpus[name].Data, false
				start := time.Now()
				content.Load(corpus, cfg, opts)
				whole := time.Since(start)
				for b.Loop() {
					odd = !odd
					changes[what](corpus, text, odd)
					opts.Memory.Changed(name)
					content.Load(corpus, cfg, opts)
				}
				b.ReportMetric(float64(whole)*float64(b.N)/float64(b.Elapsed()), "times-faster")
			})
		})
	}
}

// BenchmarkPlan is Load, and the conversion of all Markdown, and the decision
// what will exist.
func BenchmarkPlan(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		for b.Loop() {
			plan(b, corpus)
		}
	})
}

// BenchmarkRender executes the layouts of all pages.
func BenchmarkRender(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		p := plan(b, corpus)
		discard := func(string, []byte) error { return nil }
		for b.Loop() {
			if err := build.Render(context.Background(), build.Options{}, p, discard); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(p.Site.Pages)), "pages")
	})
}

// BenchmarkIndex builds the search index.
func BenchmarkIndex(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		p, parent, i := plan(b, corpus), b.TempDir(), 0
		docs, lex := p.Site.Documents(), p.Site.Lexicon
		for b.Loop() {
			if err := search.Build(filepath.Join(parent, fmt.Sprint(i)), search.Fingerprint(docs, lex), docs, lex); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
}

// BenchmarkBuild is a whole build into an empty release folder.
func BenchmarkBuild(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		parent, i := b.TempDir(), 0
		for b.Loop() {
			dir := filepath.Join(parent, fmt.Sprint(i), "public")
			if _, list, err := build.Run(context.Background(), options(b, corpus, dir)); err != nil {
				b.Fatal(err, list)
			}
			i++
		}
	})
}

// queries are what people ask, from one word to a sentence with filters.
var queries = []search.Query{
	{Text: "租房补贴"},
	{Text: "苏州 博士 购房补贴"},
	{Text: "人才公寓怎么申请"},
	{Text: "连续缴纳社保满六个月 硕士"},
	{Text: "路演大厅", Filters: map[string][]string{"city": {"nanjing", "wuxi"}}},
	{Text: "创业", Filters: map[string][]string{"type": {"policy"}, "audience": {"founder"}}},
	{Text: "集成电路企业附近的房子"},
	{Text: "锦瑞社区"},
	{Text: "rent subsidy 2026"},
	{Text: "不存在的词语组合"},
	{Filters: map[string][]string{"type": {"home"}, "unit_type": {"studio"}}, Sort: search.Newest},
	{Filters: map[string][]string{"window": {"open", "closing"}}, Sort: search.Closing},
}

// BenchmarkSearch asks the queries in turn, one at a time, and reports how
// long the middle one and the slowest of a hundred take.
func BenchmarkSearch(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		s := index(b, corpus)
		var took []time.Duration
		for b.Loop() {
			q := queries[len(took)%len(queries)]
			q.At, q.Lang = now, config.Language
			start := time.Now()
			if _, err := s.Search(context.Background(), q); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		b.ReportMetric(percentile(took, 50), "p50-ms")
		b.ReportMetric(percentile(took, 99), "p99-ms")
	})
}

func index(tb testing.TB, corpus fstest.MapFS) *search.Searcher {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "index")
	planned := plan(tb, corpus)
	docs, lex := planned.Site.Documents(), planned.Site.Lexicon
	if err := search.Build(dir, search.Fingerprint(docs, lex), docs, lex); err != nil {
		tb.Fatal(err)
	}
	s, err := search.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

// percentile is in milliseconds; took is sorted and not empty.
func percentile(took []time.Duration, p int) float64 {
	return float64(took[(len(took)-1)*p/100]) / float64(time.Millisecond)
}
