package site

import (
	"cmp"
	"html/template"
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// minHeadings is from how many headings on a page has a table of contents.
const minHeadings = 3

// entry fills what pages of every kind carry. e is the entry in the view's
// language, or the Chinese one where there is no translation.
func (v view) entry(e content.Entry, translated bool) theme.Entry {
	h := e.Common()
	kind := content.KindOf(h.Kind)
	out := theme.Entry{
		Page:      v.page(h.Kind, kind.Path(h.ID), h.Title, h.Summary, v.trail(kind)...),
		Ref:       string(h.Ref()),
		Kind:      h.Kind,
		KindLabel: v.t("kind." + h.Kind),
		Heading:   h.Title, Summary: h.Summary,
		Status:  v.status(e),
		Notices: v.notices(e, translated),
		Figures: v.figures(h.Figures), Sources: v.sources(h.Sources), Changes: v.changes(h.Changes),
		Related: v.related(h.Ref()),
		Tags:    v.terms(h.Tags, v.lib.Vocab.Tags, "tag"),
	}
	out.Page.Section = kind.Folder
	out.Page.Correction = v.frame.CorrectionURL(v.lang, string(h.Ref()))
	out.Published, out.Reviewed, out.ReviewedBy = v.date(h.Published), v.date(h.ReviewedOn), h.ReviewedBy
	if !translated {
		out.BodyLang = config.Language
		chinese := view{planner: v.planner, lang: config.Language}
		out.Page.Canonical = v.absolute(chinese.entryURL(h))
	}
	v.body(&out, h)
	return out
}

// body puts the converted text and its table of contents on the page.
func (v view) body(out *theme.Entry, h *content.Head) {
	doc := v.texts[h.Lang][h.Ref()]
	out.Body = template.HTML(doc.HTML)
	if len(doc.Headings) < minHeadings {
		return
	}
	for _, heading := range doc.Headings {
		out.Contents = append(out.Contents, theme.Heading{Level: heading.Level, ID: heading.ID, Text: heading.Text})
	}
}

func (v view) trail(kind content.Kind) []theme.Link {
	if kind.Name == "page" {
		return nil
	}
	return []theme.Link{{Text: v.t("kinds." + kind.Name), URL: v.url("/" + kind.Folder + "/")}}
}

// status is what holds on the build day.
func (v view) status(e content.Entry) *theme.Status {
	s := v.lib.Subject(e)
	value := s.Status(v.now)
	if value == validity.None {
		return nil
	}
	label := v.t("status." + string(value))
	if s.Expiring(v.now) {
		label = v.t("status.expiring")
	}
	return &theme.Status{Value: string(value), Label: label, AsOf: v.date(validity.DateOf(v.now))}
}

// notices are the banners that a reader must see before the text.
func (v view) notices(e content.Entry, translated bool) (out []theme.Notice) {
	h := e.Common()
	add := func(kind, key string, args ...any) {
		out = append(out, theme.Notice{Kind: kind, Text: v.t(key, args...)})
	}
	if h.Withdrawn != nil {
		add("ended", "notice.withdrawn", v.date(h.Withdrawn.On), h.Withdrawn.Reason)
	}
	if !translated {
		add("info", "notice.untranslated")
	} else if h.Stale() {
		add("warning", "notice.stale_translation", v.date(h.NewestChange()))
	}
	return append(out, v.statusNotice(e)...)
}

// statusNotice says of an entry that is not simply in force what that means.
func (v view) statusNotice(e content.Entry) []theme.Notice {
	s := v.lib.Subject(e)
	notice := func(kind, key string, args ...any) []theme.Notice {
		return []theme.Notice{{Kind: kind, Text: v.t(key, args...)}}
	}
	switch status := s.Status(v.now); {
	case status == validity.Reported:
		return notice("warning", "notice.reported")
	case status == validity.Repealed:
		return notice("ended", "notice.repealed", v.date(s.Repealed))
	case status == validity.Superseded:
		return notice("ended", "notice.superseded", v.replacing(e))
	case status == validity.Expired:
		return notice("ended", "notice.expired", v.date(s.To))
	case status == validity.Announced:
		return notice("info", "notice.announced", v.date(s.From))
	case status == validity.NoEndStated:
		return notice("info", "notice.no_end_stated")
	case s.Expiring(v.now):
		return notice("warning", "notice.expiring", v.date(s.To))
	case status == validity.Closed:
		return notice("ended", "notice.closed")
	case status == validity.Past:
		return notice("info", "notice.past")
	case status == validity.Cancelled:
		return notice("ended", "notice.cancelled")
	}
	return nil
}

// replacing names what replaces a policy.
func (v view) replacing(e content.Entry) string {
	p, ok := e.(*content.Policy)
	if !ok {
		return ""
	}
	var titles []string
	for _, by := range v.lib.ReplacedBy(p) {
		local, _ := v.lib.In(by, v.lang)
		titles = append(titles, local.Common().Title)
	}
	return v.joined(titles...)
}

func (v view) figures(figures []content.Figure) (out []theme.Figure) {
	for _, f := range figures {
		stated := ""
		if f.StatedAs != "existing" {
			stated = v.opt("stated", f.StatedAs)
		}
		out = append(out, theme.Figure{
			Label: f.Label, Value: v.figureValue(f), Scope: f.Scope, AsOf: v.date(f.AsOf), StatedAs: stated, Source: f.Source,
		})
	}
	return out
}

func (v view) sources(sources []content.Source) (out []theme.Source) {
	for i, s := range sources {
		out = append(out, theme.Source{
			Number: i + 1, Title: s.Title, URL: s.URL, Publisher: s.Publisher, Kind: v.opt("source", s.Kind),
			Published: v.date(s.PublishedOn), Accessed: v.date(s.AccessedOn), Quote: s.Quote,
		})
	}
	return out
}

func (v view) changes(changes []content.Change) (out []theme.Change) {
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b content.Change) int { return b.Date.After().Compare(a.Date.After()) })
	for _, c := range sorted {
		out = append(out, theme.Change{Date: v.date(c.Date), Kind: v.t("change." + c.Kind), Note: c.Note})
	}
	return out
}

// terms are vocabulary words that lead to what else carries them.
func (v view) terms(slugs []string, vocab []content.Term, facet string) (out []theme.Link) {
	for _, slug := range slugs {
		i := slices.IndexFunc(vocab, func(t content.Term) bool { return t.Slug == slug })
		out = append(out, theme.Link{Text: vocab[i].In(v.lang), URL: v.url("/search") + "?" + facet + "=" + slug})
	}
	return out
}

// related are the links of both sides, grouped by kind.
func (v view) related(ref content.Ref) (groups []theme.Group) {
	for _, neighbour := range v.lib.Neighbours(ref) {
		e := v.lib.Get(neighbour)
		kind := e.Common().Kind
		if len(groups) == 0 || groups[len(groups)-1].ID != kind {
			groups = append(groups, theme.Group{ID: kind, Title: v.t("kinds." + kind)})
		}
		last := &groups[len(groups)-1]
		last.Cards = append(last.Cards, v.card(e))
	}
	return groups
}

// card stands for an entry in lists.
func (v view) card(e content.Entry) theme.Card {
	local, translated := v.lib.In(e, v.lang)
	h := local.Common()
	c := theme.Card{
		Kind: h.Kind, KindLabel: v.t("kind." + h.Kind),
		Title: h.Title, Summary: h.Summary, URL: v.entryURL(h),
		City: v.cityName(h.City), Status: v.status(e),
		Facts: v.cardFacts(local),
	}
	if date := content.Date(e); !date.IsZero() {
		c.Date, c.DateISO = v.date(date), date.String()
	} else if !h.ReviewedOn.IsZero() {
		c.Date, c.DateISO = v.t("entry.reviewed", v.date(h.ReviewedOn)), h.ReviewedOn.String()
	}
	if !translated {
		c.Lang = config.Language
	}
	return c
}

func (v view) cityName(slug string) string {
	if slug == "" {
		return ""
	}
	city := v.lib.Vocab.City(slug)
	return city.In(v.lang)
}

// cardFacts are the two or three values by which people choose.
func (v view) cardFacts(e content.Entry) (out []theme.Link) {
	add := func(text string) {
		if text != "" {
			out = append(out, theme.Link{Text: text})
		}
	}
	switch e := e.(type) {
	case *content.Community:
		add(v.opt("community", e.Type))
		if e.Brand != "" {
			add(organisation(v.lib.Vocab.Brands, e.Brand).In(v.lang))
		}
		if n := len(e.Homes); n > 0 {
			add(v.t("count.home", n))
		}
	case *content.Policy:
		add(v.opt("level", e.Level))
		for _, b := range e.Benefits[:min(2, len(e.Benefits))] {
			add(cmp.Or(v.money(b.Money), b.Name))
		}
	case *content.Guide:
		add(v.opt("genre", e.Genre))
	case *content.Job:
		add(e.Employer)
		add(v.money(e.Salary))
	case *content.Event:
		add(e.Venue)
	}
	return out
}

func organisation(list []content.Organisation, slug string) content.Organisation {
	i := slices.IndexFunc(list, func(o content.Organisation) bool { return o.Slug == slug })
	if i < 0 {
		return content.Organisation{}
	}
	return list[i]
}
