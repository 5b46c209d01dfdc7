package site

import (
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// treePath is where the tree of the site stands.
const treePath = "/sitemap/"

// siteTree is the page that shows the whole site as a tree. What is empty is
// left out, but for cities: that nothing is known of one is worth knowing.
func (ed edition) siteTree() theme.Payload {
	page := &theme.SitemapPage{Page: ed.page("sitemap", treePath, ed.T("sitemap.title"), ed.T("sitemap.description"))}
	for _, part := range []theme.SitemapPart{
		{ID: "sections", Title: ed.T("sitemap.sections"), Branches: ed.sectionBranches()},
		{ID: "cities", Title: ed.T("cities.title"), Branches: ed.cityBranches()},
		{ID: "find", Title: ed.T("sitemap.find"), Branches: ed.findBranches()},
		{ID: "site", Title: ed.T("sitemap.site"), Branches: ed.siteBranches()},
		{ID: "feeds", Title: ed.T("sitemap.feeds"), Branches: ed.feedBranches()},
		{ID: "data", Title: ed.T("sitemap.data"), Branches: ed.dataBranches()},
	} {
		if len(part.Branches) > 0 {
			page.Parts = append(page.Parts, part)
		}
	}
	return page
}

// branch is a page of this language with how much it holds.
func (ed edition) branch(text, path, count string, twigs ...theme.Link) theme.SitemapBranch {
	return theme.SitemapBranch{Link: ed.Link(text, ed.URL(path)), Count: count, Twigs: twigs}
}

// sectionBranches are the lists that hold something.
func (ed edition) sectionBranches() (out []theme.SitemapBranch) {
	counts := map[string]string{homesFolder: ed.T("count.home", len(ed.units))}
	for _, kind := range listed {
		counts[kind.Folder] = ed.T("count."+kind.Name, len(ed.ranking[kind.Name]))
	}
	for _, folder := range ed.frame.Sections {
		out = append(out, ed.branch(ed.T("nav."+folder), "/"+folder+"/", counts[folder]))
	}
	return append(out, ed.branch(ed.T("nav.cities"), "/cities/", ed.T("sitemap.count", len(ed.lib.Vocab.Cities))))
}

// cityBranches are the cities, each with what there is of it.
func (ed edition) cityBranches() (out []theme.SitemapBranch) {
	for _, card := range ed.cityCards() {
		out = append(out, theme.SitemapBranch{Link: ed.Link(card.Name, card.URL), Twigs: card.Counts})
	}
	return out
}

// findBranches are the ways through the site beside its lists, with all brands
// and operators.
func (ed edition) findBranches() []theme.SitemapBranch {
	out := []theme.SitemapBranch{
		ed.branch(ed.T("search.title"), "/search/", ""), ed.branch(ed.T("compare.title"), "/compare/", ""),
		ed.branch(ed.T("alphabet.title"), "/a-z/", ""),
	}
	for _, d := range ed.directories() {
		var twigs []theme.Link
		for _, o := range d.list {
			twigs = append(twigs, ed.Link(o.In(ed.Lang), ed.URL(d.path(o))))
		}
		out = append(out, ed.branch(ed.directoryLink(d).Text, "/"+d.folder+"/", ed.T("sitemap.count", len(twigs)), twigs...))
	}
	return out
}

// siteBranches are the pages about the site and about what it does not know.
func (ed edition) siteBranches() (out []theme.SitemapBranch) {
	for _, link := range ed.about() {
		out = append(out, theme.SitemapBranch{Link: link})
	}
	return append(out,
		ed.branch(ed.T("section.gaps"), "/gaps/", ed.T("sitemap.entries", len(ed.lib.Vocab.Gaps))),
		ed.branch(ed.T("corrections.title"), "/corrections/", ed.T("sitemap.entries", ed.logged())),
	)
}

// logged is how many corrections the log shows.
func (ed edition) logged() (n int) {
	for _, e := range ed.lib.Entries {
		n += len(ed.corrected(e))
	}
	return n
}

// feedBranches are the feed of the site with those of its cities.
func (ed edition) feedBranches() []theme.SitemapBranch {
	var twigs []theme.Link
	for _, c := range ed.lib.Vocab.Cities {
		twigs = append(twigs, ed.Link(c.In(ed.Lang), ed.URL(view.CityPath(c.Slug)+"feed.atom")))
	}
	return []theme.SitemapBranch{ed.branch(ed.T("footer.feed"), "/feed.atom", "", twigs...)}
}

// dataBranches are the calendars, and the files for programs, which are the same
// in all languages.
func (ed edition) dataBranches() (out []theme.SitemapBranch) {
	if ed.hasCalendar("") {
		out = append(out, theme.SitemapBranch{Link: ed.Link(ed.T("footer.calendar"), ed.calendarURL("")), Twigs: ed.cityCalendars()})
	}
	var twigs []theme.Link
	for _, kind := range content.Kinds {
		twigs = append(twigs, theme.Link{Text: ed.T("kinds." + kind.Name), URL: dataIn(kind.Folder)})
	}
	root := ed.in(config.Language)
	return append(out,
		theme.SitemapBranch{Link: theme.Link{Text: ed.T("footer.json"), URL: root.URL("/data/index.json")}, Twigs: twigs},
		theme.SitemapBranch{Link: theme.Link{Text: ed.T("sitemap.xml"), URL: root.URL("/sitemap.xml")}},
	)
}

func (ed edition) cityCalendars() (out []theme.Link) {
	for _, c := range ed.lib.Vocab.Cities {
		if ed.hasCalendar(c.Slug) {
			out = append(out, ed.Link(c.In(ed.Lang), ed.calendarURL(c.Slug)))
		}
	}
	return out
}
