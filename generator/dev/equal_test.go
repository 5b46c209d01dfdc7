package dev

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/site"
	"anju/generator/theme"
	"anju/generator/view"
)

// TestDevEqualsBuild edits, renames, deletes, adds, breaks and mends files at
// random. After each step what dev answers is what a build from nothing would.
func TestDevEqualsBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the site from nothing at each step")
	}
	steps := 20
	if os.Getenv("ANJU_FULL") == "1" {
		steps = 100
	}
	if asked := os.Getenv("ANJU_STEPS"); asked != "" {
		var err error
		if steps, err = strconv.Atoi(asked); err != nil {
			t.Fatal("ANJU_STEPS: ", err)
		}
	}
	dir := demoCopy(t)
	s := serve(t, dir, ignore)
	c := &comparison{T: t, serving: s, clean: newClean(t, dir)}
	e := &editor{T: t, dir: dir, rand: rand.New(rand.NewPCG(1, 1))}
	c.step("nothing", "")
	for i := range steps {
		what, touched := e.step(c.broken)
		c.step(fmt.Sprintf("step %d, %s", i, what), touched)
		if t.Failed() {
			t.Fatalf("the steps were:\n%s", strings.Join(e.log, "\n"))
		}
	}
	if c.good < steps/3 || c.bad < steps/20 {
		t.Errorf("%d steps made a good source and %d a bad one: too few to tell", c.good, c.bad)
	}
	t.Logf("%d steps made a good source, %d a bad one", c.good, c.bad)
}

// clean plans a source from nothing, but for a theme that has not changed.
type clean struct {
	options build.Options
	themed  string // what the theme was read from
	theme   *theme.Theme
}

func newClean(t testing.TB, dir string) *clean { return &clean{options: buildOptions(t, dir)} }

// plan is build.Plan, whose whole is done where the theme may be another.
func (c *clean) plan(t testing.TB) (*build.Planned, diag.List, error) {
	t.Helper()
	themed := c.themeFiles(t)
	if c.theme == nil || c.themed != themed {
		p, list, err := build.Plan(c.options)
		if err == nil {
			c.theme, c.themed = p.Theme, themed
		}
		return p, list, err
	}
	text, err := fs.ReadFile(c.options.Source, config.File)
	if err != nil {
		t.Fatal(err)
	}
	cfg, list := config.Load(text)
	lib, found := content.Load(c.options.Source, cfg, content.Options{Now: noon, Drafts: c.options.Drafts})
	if list = append(list, found...); list.HasErrors() {
		_, found = view.New(lib, c.theme, noon, cfg.Languages)
		return nil, append(list, found...), build.ErrFindings
	}
	planned, found := site.Plan(lib, cfg, c.theme, noon)
	if list = append(list, found...); list.HasErrors() {
		return nil, list, build.ErrFindings
	}
	return &build.Planned{Config: cfg, Library: lib, Theme: c.theme, Site: planned}, list, nil
}

// themeFiles is all that a theme is made of, with the configuration.
func (c *clean) themeFiles(t testing.TB) string {
	var all strings.Builder
	for _, root := range []string{"themes", config.File} {
		err := fs.WalkDir(c.options.Source, root, func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(c.options.Source, name)
			fmt.Fprintf(&all, "%s %q\n", name, text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// comparison compares a Server with builds from nothing.
type comparison struct {
	*testing.T
	serving
	clean     *clean
	last      *build.Planned // the last that was good
	broken    bool           // the newest is not
	good, bad int
}

func (c *comparison) step(name, touched string) {
	planned, list, err := c.clean.plan(c)
	st, failed := c.source.current(context.Background())
	if failed != nil {
		c.Fatal(failed)
	}
	if got, want := texts(st.findings), texts(list); got != want {
		c.Errorf("%s: the findings are\n%s\nwant\n%s", name, got, want)
	}
	if (st.err == nil) != (err == nil) {
		c.Fatalf("%s: dev has %v, a build %v", name, st.err, err)
	}
	if c.broken = err != nil; c.broken {
		c.bad++
		planned = c.last // what was good last is served on
	} else {
		c.good++
		c.last = planned
		c.search(name, planned.Site)
	}
	c.compare(name, st.planned, planned)
	for _, path := range sample(planned, touched) {
		c.page(name, st, planned, path)
	}
	c.moved(name, planned.Site)
}

func texts(list diag.List) string {
	var lines []string
	for _, d := range list {
		lines = append(lines, fmt.Sprintf("%v %s %s", d.Pos, d.Code, d.Message.En))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// compare compares what there is.
func (c *comparison) compare(name string, got, want *build.Planned) {
	if g, w := paths(got.Site), paths(want.Site); !slices.Equal(g, w) {
		c.Errorf("%s: dev has %v more, and lacks %v", name, without(g, w), without(w, g))
	}
	if g, w := got.Site.Frame, want.Site.Frame; !maps.Equal(g.Redirects, w.Redirects) || !slices.Equal(g.Gone, w.Gone) {
		c.Errorf("%s: redirects %v, gone %v, want %v and %v", name, g.Redirects, g.Gone, w.Redirects, w.Gone)
	}
	if !got.Site.Next.Equal(want.Site.Next) {
		c.Errorf("%s: the next change is at %v, want %v", name, got.Site.Next, want.Site.Next)
	}
}

func paths(s *site.Site) (out []string) {
	for _, p := range s.Pages {
		out = append(out, p.Path)
	}
	for _, f := range s.Files {
		out = append(out, f.Path)
	}
	slices.Sort(out)
	return out
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// sample are the pages that a change shows on first, and some others.
func sample(p *build.Planned, touched string) []string {
	id, _, _ := strings.Cut(filepath.Base(touched), ".")
	if id == "index" {
		id = filepath.Base(filepath.Dir(touched))
	}
	out := []string{
		"index.html", "en/index.html", "policies/index.html", "communities/index.html", "homes/index.html", "cities/shili/index.html",
		"sitemap.xml", "feed.atom", "gaps/index.html",
	}
	for _, page := range p.Site.Pages {
		if id != "" && strings.Contains(page.Path, "/"+id+"/") {
			out = append(out, page.Path)
		}
	}
	if len(touched) > 0 { // one page after another, by chance
		out = append(out, p.Site.Pages[len(touched)*7919%len(p.Site.Pages)].Path)
	}
	return out
}

// page compares the bytes of a page or a file.
func (c *comparison) page(name string, st *state, want *build.Planned, path string) {
	var data []byte
	var err error
	if page, ok := want.Site.Page(path); ok {
		data, err = build.RenderPage(want, page)
	} else if f, ok := want.Site.File(path); ok {
		data, err = build.File(c.clean.options, want, f)
	} else {
		return
	}
	if err != nil {
		c.Fatal(err)
	}
	at := "/" + strings.TrimSuffix(path, "index.html")
	if _, old := want.Site.Frame.Redirects[at]; old {
		return // the page is for hosts that know no redirects
	}
	if strings.HasSuffix(path, "search/index.html") {
		return // likewise, that know no search
	}
	if strings.HasSuffix(path, ".html") {
		data = c.browsers.inject(data, at, st)
	}
	answer, body := c.get(c, (&url.URL{Path: at}).EscapedPath())
	if answer.StatusCode != http.StatusOK || body != string(data) {
		c.Errorf("%s: %s answers %d with %d bytes, want 200 with %d, which differ from %q", name, at, answer.StatusCode, len(body), len(data), difference(body, string(data)))
	}
}

// difference is the beginning of what differs.
func difference(got, want string) string {
	for i := range got {
		if i >= len(want) || got[i] != want[i] {
			return got[max(0, i-40):min(len(got), i+80)]
		}
	}
	return ""
}

// moved asks for addresses that lead on or are gone.
func (c *comparison) moved(name string, s *site.Site) {
	for from, to := range s.Frame.Redirects {
		if answer, _ := c.get(c, from); answer.StatusCode != http.StatusMovedPermanently || answer.Header.Get("Location") != to {
			c.Errorf("%s: %s answers %d to %q, want 301 to %s", name, from, answer.StatusCode, answer.Header.Get("Location"), to)
		}
	}
	for _, path := range s.Frame.Gone {
		if answer, _ := c.get(c, path); answer.StatusCode != http.StatusGone {
			c.Errorf("%s: %s answers %d, want 410", name, path, answer.StatusCode)
		}
	}
}
