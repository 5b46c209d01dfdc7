package build

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anju/generator/search"
	"anju/generator/site"
)

// TestReplan works on a source folder in many ways, and demands after each step
// of a Planner what a plan from nothing gives.
func TestReplan(t *testing.T) {
	steps := 8
	if os.Getenv("ANJU_FULL") == "1" {
		steps = 60
	}
	if asked := os.Getenv("ANJU_STEPS"); asked != "" {
		var err error
		if steps, err = strconv.Atoi(asked); err != nil {
			t.Fatal("ANJU_STEPS: ", err)
		}
	}
	o := testOptions(t, nil)
	d := newDesk(t, o, 6)
	o.Source = d
	planner := NewPlanner(o)
	last, list, err := planner.Plan(d.now, ".")
	if err != nil {
		t.Fatal(err, list)
	}
	broken := false
	for range steps {
		did := d.step(broken)
		got, found, err := planner.Plan(d.now, d.changed...)
		whole := o
		whole.Now = d.now
		want, wanted, failure := Plan(whole)
		if !errors.Is(err, failure) || !slices.Equal(found, wanted) {
			t.Fatalf("step %d, %s %q: %v %v, from nothing %v %v", d.n, did, d.changed, err, found, failure, wanted)
		}
		broken = err != nil
		t.Logf("step %d, %s: %d findings, broken: %v", d.n, did, len(found), broken)
		if broken {
			continue
		}
		if what := difference(d.random, whole, got, want); what != "" {
			t.Fatalf("step %d, %s %q: %s", d.n, did, d.changed, what)
		}
		if what := revisedWrong(got.Site, last.Site); what != "" {
			t.Fatalf("step %d, %s %q: %s", d.n, did, d.changed, what)
		}
		last = got
	}
}

// difference is the first thing that differs between two plans, or "".
func difference(random *rand.Rand, o Options, got, want *Planned) string {
	a, b := got.Site, want.Site
	for name, same := range map[string]bool{
		"frame": reflect.DeepEqual(a.Frame, b.Frame), "documents": reflect.DeepEqual(a.Documents(), b.Documents()),
		"lexicon": reflect.DeepEqual(a.Lexicon, b.Lexicon), "removed": slices.Equal(a.Removed, b.Removed),
		"next": a.Next.Equal(b.Next), "pages": slices.EqualFunc(a.Pages, b.Pages, samePage),
		"files": slices.EqualFunc(a.Files, b.Files, func(a, b site.File) bool { return a.Path == b.Path && a.Width == b.Width }),
	} {
		if !same {
			return "another " + name
		}
	}
	for i := range a.Pages {
		if !picked(random, a.Pages[i].Path, len(a.Pages)) {
			continue
		}
		x, errX := RenderPage(got, a.Pages[i])
		y, errY := RenderPage(want, b.Pages[i])
		if errX != nil || errY != nil || !bytes.Equal(x, y) {
			return fmt.Sprintf("another %s (%v, %v)", a.Pages[i].Path, errX, errY)
		}
	}
	for i := range a.Files {
		if !picked(random, a.Files[i].Path, len(a.Files)) {
			continue
		}
		x, errX := bytesOf(o.Source, a, a.Files[i])
		y, errY := bytesOf(o.Source, b, b.Files[i])
		if errX != nil || errY != nil || !bytes.Equal(x, y) {
			return fmt.Sprintf("another %s (%v, %v)", a.Files[i].Path, errX, errY)
		}
	}
	return ""
}

// picked chooses which of n pages or files are made and compared: all that stand
// near the root, and some forty of those further down.
func picked(random *rand.Rand, path string, n int) bool {
	return strings.Count(path, "/") < 2 || random.IntN(n) < 40
}

func samePage(a, b site.Page) bool {
	return a.Path == b.Path && a.URL == b.URL && a.Lang == b.Lang && a.Hidden == b.Hidden && a.Updated == b.Updated
}

// revisedWrong checks that the documents of one site and what is revised give
// those of the next.
func revisedWrong(now, before *site.Site) string {
	changed, gone := now.Revised(before)
	docs := map[string]search.Document{}
	for _, d := range before.Documents() {
		docs[d.ID] = d
	}
	for _, d := range gone {
		if !reflect.DeepEqual(docs[d.ID], d) {
			return d.ID + " is not gone as it was"
		}
		delete(docs, d.ID)
	}
	for _, d := range changed {
		docs[d.ID] = d
	}
	for _, d := range now.Documents() {
		if !reflect.DeepEqual(docs[d.ID], d) {
			return d.ID + " was not revised"
		}
		delete(docs, d.ID)
	}
	if len(docs) > 0 {
		return fmt.Sprintf("%d documents are not gone", len(docs))
	}
	return ""
}
