package main

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"anju/generator/bench"
	"anju/generator/strictyaml"
)

// entry is an entry of the corpus: its front matter and its text.
type entry struct {
	Title     string   `yaml:"title" rule:"required"`
	Slug      string   `yaml:"slug" rule:"required"`
	Date      string   `yaml:"date" rule:"required"`
	Kind      string   `yaml:"entry_kind" rule:"required,enum=community|policy"`
	City      string   `yaml:"city" rule:"required"`
	CityName  string   `yaml:"city_name" rule:"required"`
	Tags      []string `yaml:"tags"`
	Summary   string   `yaml:"summary" rule:"required"`
	Audience  []string `yaml:"audience"`
	Members   int      `yaml:"members"`
	Venue     string   `yaml:"venue"`
	Founded   string   `yaml:"founded"`
	Issuer    string   `yaml:"issuer"`
	AmountMin int      `yaml:"amount_min"`
	AmountMax int      `yaml:"amount_max"`
	ValidFrom string   `yaml:"valid_from"`
	ValidTo   string   `yaml:"valid_to"`
	Related   []string `yaml:"related"`

	path string `yaml:"-"` // in both folders
	body string `yaml:"-"`
}

// parse reads a file of the corpus.
func parse(name string, text []byte) (e entry, err error) {
	front, line, body, _, ok := strictyaml.FrontMatter(text)
	if !ok {
		return e, fmt.Errorf("%s has no front matter", name)
	}
	doc, list := strictyaml.Parse(name, front, line)
	if doc != nil {
		list = append(list, doc.Decode(&e)...)
	}
	if list.HasErrors() {
		return e, fmt.Errorf("%s:%d: %s", name, list[0].Line, list[0].Message.En)
	}
	e.path, e.body = name, string(body)
	return e, nil
}

// firstShown is the day all entries are published on: those of the corpus
// reach into the future, and what is published later is not built.
const firstShown = "2026-01-01"

// maxSummary is the length of a summary of ours, in code points.
const maxSummary = 200

// render is the entry as a file of ours.
func (e entry) render(tags [][2]string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---\ntitle: %q\nsummary: %q\npublished: %s\ncity: %s", e.Title, cut(e.Summary, maxSummary), firstShown, e.City)
	line("audience: [%s]", joined(e.Audience, func(name string) string { return bench.Slug("audiences", name) }))
	line("tags: [%s]", joined(e.Tags, func(name string) string { return slugOf(tags, name) }))
	line("related: [%s]", joined(e.Related, reference))
	line("sources:\n  - title: %q\n    publisher: %s测试来源\n    url: https://example.org/%s\n    published_on: %s\n    kind: other", e.Title, e.CityName, e.Slug, e.Date)
	if e.Kind == "policy" {
		line("level: municipal\nbasis: official_text\nissuer: [%q]\nissued: %s\neffective_from: %s\neffective_to: %s", e.Issuer, e.Date, e.ValidFrom, e.ValidTo)
		line("benefits:\n  - id: amount\n    kind: project-funding\n    name: 资助\n    money: {min: %d, max: %d}\n    source: 1", e.AmountMin, e.AmountMax)
	} else {
		line("address: %q", e.Venue)
		line("figures:\n  - {label: 成员, value: %d, unit: 人, scope: %q, as_of: %s, source: 1}", e.Members, e.Title, e.Founded)
	}
	line("---\n")
	b.WriteString(convertBody(e.body))
	return b.String()
}

func cut(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most])
	}
	return s
}

func joined(words []string, slug func(string) string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = slug(w)
	}
	return strings.Join(out, ", ")
}

// reference is communities/ID, with or without slashes around, as a reference.
func reference(address string) string {
	kind := "policy"
	if strings.HasPrefix(strings.TrimPrefix(address, "/"), "communities/") {
		kind = "community"
	}
	return kind + ":" + path.Base(address)
}

var (
	link    = regexp.MustCompile(`\]\((/(?:communities|policies)/[^)]+)\)`)
	picture = regexp.MustCompile(`!\[([^\]]*)\]\([^)]*\)`)
)

func convertBody(text string) string {
	text = link.ReplaceAllStringFunc(text, func(m string) string {
		return "](" + reference(link.FindStringSubmatch(m)[1]) + ")"
	})
	return picture.ReplaceAllString(text, "（图：$1）")
}
