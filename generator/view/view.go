package view

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/theme"
	"anju/generator/validity"
)

// View shows entries in one language.
type View struct {
	Lang string

	lib    *content.Library
	theme  *theme.Theme
	now    time.Time
	bodies bodies

	outlines outlines
	crossing crossing
}

// New converts the text of every entry and returns a View for each language.
// now is the moment whose status pages state. The findings are those of the
// texts: links that lead nowhere, what Markdown here does not allow, and files
// beside entries that no text uses.
func New(lib *content.Library, th *theme.Theme, now time.Time, languages []string) (map[string]View, diag.List) {
	return new(Memory).Views(lib, th, now, languages)
}

// Views is as the function New.
func (m *Memory) Views(lib *content.Library, th *theme.Theme, now time.Time, languages []string) (map[string]View, diag.List) {
	var in []View
	for _, lang := range languages {
		in = append(in, View{Lang: lang, lib: lib, theme: th, now: now})
	}
	parts, list := m.outline(in) // first, for texts lead to parts of each other
	for i := range in {
		in[i].outlines = parts
	}
	shared, found := m.convert(in)
	views := map[string]View{}
	for i := range in {
		in[i].bodies, in[i].crossing = shared, m.crossing
		views[in[i].Lang] = in[i]
	}
	list = append(append(list, found...), unused(in)...)
	m.lib, m.outlines = lib, parts
	return views, list
}

// In returns an entry as it is read in the view's language, and the language of
// its text where that is another: what is not translated is shown in Chinese.
func (v View) In(e content.Entry) (content.Entry, theme.Foreign) {
	local, translated := v.lib.In(e, v.Lang)
	if translated {
		return local, ""
	}
	return local, config.Language
}

// Link is a labelled address, or plain text for "". A name that nobody has
// translated is marked as Chinese.
func (v View) Link(text, url string) theme.Link {
	return theme.Link{Text: text, URL: url, Lang: v.Tongue(text)}
}

// Tongue is the language of a text that may have no translation, where that is
// another than the view's: Han characters tell, but for those in parentheses,
// where an English text gives the original of a name.
func (v View) Tongue(text string) theme.Foreign {
	if v.Lang == config.Language || !strings.ContainsFunc(gloss.ReplaceAllString(text, ""), isHan) {
		return ""
	}
	return config.Language
}

var gloss = regexp.MustCompile(`\([^()]*\)`)

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// T is a string of the theme.
func (v View) T(key string, args ...any) string { return v.theme.String(v.Lang, key, args...) }

// opt is the string KEY.VALUE, or "" for no value.
func (v View) opt(key, value string) string {
	if value == "" {
		return ""
	}
	return v.T(key + "." + value)
}

// date spells a day, a month or a year; "" for none.
func (v View) date(d validity.Date) string { return d.In(v.Lang) }

// optDate is a date in the string of a key, or "" for none.
func (v View) optDate(key string, d validity.Date) string {
	if d.IsZero() {
		return ""
	}
	return v.T(key, v.date(d))
}

// moment spells a day and an hour in the zone of the content.
func (v View) moment(m content.Moment) string {
	if m.IsZero() {
		return ""
	}
	return v.date(validity.DateOf(m.Time)) + " " + m.In(validity.Zone).Format("15:04")
}

// joined puts the parts that are there in a row.
func (v View) joined(parts ...string) string {
	parts = slices.DeleteFunc(slices.Clone(parts), empty)
	return strings.Join(parts, v.T("list.separator"))
}

// term is what a word of a vocabulary is called, or "" for no word.
func (v View) term(vocab []content.Term, slug string) string {
	for _, t := range vocab {
		if t.Slug == slug {
			return t.In(v.Lang)
		}
	}
	return ""
}

// organisation is what a brand or an operator is called, or "" for none.
func (v View) organisation(list []content.Organisation, slug string) string {
	for _, o := range list {
		if o.Slug == slug {
			return o.In(v.Lang)
		}
	}
	return ""
}

func (v View) city(slug string) string { return v.lib.Vocab.City(slug).In(v.Lang) }
