package site

import (
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// makeFrame fills what all pages share.
func (p *planner) makeFrame() *theme.Frame {
	c := p.cfg
	f := &theme.Frame{
		Title: map[string]string{}, Languages: c.Languages, BaseURL: p.base, Sample: c.Sample,
		Built:     validity.DateOf(p.now).String(),
		Labels:    map[string]map[string]theme.Labels{},
		Pages:     map[string][]theme.Link{},
		Redirects: map[string]string{},
		Publisher: theme.Publisher{
			Name: map[string]string{}, Official: c.Publisher.Official(),
			Contact: c.Publisher.Contact, Correction: c.Publisher.Correction,
			SiteID: c.Publisher.SiteID, ICP: c.Publisher.ICP, Host: c.Publisher.Host,
		},
	}
	for _, lang := range c.Languages {
		v := view{planner: p, lang: lang}
		f.Title[lang] = c.Title.In(lang)
		f.Publisher.Name[lang] = c.Publisher.Name.In(lang)
		f.Labels[lang] = v.labels()
		f.Pages[lang] = v.about()
		v.redirects(f)
	}
	return f
}

// about are the pages of the site itself.
func (v view) about() (links []theme.Link) {
	for _, p := range v.lib.Pages {
		if p.Withdrawn == nil {
			local, _ := v.lib.In(p, v.lang)
			links = append(links, theme.Link{Text: local.Common().Title, URL: v.entryURL(&p.Head)})
		}
	}
	return links
}

// redirects notes where old addresses lead and which are gone for good.
func (v view) redirects(f *theme.Frame) {
	for _, e := range v.lib.Entries {
		h := e.Common()
		for _, old := range h.MovedFrom {
			f.Redirects[path(v.lang, content.KindOf(h.Kind).OldPath(old))] = v.entryURL(h)
		}
	}
	for _, e := range v.lib.Gone {
		h := e.Common()
		f.Gone = append(f.Gone, path(v.lang, content.KindOf(h.Kind).Path(h.ID)))
	}
}

// labels names the values of every facet of the search.
func (v view) labels() map[string]theme.Labels {
	named := func(terms []content.Term) theme.Labels {
		out := theme.Labels{}
		for _, t := range terms {
			out[t.Slug] = t.In(v.lang)
		}
		return out
	}
	keyed := func(key string, values ...string) theme.Labels {
		out := theme.Labels{}
		for _, value := range values {
			out[value] = v.t(key + "." + value)
		}
		return out
	}
	cities := theme.Labels{}
	for _, c := range v.lib.Vocab.Cities {
		cities[c.Slug] = c.In(v.lang)
	}
	return map[string]theme.Labels{
		"city": cities, "audience": named(v.lib.Vocab.Audiences), "benefit": named(v.lib.Vocab.Benefits),
		"degree": named(v.lib.Vocab.Degrees), "tag": named(v.lib.Vocab.Tags),
		"type":   keyed("kind", "community", "policy", "guide", "job", "event", "page", "home", "city", "brand", "operator", "gap"),
		"level":  keyed("level", "national", "provincial", "municipal", "district", "park"),
		"window": keyed("window", "upcoming", "open", "closing", "closed", "rolling"),
		"status": keyed("status", "in_force", "expiring", "no_end_stated", "announced", "reported", "expired", "repealed",
			"superseded", "withdrawn", "open", "closed", "upcoming", "past", "cancelled"),
		"unit_type": keyed("unit_type", "studio", "single", "double_share", "1b1l", "2b1l", "2b2l", "3b", "duplex", "dorm_bed"),
	}
}

// page fills the part that all layouts share. trail leads from the home page
// to the parent of this one.
func (v view) page(layout, rooted, title, description string, trail ...theme.Link) theme.Page {
	p := theme.Page{
		Frame: v.frame, Lang: v.lang, Layout: layout, Path: path(v.lang, rooted),
		Title: title, Description: description,
		Canonical:  v.absolute(v.url(rooted)),
		NoIndex:    v.cfg.Sample,
		Correction: v.frame.CorrectionURL(v.lang, ""),
		Feed:       v.url("/feed.atom"),
	}
	for _, lang := range v.cfg.Languages {
		other := view{planner: v.planner, lang: lang}
		p.Alternates = append(p.Alternates, theme.Alternate{Lang: lang, Name: other.t("language"), URL: other.url(rooted)})
	}
	if rooted != "/" {
		p.Breadcrumbs = append([]theme.Link{{Text: v.t("nav.home"), URL: v.url("/")}}, trail...)
		p.Breadcrumbs = append(p.Breadcrumbs, theme.Link{Text: title, Current: true})
	}
	return p
}
