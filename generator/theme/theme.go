package theme

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"anju/generator/diag"
)

// ContentSecurityPolicy is the header under which the pages of every theme work.
// It allows no inline script and no inline style, so nothing in it is unsafe-*;
// HTML comes into a page through the one trusted types policy of search.js.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types anju"

// Theme is a theme folder, parsed and checked. It does not change once loaded;
// goroutines share it.
type Theme struct {
	languages []string
	strings   map[string]table
	sources   []File // layouts and assets as they stand in the folder
	layouts   map[string]*template.Template
	assets    map[string]Asset // by name in assets/
	icons     map[string]bool  // the symbols of icons.svg
	own       map[string]bool  // the files of the override, by path
}

// Load reads a theme: the files of override (which may be nil) over those of
// base, one by one, and texts key by key. Findings name files by their path
// inside the theme folder. A theme with errors must not be used.
func Load(override, base fs.FS, languages []string) (*Theme, diag.List) {
	t := &Theme{languages: languages, strings: map[string]table{}, own: pathsOf(override)}
	var findings diag.List
	for _, lang := range languages {
		texts, more := loadStrings(override, base, lang)
		t.strings[lang] = texts
		findings = append(findings, more...)
	}
	findings = append(findings, compareTables(languages, t.strings)...)

	assets, more := overlay(override, base, "assets/*")
	findings = append(findings, more...)
	t.assets, more = fingerprint(assets)
	findings = append(findings, more...)
	findings = append(findings, checkPictures(assets)...)
	t.icons, more = symbols(t.assets[iconFile].Data)
	findings = append(findings, more...)

	layouts, more := overlay(override, base, "layouts/*.html")
	findings = append(findings, more...)
	partials, more := overlay(override, base, "layouts/partials/*.html")
	findings = append(findings, more...)
	t.sources = slices.Concat(layouts, partials, assets)
	t.layouts, more = parseLayouts(layouts, partials)
	findings = append(findings, more...)
	if !findings.HasErrors() {
		findings = append(findings, t.scan()...)
	}
	if !findings.HasErrors() {
		findings = append(findings, t.probe()...)
	}
	if !findings.HasErrors() {
		findings = append(findings, t.probeSearch()...)
	}
	return t, findings
}

// Execute writes the page that payload's Layout makes of it. After an error,
// what has been written is not whole: write to a buffer.
func (t *Theme) Execute(w io.Writer, payload Payload) error {
	p := payload.page()
	layout, ok := t.layouts[p.Layout]
	if !ok {
		return fmt.Errorf("page %s: no layout %q", p.Path, p.Layout)
	}
	p.theme = t
	if err := layout.Execute(w, payload); err != nil {
		return fmt.Errorf("page %s: %w", p.Path, err)
	}
	return nil
}

// String is the interface text of key in lang, filled with args as fmt does. A
// missing key comes back in ⟦ ⟧.
func (t *Theme) String(lang, key string, args ...any) string {
	return t.strings[lang].fill(key, args...)
}

// Has reports whether lang has an interface text for key.
func (t *Theme) Has(lang, key string) bool {
	_, ok := t.strings[lang][key]
	return ok
}

// Assets lists the files for the browser, sorted by path.
func (t *Theme) Assets() []Asset {
	return slices.SortedFunc(maps.Values(t.assets), func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
}

// Asset is the file for the browser of that name, if the theme has it.
func (t *Theme) Asset(name string) (Asset, bool) {
	a, ok := t.assets[name]
	return a, ok
}

// Files is the theme as resolved, for the release: Load of these files alone
// gives the same theme.
func (t *Theme) Files() []File {
	out := slices.Clone(t.sources)
	for _, lang := range t.languages {
		out = append(out, File{"strings/" + lang + ".yaml", t.strings[lang].encode()})
	}
	return out
}
