package build

import (
	"fmt"
	"os"
	"runtime"
	"testing"
)

// TestPlannerForgets demands that a Planner does not grow: what it keeps after
// many plans is what it keeps after a few.
func TestPlannerForgets(t *testing.T) {
	few, many := 10, 60
	if os.Getenv("ANJU_FULL") == "1" {
		few, many = 50, 400
	}
	o := testOptions(t, nil)
	d := newDesk(t, o, 1)
	o.Source = d
	planner := NewPlanner(o)
	changed := []string{"."}
	text := string(d.source["content/pages/about.md"].Data)
	var early uint64
	for n := range many {
		planned, list, err := planner.Plan(d.now, changed...)
		if err != nil {
			t.Fatal(err, list)
		}
		if page, _ := planned.Site.Page("about/index.html"); page.URL == "" {
			t.Fatal("the page is not there")
		}
		changed = d.edits(text, n)
		if n == few {
			early = live()
		}
	}
	if late := live(); late > early+early/20 {
		t.Errorf("%d bytes after %d plans, %d after %d", early, few, late, many)
	}
	runtime.KeepAlive(planner)
}

// edits writes a text of another number every time, and now and then a file
// comes or goes.
func (d *desk) edits(text string, n int) []string {
	d.changed = nil
	d.write("content/pages/about.md", fmt.Sprintf("%s\n第 %04d 次修改。\n", text, n))
	switch n % 10 {
	case 3:
		d.write("content/pages/passing.md", text)
	case 6:
		d.remove("content/pages/passing.md")
	}
	return d.changed
}

// live is how many bytes are in use.
func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what pools held, too
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
