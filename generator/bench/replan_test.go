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

// BenchmarkReplan works on one policy after the other, plans the site again
// after each step and renders a page that the step has changed: what a request
// waits for while somebody writes.
func BenchmarkReplan(b *testing.B) {
	for _, edit := range []struct {
		name string
		step func(s *session, name string) string
	}{
		{"text", (*session).editText}, {"title", (*session).editTitle}, {"new", (*session).add},
		{"rename", (*session).rename}, {"delete", (*session).remove},
	} {
		b.Run(edit.name, func(b *testing.B) {
			atSizes(b, func(b *testing.B, corpus fstest.MapFS) { newSession(b, corpus).run(b, edit.step) })
		})
	}
}

// session is the work of somebody on a corpus.
type session struct {
	corpus  fstest.MapFS
	planner *build.Planner
	files   []string // of policies to which nothing refers
	changed []string // by the step
	n       int      // of the step
}

func newSession(b *testing.B, corpus fstest.MapFS) *session {
	s := &session{corpus: corpus, planner: build.NewPlanner(options(b, corpus, ""))}
	var all []string
	for name := range corpus {
		if strings.HasPrefix(name, content.Root+"/policies/") {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	for _, name := range all[:min(len(all), 200)] {
		s.n++
		s.files = append(s.files, s.copyOf(name))
	}
	if _, list, err := s.planner.Plan(now, "."); err != nil {
		b.Fatal(err, len(list))
	}
	return s
}

func (s *session) run(b *testing.B, step func(s *session, name string) string) {
	for b.Loop() {
		s.n++
		s.changed = nil
		shown := step(s, s.files[s.n*7919%len(s.files)])
		planned, list, err := s.planner.Plan(now, s.changed...)
		if err != nil {
			b.Fatal(err, len(list))
		}
		page, ok := planned.Site.Page(shown)
		if !ok {
			b.Fatalf("%s is no page", shown)
		}
		if html, err := build.RenderPage(planned, page); err != nil || len(html) == 0 {
			b.Fatalf("%s: %v", shown, err)
		}
	}
}

func (s *session) write(name string, text []byte) {
	s.corpus[name] = &fstest.MapFile{Data: text}
	s.changed = append(s.changed, name)
}

func (s *session) drop(name string) []byte {
	text := s.corpus[name].Data
	delete(s.corpus, name)
	s.changed = append(s.changed, name)
	return text
}

// editText adds a line to the text of a file, and returns the path of its page;
// so do the other steps.
func (s *session) editText(name string) string {
	s.write(name, append(bytes.Clone(s.corpus[name].Data), fmt.Sprintf("\n第 %d 次修改。\n", s.n)...))
	return pageOf(name)
}

func (s *session) editTitle(name string) string {
	s.write(name, s.titled(s.corpus[name].Data))
	return pageOf(name)
}

// titled is a text under another title.
func (s *session) titled(text []byte) []byte {
	return bytes.Replace(text, []byte("\ntitle: "), fmt.Appendf(nil, "\ntitle: 第 %d 号", s.n), 1)
}

func (s *session) add(name string) string { return pageOf(s.copyOf(name)) }

// copyOf makes a copy of a file, under a title of its own.
func (s *session) copyOf(name string) string {
	added := strings.TrimSuffix(name, ".md") + fmt.Sprintf("-new-%d.md", s.n)
	s.write(added, s.titled(s.corpus[name].Data))
	return added
}

// rename gives a file another name.
func (s *session) rename(name string) string {
	to := strings.TrimSuffix(name, ".md") + fmt.Sprintf("-moved-%d.md", s.n)
	s.write(to, s.drop(name))
	s.files[slices.Index(s.files, name)] = to
	return pageOf(to)
}

// remove deletes a file, and shows the list in which it was.
func (s *session) remove(name string) string {
	s.drop(name)
	s.files = slices.DeleteFunc(s.files, func(file string) bool { return file == name })
	return "policies/index.html"
}

// pageOf is where the page of a file of content stands.
func pageOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, content.Root+"/"), ".md") + "/index.html"
}
