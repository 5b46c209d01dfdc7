package site

import (
	"maps"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// makeFrame fills what all pages share.
func (p *planner) makeFrame() *theme.Frame {
	c := p.cfg
	f := &theme.Frame{
		Title: map[string]string{}, Languages: c.Languages, BaseURL: p.base, Sample: c.Sample,
		Built: validity.DateOf(p.now).String(), BuiltOn: map[string]string{}, Sections: p.sections(),
		Calendar:  p.hasCalendar(""),
		Labels:    map[string]map[string]theme.Labels{},
		Homes:     p.homeChoices(),
		Pages:     map[string][]theme.Link{},
		Redirects: map[string]string{},
		Ask:       map[string]map[string][]theme.Contact{},
		Publisher: theme.Publisher{
			Name: map[string]string{}, Official: c.Publisher.Official(),
			Contact: c.Publisher.Contact, Correction: c.Publisher.Correction,
			SiteID: c.Publisher.SiteID, ICP: c.Publisher.ICP, Police: c.Publisher.Police,
			Host: c.Publisher.Host, Organiser: c.Publisher.Organiser,
		},
	}
	f.Share = p.sharePicture()
	for _, lang := range c.Languages {
		ed := p.in(lang)
		f.Title[lang] = c.Title.In(lang)
		f.BuiltOn[lang] = validity.DateOf(p.now).In(lang)
		f.Publisher.Name[lang] = c.Publisher.Name.In(lang)
		f.Labels[lang] = ed.labels()
		f.Pages[lang] = ed.about()
		f.Ask[lang] = ed.ask()
		ed.redirects(f)
	}
	return f
}

// sections are the folders that have something to list: homes stand behind the
// communities that they belong to.
func (p *planner) sections() (folders []string) {
	for _, kind := range listed {
		if len(p.ranking[kind.Name]) > 0 {
			folders = append(folders, kind.Folder)
		}
		if kind.Name == "community" && len(p.units) > 0 {
			folders = append(folders, homesFolder)
		}
	}
	return folders
}

// about are the pages of the site itself.
func (ed edition) about() (links []theme.Link) {
	for _, p := range ed.lib.Pages {
		if p.Withdrawn == nil {
			links = append(links, ed.EntryLink(p))
		}
	}
	return links
}

// ask is whom to ask in each city, and under "" what all cities have.
func (ed edition) ask() map[string][]theme.Contact {
	out := map[string][]theme.Contact{}
	for i, c := range ed.lib.Vocab.Cities {
		out[c.Slug] = ed.asked(c.Ask)
		if i == 0 {
			out[""] = slices.Clone(out[c.Slug])
		}
		out[""] = slices.DeleteFunc(out[""], func(a theme.Contact) bool { return !slices.Contains(out[c.Slug], a) })
	}
	return out
}

// redirects notes where old addresses lead and which are gone for good.
func (ed edition) redirects(f *theme.Frame) {
	for _, m := range ed.moves() {
		f.Redirects[view.Path(ed.Lang, m.from)] = m.to
	}
	for _, e := range ed.lib.Gone {
		h := e.Common()
		f.Gone = append(f.Gone, view.Path(ed.Lang, content.KindOf(h.Kind).Path(h.ID)))
	}
}

// named are the names of the words of a vocabulary.
func (ed edition) named(terms []content.Term) theme.Labels {
	out := theme.Labels{}
	for _, t := range terms {
		out[t.Slug] = t.In(ed.Lang)
	}
	return out
}

// keyed are the strings KEY.VALUE of values.
func (ed edition) keyed(key string, values ...string) theme.Labels {
	out := theme.Labels{}
	for _, value := range values {
		out[value] = ed.T(key + "." + value)
	}
	return out
}

// labels names the values of every facet of the search.
func (ed edition) labels() map[string]theme.Labels {
	v, keyed := ed.lib.Vocab, ed.keyed
	out := map[string]theme.Labels{
		"city": ed.named(content.Terms(v.Cities)), "audience": ed.named(content.Terms(v.Audiences)), "benefit": ed.named(v.Benefits),
		"degree": ed.named(v.Degrees), "tag": ed.named(v.Tags),
		"type":   keyed("kind", "community", "policy", "guide", "job", "event", "page", "home", "city", "brand", "operator", "gap"),
		"level":  keyed("level", "national", "provincial", "municipal", "district", "park"),
		"window": keyed("window", "upcoming", "open", "closing", "closed", "rolling"),
		"status": keyed("status", "in_force", "expiring", "no_end_stated", "announced", "reported", "expired", "repealed",
			"superseded", "withdrawn", "open", "closed", "upcoming", "past", "cancelled"),
		"delivery":  keyed("delivery", "apply", "no_application", "commitment", "employer_applies"),
		"unit_type": keyed("unit_type", "studio", "single", "double_share", "1b1l", "2b1l", "2b2l", "3b", "duplex", "dorm_bed"),
	}
	maps.Copy(out, ed.ownLabels())
	return out
}

// ownLabels names the values of the facets that only some kinds have.
func (ed edition) ownLabels() map[string]theme.Labels {
	v, keyed := ed.lib.Vocab, ed.keyed
	kinds := keyed("community", "residential", "mixed", "street", "science_zone", "station_cluster")
	maps.Copy(kinds, keyed("event", "job_fair", "pitch", "salon", "briefing", "visit", "deadline", "course", "meeting", "gathering"))
	return map[string]theme.Labels{
		"kind": kinds, "facility": ed.named(content.Terms(v.Facilities)), "amenity": ed.named(content.Terms(v.Amenities)),
		"brand": ed.named(content.Terms(v.Brands)), "operator": ed.named(content.Terms(v.Operators)),
		"origin":      keyed("origin", "new", "converted", "mixed"),
		"stock":       keyed("origin_stock", "state_owned", "enterprise", "social"),
		"siting":      keyed("siting", "industry_cluster", "talent_area", "transport_hub", "dev_park", "industrial_park", "tech_complex", "city_centre"),
		"funding":     keyed("funding", "government", "soe", "market", "mixed"),
		"recognition": keyed("level", "national", "provincial", "municipal", "district"),
		"genre":       keyed("genre", "how_to", "explainer", "practice", "service"),
		"channel":     keyed("channel", "counter", "online", "phone", "on_site"),
		"phase":       keyed("phase", "planning", "building", "running"),
	}
}

// page fills the part that all layouts share. trail leads from the home page
// to the parent of this one.
func (ed edition) page(layout, rooted, title, description string, trail ...theme.Link) theme.Page {
	p := theme.Page{
		Frame: ed.frame, Lang: ed.Lang, Layout: layout, Path: view.Path(ed.Lang, rooted),
		Title: title, Description: description,
		Canonical:  ed.absolute(ed.URL(rooted)),
		NoIndex:    ed.cfg.Sample,
		Correction: ed.frame.CorrectionURL(ed.Lang, ""),
		Feed:       ed.URL("/feed.atom"),
	}
	p.Translations = ed.translations(rooted, ed.cfg.Languages)
	for _, lang := range ed.cfg.Languages {
		other := ed.in(lang)
		p.Alternates = append(p.Alternates, theme.Alternate{Lang: lang, Name: other.T("language"), URL: other.URL(rooted)})
	}
	if rooted != "/" {
		p.Breadcrumbs = append([]theme.Link{{Text: ed.T("nav.home"), URL: ed.URL("/")}}, trail...)
		p.Breadcrumbs = append(p.Breadcrumbs, theme.Link{Text: title, Current: true, Lang: ed.Tongue(title)})
		p.Column = p.Breadcrumbs[1].Text
	}
	return p
}
