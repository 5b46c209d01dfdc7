package theme

import (
	"fmt"
	"html/template"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
)

// payloads tells for each layout what it is executed with.
var payloads = map[string]func() Payload{
	"home":        func() Payload { return new(HomePage) },
	"list":        func() Payload { return new(ListPage) },
	"community":   func() Payload { return new(CommunityPage) },
	"policy":      func() Payload { return new(PolicyPage) },
	"guide":       func() Payload { return new(GuidePage) },
	"part":        func() Payload { return new(PartPage) },
	"job":         func() Payload { return new(JobPage) },
	"event":       func() Payload { return new(EventPage) },
	"page":        func() Payload { return new(PlainPage) },
	"cities":      func() Payload { return new(CitiesPage) },
	"city":        func() Payload { return new(CityPage) },
	"gaps":        func() Payload { return new(GapsPage) },
	"gap":         func() Payload { return new(GapPage) },
	"compare":     func() Payload { return new(ComparePage) },
	"pair":        func() Payload { return new(PairPage) },
	"alphabet":    func() Payload { return new(AlphabetPage) },
	"corrections": func() Payload { return new(CorrectionsPage) },
	"term":        func() Payload { return new(TermPage) },
	"sitemap":     func() Payload { return new(SitemapPage) },
	"search":      func() Payload { return new(SearchPage) },
	"message":     func() Payload { return new(MessagePage) },
	"style":       func() Payload { return new(StylePage) },
}

// baseLayout frames every layout; a layout defines "main".
const baseLayout = "base.html"

// functions are all that layouts can call beside the methods of their payload
// and html/template's own.
var functions = template.FuncMap{"part": newPart, "dial": dial, "numerals": numerals, "phrases": phrases}

// Part is what a partial is executed with: the page, for its texts and
// addresses, the language of its entry, and the thing to show.
type Part struct {
	*Page
	Item     any
	BodyLang Foreign
}

func newPart(payload Payload, item any) Part {
	p := Part{Page: payload.page(), Item: item}
	switch whole := payload.(type) {
	case Part:
		p.BodyLang = whole.BodyLang
	case interface{ entry() *Entry }:
		p.BodyLang = whole.entry().BodyLang
	}
	return p
}

// dial leaves of a telephone number what a telephone can dial.
func dial(phone string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("+0123456789", r) {
			return r
		}
		return -1
	}, phone)
}

// parseLayouts makes a template of each layout: the base and the partials with
// the layout's own "main".
func parseLayouts(layouts, partials []File) (map[string]*template.Template, diag.List) {
	shared := template.New(baseLayout).Funcs(functions).Option("missingkey=error")
	var findings diag.List
	own := map[string]File{}
	for _, f := range slices.Concat(partials, layouts) {
		name := strings.TrimPrefix(f.Path, "layouts/")
		if name != baseLayout && path.Dir(name) == "." {
			own[strings.TrimSuffix(name, ".html")] = f
		} else if err := add(shared, name, f.Data); err != nil {
			findings = append(findings, located(err, layouts, partials))
		}
	}
	out := map[string]*template.Template{}
	for _, name := range slices.Sorted(maps.Keys(payloads)) {
		f, ok := own[name]
		if !ok {
			findings = append(findings, noLayout.At(diag.Pos{File: "layouts/" + name + ".html"}, name))
			continue
		}
		t := template.Must(shared.Clone()) // fails only after execution
		if err := add(t, name+".html", f.Data); err != nil {
			findings = append(findings, located(err, layouts, partials))
		} else if t.Lookup("main") == nil {
			findings = append(findings, noMain.At(diag.Pos{File: f.Path}))
		}
		out[name] = t
	}
	return out, findings
}

func add(set *template.Template, name string, src []byte) error {
	t := set
	if name != set.Name() {
		t = set.New(name)
	}
	if _, err := t.Parse(string(src)); err != nil {
		return fmt.Errorf("layout: %w", err)
	}
	return nil
}

// templateError is how text/template and html/template tell what is wrong, and
// templatePlace how they tell where: the column is a byte offset from 0 and may
// be missing; html/template adds the context to a name after a dollar sign.
var (
	templateError = regexp.MustCompile(`template: ?([^:]+:\d+(?::\d+)?): (.*)`)
	templatePlace = regexp.MustCompile(`^([^:$]+)[^:]*:(\d+)(?::(\d+))?$`)
)

func located(err error, sources ...[]File) diag.Diagnostic {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return badLayout.At(diag.Pos{File: "layouts/" + baseLayout}, err.Error())
	}
	return badLayout.At(position(m[1], slices.Concat(sources...)), m[2])
}

// position turns the place that a template tells into one that diag shows.
func position(place string, sources []File) diag.Pos {
	m := templatePlace.FindStringSubmatch(place)
	if m == nil {
		return diag.Pos{File: "layouts/" + baseLayout}
	}
	line, _ := strconv.Atoi(m[2])   // digits by the pattern
	offset, _ := strconv.Atoi(m[3]) // likewise, or "" for 0
	pos := diag.Pos{File: "layouts/" + m[1], Line: line}
	for _, f := range sources {
		if f.Path == pos.File && m[3] != "" {
			pos.Col = column(f.Data, line, offset)
		}
	}
	return pos
}

// column counts code points up to a byte offset in a line; both count as
// text/template does, lines from 1 and bytes from 0.
func column(src []byte, line, offset int) int {
	lines := strings.Split(string(src), "\n")
	if line < 1 || line > len(lines) {
		return 0
	}
	return utf8.RuneCountInString(lines[line-1][:min(offset, len(lines[line-1]))]) + 1
}
