package dev

import (
	"bytes"
	"cmp"
	"context"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"anju/generator/check"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// deskLists are the lists of the desk in its order: first what cannot wait.
// Those that check has besides follow.
var deskLists = []string{"stale", "windows", "expiring", "stale-translations", "drafts", "future", "incomplete", "unreviewed", "gaps"}

const (
	mostRows     = 200 // of a list that stand on the desk; the command line lists all
	mostUnfolded = 12  // rows of a list that is open at once
)

// deskPage is the desk: what waits for editors.
type deskPage struct {
	Lang     string
	Cities   []theme.Option
	Kinds    []theme.Option
	Owners   []theme.Option
	Filtered bool
	Path     string
	Findings string // how many the newest attempt has, or ""
	All      string // address of the findings
	Past     bool   // something is known of last changes
	Unknown  string // why nothing is known of last changes, or ""
	Duties   []duty
	Lists    []deskList

	view view.View
}

// duty is what one office has to look at again.
type duty struct {
	Owner string // "" for what nobody answers for
	URL   string // the desk of this office
	Due   int    // entries past the day by which they were to be reviewed, or with old vacancies
	All   int    // entries that it reviewed
}

// deskList is a list of check on the desk.
type deskList struct {
	Name, Title string
	Count, More int // all, and those left out
	Open        bool
	Rows        []deskRow
}

// deskRow is a line of it. Fold is what is too long for a row, such as all that
// is missing.
type deskRow struct {
	check.Row
	Title, URL string // of the entry; what the line begins with, and "", where there is none
	Why        []string
	Fold       []string
}

// Steps are the parts of the file's path, between which a line may end.
func (r deskRow) Steps() []string { return strings.SplitAfter(r.File, "/") }

// Say picks the words of the page's language, for templates.
func (p deskPage) Say(zh, en string) string { return say(p.Lang, zh, en) }

// Tongue marks an element with the language of a text that is not in the page's.
func (p deskPage) Tongue(text string) template.HTMLAttr { return p.view.Tongue(text).Attr() }

// choice is one of the questions of the form.
type choice struct {
	Name, Label, Any string
	Options          []theme.Option
}

// Choice is a question for templates.
func (p deskPage) Choice(name, zh, en string, options []theme.Option) choice {
	return choice{name, p.Say(zh, en), p.Say("全部", "All"), options}
}

// desk is what the page of the desk is made from. City, kind and owner, unless
// "", leave out what is another's.
type desk struct {
	check.Desk
	frame             *theme.Frame
	city, kind, owner string
}

// newDesk is the desk in a language as those see it who ask with these
// parameters.
func newDesk(s *state, lang string, asked url.Values, past *check.Past) desk {
	site := s.planned.Site
	return desk{
		Desk:  check.Desk{Library: s.planned.Library, Site: site, View: site.Views[lang], Lang: lang, Now: s.now, Past: past},
		frame: site.Frame, city: asked.Get("city"), kind: asked.Get("kind"), owner: asked.Get("owner"),
	}
}

// deskPage is the page of the desk of s.
func (b *browsers) deskPage(ctx context.Context, s *state, lang string, asked url.Values) (theme.Payload, error) {
	past, err := b.past.of(ctx, s)
	d := newDesk(s, lang, asked, past)
	p := d.page()
	what, _ := check.PastTrouble(err)
	p.Past, p.Unknown = past != nil, what.In(lang)
	o := s.overlay(lang, p.Path, 0)
	p.All = o.All
	if !o.Empty() {
		p.Findings = o.Title
	}
	return d.payload(p)
}

// payload is the desk within the page of the theme.
func (d desk) payload(p deskPage) (theme.Payload, error) {
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, "editors.html", p); err != nil {
		return nil, err
	}
	title := say(d.Lang, "编辑台", "Editors' desk")
	summary := say(d.Lang, "等编辑处理的事，最急的在前。只在自己的电脑上看得到，不会发布。", "What waits for editors, the most pressing first. It is seen on this machine only and is never published.")
	page := theme.Page{
		Frame: d.frame, Lang: d.Lang, Layout: "page", Path: p.Path, Title: title, Description: summary, NoIndex: true,
		Breadcrumbs: []theme.Link{{Text: d.View.T("nav.home"), URL: d.View.URL("/")}, {Text: title, Current: true}},
	}
	for _, lang := range d.frame.Languages {
		other := d.Site.Views[lang]
		page.Alternates = append(page.Alternates, theme.Alternate{Lang: lang, Name: other.T("language"), URL: other.URL(editorsPath)})
	}
	return &theme.PlainPage{Entry: theme.Entry{Page: page, Kind: "page", Heading: title, Summary: summary, Body: template.HTML(body.String())}}, nil
}

func (d desk) page() deskPage {
	p := deskPage{view: d.View, Lang: d.Lang, Path: d.View.URL(editorsPath), Filtered: d.city+d.kind+d.owner != ""}
	for _, c := range d.Library.Vocab.Cities {
		p.Cities = append(p.Cities, theme.Option{Value: c.Slug, Label: c.In(d.Lang), Chosen: c.Slug == d.city})
	}
	for _, k := range content.Kinds {
		p.Kinds = append(p.Kinds, theme.Option{Value: k.Name, Label: d.View.T("kind." + k.Name), Chosen: k.Name == d.kind})
	}
	p.Duties = d.duties()
	for _, o := range p.Duties {
		if o.Owner != "" {
			p.Owners = append(p.Owners, theme.Option{Value: o.Owner, Label: o.Owner, Chosen: o.Owner == d.owner})
		}
	}
	for _, name := range append(slices.Clone(deskLists), others()...) {
		p.Lists = append(p.Lists, d.list(name))
	}
	return p
}

// others are the lists of check that the desk names no place for.
func others() []string {
	return slices.DeleteFunc(check.Lists(), func(name string) bool { return slices.Contains(deskLists, name) })
}

// duties are what each office has to look at again, the most first.
func (d desk) duties() []duty {
	byOwner := map[string]*duty{}
	of := func(owner string) *duty {
		if byOwner[owner] == nil {
			byOwner[owner] = &duty{Owner: owner, URL: d.View.URL(editorsPath) + "?owner=" + url.QueryEscape(owner)}
		}
		return byOwner[owner]
	}
	for _, e := range d.Library.Entries {
		if h := e.Common(); h.Kind != "page" && h.Withdrawn == nil {
			of(h.ReviewedBy).All++
		}
	}
	for _, row := range d.Rows("stale") {
		of(row.Owner).Due++
	}
	var out []duty
	for _, owner := range byOwner {
		out = append(out, *owner)
	}
	slices.SortFunc(out, func(a, b duty) int {
		return cmp.Or(cmp.Compare(b.Due, a.Due), cmp.Compare(b.All, a.All), strings.Compare(a.Owner, b.Owner))
	})
	return out
}

// list is a list of check without what is another's.
func (d desk) list(name string) deskList {
	l := deskList{Name: name, Title: d.Title(name)}
	for _, row := range d.Rows(name) {
		if !d.wants(row) {
			continue
		}
		if l.Count++; l.Count <= mostRows {
			l.Rows = append(l.Rows, d.row(name, row))
		}
	}
	l.More = l.Count - len(l.Rows)
	l.Open = l.Count > 0 && l.Count <= mostUnfolded
	return l
}

// wants reports whether a line is about what was asked for. What is about no
// entry has no kind and nobody who answers for it; its city comes first, by name.
func (d desk) wants(row check.Row) bool {
	kind, _, _ := strings.Cut(cmp.Or(string(row.Ref), row.Line[0]), ":")
	ofCity := row.Line[0] == d.Library.Vocab.City(d.city).In(d.Lang)
	if e := d.Library.Get(row.Ref); e != nil {
		ofCity = e.Common().City == d.city
	}
	return (d.kind == "" || d.kind == kind) && (d.city == "" || ofCity) && (d.owner == "" || d.owner == row.Owner)
}

func (d desk) row(name string, row check.Row) deskRow {
	out := deskRow{Row: row, Title: row.Line[0], Why: row.Line[1:]}
	if e := d.Library.Get(row.Ref); e != nil {
		local, _ := d.View.In(e)
		out.Title, out.URL = local.Common().Title, d.View.EntryURL(e.Common())
	}
	if name == "incomplete" && len(row.Line) > 2 {
		out.Why, out.Fold = row.Line[1:2], strings.Split(row.Line[2], say(d.Lang, "；", "; "))
	}
	return out
}
