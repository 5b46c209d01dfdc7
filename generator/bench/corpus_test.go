package bench

import (
	"bytes"
	"strings"
	"testing"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/validity"
)

const seed = 20260101

// now is the moment of all builds here.
var now = validity.Date{Year: 2026, Month: 11, Day: 22}.First()

func TestCorpusLoads(t *testing.T) {
	corpus := Corpus(100, seed)
	cfg, list := config.Load(corpus[config.File].Data)
	lib, found := content.Load(corpus, cfg, content.Options{Now: now})
	if list = append(list, found...); len(list) > 0 {
		t.Fatalf("findings: %v", list)
	}
	if c, p, g := len(lib.Communities), len(lib.Policies), len(lib.Guides); c != 50 || p != 40 || g != 10 {
		t.Errorf("%d communities, %d policies, %d guides; want 50, 40, 10", c, p, g)
	}
	for _, e := range lib.Entries {
		if size := len(e.Common().Body.Text); size < 1000 || size > 6000 {
			t.Errorf("%s: body of %d bytes", e.Common().ID, size)
		}
	}
}

func TestCorpusIsDeterministic(t *testing.T) {
	a, b, other := Corpus(40, seed), Corpus(40, seed), Corpus(40, seed+1)
	if len(a) != len(b) {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	differ := 0
	for name, file := range a {
		if !bytes.Equal(file.Data, b[name].Data) {
			t.Errorf("%s differs between two runs", name)
		}
		if strings.HasSuffix(name, ".md") && !bytes.Equal(file.Data, other[name].Data) {
			differ++
		}
	}
	if differ != 40 {
		t.Errorf("another seed changes %d of 40 entries", differ)
	}
}
