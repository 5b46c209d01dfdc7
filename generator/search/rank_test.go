package search_test

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"anju/generator/build"
	"anju/generator/lexicon"
	"anju/generator/search"
	"anju/generator/validity"
	"anju/themes"
)

var update = flag.Bool("update", false, "rewrite testdata/rank/scores.txt")

// fixtures are the files of phrases in testdata/rank, each with the site that
// they are asked of.
var fixtures = []struct {
	name string
	site corpus
}{
	{"real", published},
	{"mixed", published},
	{"demo", demonstration},
}

// corpus is a site and the moment that it is built and asked at.
type corpus struct {
	source string
	now    time.Time
}

var (
	published     = corpus{"../..", time.Date(2026, 11, 22, 12, 0, 0, 0, validity.Zone)}
	demonstration = corpus{"../testdata/demo", time.Date(2026, 12, 1, 17, 0, 0, 0, validity.Zone)}
)

// index builds the index of a site and opens it. The ids are those of its
// documents.
func (c corpus) index(tb testing.TB) (s *search.Searcher, ids []string) {
	tb.Helper()
	docs, lex := c.plan(tb)
	for _, d := range docs {
		ids = append(ids, d.ID)
	}
	return openIndex(tb, docs, lex), ids
}

// plan plans a site, and gives what its search knows.
func (c corpus) plan(tb testing.TB) ([]search.Document, lexicon.Lexicon) {
	tb.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		tb.Fatal(err)
	}
	planned, list, err := build.Plan(build.Options{Source: os.DirFS(c.source), Theme: theme, Now: c.now, Version: "test"})
	if err != nil {
		tb.Fatal(err, list)
	}
	return planned.Site.Documents(), planned.Site.Lexicon
}

func openIndex(tb testing.TB, docs []search.Document, lex lexicon.Lexicon) *search.Searcher {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "index")
	if err := search.Build(dir, search.Fingerprint(docs, lex), docs, lex); err != nil {
		tb.Fatal(err)
	}
	s, err := search.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// phrase is a line of a fixture: "text | intent | id id … | not: id …".
//
// One of the first ids must be among the first three hits. The ids that follow
// are good too, and those after not: must not be among the first three. Ids
// with commas between are equally good, and * stands for any name. The word
// nothing stands for ids where nothing should be found. "- text | reason" is
// left out.
type phrase struct {
	text, intent string
	want         [][]string
	not          []string
	leftOut      bool
}

func (p phrase) nothing() bool { return p.want[0][0] == "nothing" }

// lines are those of a fixture that say something, cut at |.
func lines(tb testing.TB, name string) (out [][]string) {
	tb.Helper()
	f, err := os.Open(filepath.Join("testdata", "rank", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, " | "))
		}
	}
	if err := scanner.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

func phrases(t *testing.T, name string) (out []phrase) {
	t.Helper()
	for _, columns := range lines(t, name) {
		text, leftOut := strings.CutPrefix(columns[0], "- ")
		p := phrase{text: text, leftOut: leftOut}
		if len(columns) < 2 || leftOut != (len(columns) == 2) {
			t.Fatalf("%s: %s: text | intent | ids, or - text | reason", name, text)
		}
		p.intent = columns[1]
		for _, column := range columns[2:] {
			if not, ok := strings.CutPrefix(column, "not: "); ok {
				p.not = strings.Fields(not)
				continue
			}
			for id := range strings.FieldsSeq(column) {
				p.want = append(p.want, strings.Split(id, ","))
			}
		}
		out = append(out, p)
	}
	return out
}

// TestRank asks all phrases. Every place is in scores.txt, so that a loss is
// seen in review.
func TestRank(t *testing.T) {
	var got strings.Builder
	for _, fixture := range fixtures {
		s, ids := fixture.site.index(t)
		all := phrases(t, fixture.name+".txt")
		var results []answer
		for _, p := range all {
			if !p.leftOut {
				p.check(t, ids)
				results = append(results, ask(t, s, fixture.site.now, p))
			}
		}
		if left := len(all) - len(results); left*5 > len(all) {
			t.Errorf("%s: %d of %d phrases are left out; at most one in five may be", fixture.name, left, len(all))
		}
		report(t, &got, fixture.name, len(all)-len(results), results)
	}
	compare(t, filepath.Join("testdata", "rank", "scores.txt"), got.String())
}

// check sees to it that there are documents of all ids that p names.
func (p phrase) check(t *testing.T, ids []string) {
	t.Helper()
	if p.nothing() {
		return
	}
	for _, id := range slices.Concat(slices.Concat(p.want...), p.not) {
		if !slices.ContainsFunc(ids, func(have string) bool { return matches(id, have) }) {
			t.Errorf("%s: there is no document %s", p.text, id)
		}
	}
}

func matches(pattern, id string) bool {
	ok, err := path.Match(pattern, id)
	return err == nil && ok
}

// answer is what a phrase found.
type answer struct {
	phrase
	total   int
	first   int // place of the best of the first ids, 0 if not among the first ten
	any     int // place of the best of all ids, likewise
	wrong   int // place of the first of the ids that must not be among the first three, likewise
	relaxed string
	read    []string
}

func ask(t *testing.T, s *search.Searcher, now time.Time, p phrase) answer {
	t.Helper()
	r, err := s.Search(t.Context(), search.Query{Text: p.text, At: now, PerPage: 10, Lang: "zh-Hans"})
	if err != nil {
		t.Fatalf("%s: %v", p.text, err)
	}
	place := func(ids []string) int {
		return 1 + slices.IndexFunc(r.Hits, func(h search.Hit) bool {
			return slices.ContainsFunc(ids, func(id string) bool { return matches(id, h.ID) })
		})
	}
	return answer{
		phrase: p, total: r.Total, relaxed: r.Relaxed, read: r.Read,
		first: place(p.want[0]), any: place(slices.Concat(p.want...)), wrong: place(p.not),
	}
}

// hit says whether the answer is as good as is demanded.
func (a answer) hit() bool {
	if a.nothing() {
		return a.total == 0
	}
	return a.among(a.first) && !a.among(a.wrong)
}

func (a answer) among(place int) bool { return 1 <= place && place <= 3 }

// reciprocal is 1 for a good document in the first place, 1/2 in the second …
func (a answer) reciprocal() float64 {
	switch {
	case a.nothing() && a.total == 0:
		return 1
	case a.any == 0:
		return 0
	}
	return 1 / float64(a.any)
}

func (a answer) String() string {
	place := "—"
	if a.first > 0 {
		place = strconv.Itoa(a.first)
	}
	if a.nothing() {
		place = "0/" + strconv.Itoa(a.total)
	}
	mark := " "
	if !a.hit() {
		mark = "!"
	}
	read := cmp.Or(strings.Join(a.read, ","), "-")
	return fmt.Sprintf("%s %4s  %-10s  %-14s  %s", mark, place, cmp.Or(a.relaxed, "-"), read, a.text)
}

// goal is the share of phrases whose first document must be among the first
// three.
const goal = 0.95

func report(t *testing.T, to *strings.Builder, name string, leftOut int, answers []answer) {
	var hits int
	var sum float64
	for _, a := range answers {
		sum += a.reciprocal()
		if a.hit() {
			hits++
		} else {
			t.Logf("%s: %s: %s is in place %d, wrong in place %d of %d", name, a.text, a.want[0], a.first, a.wrong, a.total)
		}
	}
	n := float64(len(answers))
	if float64(hits) < goal*n {
		t.Errorf("%s: hit@3 of %d phrases is %.3f, less than %.2f", name, len(answers), float64(hits)/n, goal)
	}
	fmt.Fprintf(to, "%s: %d phrases, %d left out, hit@3 %.3f, MRR@10 %.3f\n", name, len(answers), leftOut, float64(hits)/n, sum/n)
	for _, a := range answers {
		fmt.Fprintln(to, a)
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Errorf("%s is not as it was from line %d on; see what changed with -update and git diff", file, i+1)
			return
		}
	}
}
