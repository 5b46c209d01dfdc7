package bench

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/build"
	"anju/generator/content"
)

// BenchmarkReplan edits the text of one entry after the other, plans the site
// again and renders the page of that entry: what a request waits for while
// somebody writes.
func BenchmarkReplan(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		planner := build.NewPlanner(options(b, corpus, ""))
		if _, list, err := planner.Plan(now, "."); err != nil {
			b.Fatal(err, list)
		}
		var files []string
		for name := range corpus {
			if strings.HasPrefix(name, content.Root+"/policies/") {
				files = append(files, name)
			}
		}
		slices.Sort(files)
		n := 0
		for b.Loop() {
			name := files[n*7919%len(files)]
			text := append(bytes.Clone(corpus[name].Data), fmt.Sprintf("\n第 %d 次修改。\n", n)...)
			corpus[name] = &fstest.MapFile{Data: text}
			n++
			planned, list, err := planner.Plan(now, name)
			if err != nil {
				b.Fatal(err, list)
			}
			page, ok := planned.Site.Page(pageOf(name))
			if !ok {
				b.Fatalf("%s has no page", name)
			}
			html, err := build.RenderPage(planned, page)
			if err != nil || !bytes.Contains(html, fmt.Appendf(nil, "第 %d 次修改", n-1)) {
				b.Fatalf("%s: the page lacks the edit (%v)", name, err)
			}
		}
	})
}

// pageOf is where the page of a file of content stands.
func pageOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, content.Root+"/"), ".md") + "/index.html"
}
