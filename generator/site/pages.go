package site

import (
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// pages adds all HTML pages of a language, in a fixed order.
func (ed edition) pages(pages []Page) []Page {
	add := func(rooted string, payload func(edition) theme.Payload) {
		pages = append(pages, ed.planned(rooted, payload))
	}
	add("/", edition.front)
	for _, kind := range listed {
		pages = append(pages, ed.lists(kind)...)
	}
	pages = ed.entryPages(pages)
	pages = append(pages, ed.movedPages()...)
	pages = append(pages, ed.homes()...)
	add("/cities/", edition.cities)
	add("/compare/", edition.compare)
	pages = append(pages, ed.pairs()...)
	for _, c := range ed.lib.Vocab.Cities {
		add(view.CityPath(c.Slug), func(ed edition) theme.Payload { return ed.city(c) })
	}
	add("/a-z/", edition.alphabet)
	for _, d := range ed.directories() {
		add("/"+d.folder+"/", func(ed edition) theme.Payload { return ed.directory(d) })
		for _, o := range d.list {
			add(d.path(o), func(ed edition) theme.Payload { return ed.organisation(o, d) })
		}
	}
	add("/gaps/", edition.gaps)
	for _, g := range ed.lib.Vocab.Gaps {
		add(view.GapPath(g), func(ed edition) theme.Payload { return ed.gapPage(g) })
	}
	add("/corrections/", edition.corrections)
	add(treePath, edition.siteTree)
	for _, page := range []Page{ed.planned("/search/", edition.search), ed.planned("/404.html", edition.notFound)} {
		page.Hidden = true
		pages = append(pages, page)
	}
	return pages
}

// entryPages adds the pages of all entries.
func (ed edition) entryPages(pages []Page) []Page {
	at := slices.Index(ed.cfg.Languages, ed.Lang)
	pages = slices.Grow(pages, len(ed.lib.Entries))
	for rank, e := range ed.lib.Entries {
		k := ed.known[rank]
		page := Page{
			Lang: ed.Lang, Path: k.pages[at].file, URL: k.pages[at].url, Hidden: k.pages[at].hidden, Updated: k.updated,
			payload: func(ed edition) theme.Payload { return ed.entry(ed.lib.Entries[rank]) },
			links:   func(ed edition) []view.Link { return ed.Links(ed.lib.Entries[rank]) },
		}
		pages = append(pages, page)
		if g, ok := e.(*content.Guide); ok && g.Parts {
			pages = append(pages, ed.parts(rank, page)...)
		}
	}
	return pages
}

// entry is the page of an entry: framed here, filled by view. What is not
// translated names the Chinese page as the one to be found.
func (ed edition) entry(e content.Entry) theme.Payload {
	local, _ := ed.In(e)
	h := local.Common()
	rooted := content.KindOf(h.Kind).Path(h.ID)
	page := ed.entryFrame(e, ed.page(h.Kind, rooted, h.Title, h.Summary, ed.trail(h.Kind)...), rooted)
	ed.stateEntry(e, &page, ed.Things(e, &page))
	series := ed.series(e)
	return ed.EntryPage(e, page, series, ed.nearby(e, series))
}

// trail leads to what is of a kind.
func (ed edition) trail(kind string) []theme.Link {
	if k := content.KindOf(kind); slices.Contains(listed, k) {
		return []theme.Link{ed.listLink(k)}
	}
	return nil
}

// entryFrame completes the frame of a page of an entry. canonical is the path of
// the page to be found in its stead, without a language.
func (ed edition) entryFrame(e content.Entry, page theme.Page, canonical string) theme.Page {
	local, lang := ed.In(e)
	h := local.Common()
	page.Section, page.Correction = content.KindOf(h.Kind).Folder, ed.frame.CorrectionURL(ed.Lang, string(h.Ref()))
	page.Data = ed.dataOf(h)
	page.Canonical = ed.absolute(ed.URL(canonical))
	if lang != "" {
		page.Canonical = ed.absolute(ed.in(config.Language).URL(canonical))
	}
	page.Translations = nil
	if view.Path(ed.Lang, canonical) == page.Path {
		page.Translations = ed.translations(canonical, ed.writtenIn(e))
	}
	page.Record = ed.record(h, page.Canonical)
	if page.Image = ed.Shared(h); page.Image.URL != "" {
		page.Image.URL = ed.absolute(page.Image.URL)
	}
	return page
}

// latelyChecked is how many entries the front door shows, and latelyOfAKind how
// many of one kind while there are others.
const (
	latelyChecked = 6
	latelyOfAKind = 2
)

func (ed edition) front() theme.Payload {
	region := ed.cfg.Region.In(ed.Lang)
	page := &theme.HomePage{Page: ed.page("home", "/", ed.T("home.title", region), ed.T("home.promise", region))}
	page.Tasks = ed.tasks()
	page.Cities = ed.cityCards()
	for _, kind := range listed {
		if n := len(ed.ranking[kind.Name]); n > 0 {
			page.Counts = append(page.Counts, theme.Link{Text: ed.T("count."+kind.Name, n), URL: ed.URL("/" + kind.Folder + "/")})
		}
		if n := len(ed.units); n > 0 && kind.Name == "community" { // homes stand behind communities, as in the menu
			page.Counts = append(page.Counts, theme.Link{Text: ed.T("count.home", n), URL: ed.URL("/" + homesFolder + "/")})
		}
	}
	for _, e := range ed.lately() {
		page.Lately = append(page.Lately, ed.Card(e))
	}
	return page
}

// tasks are what people come for. Without a home on record, whoever looks for
// one is led to the communities.
func (ed edition) tasks() []theme.Task {
	task := func(icon theme.Icon, name, text, path string) theme.Task {
		return theme.Task{Icon: icon, Title: ed.T("task." + name), Text: ed.T("task." + text), URL: ed.URL(path)}
	}
	homes := task("home", "homes", "homes_text", "/homes/")
	if len(ed.units) == 0 {
		homes = task("home", "homes", "homes_none", "/communities/")
	}
	return []theme.Task{
		homes, task("policy", "policies", "policies_text", "/policies/"), task("community", "communities", "communities_text", "/communities/"),
		task("compare", "compare", "compare_text", "/compare/"),
	}
}

// lately are the entries that somebody checked last, of several kinds where
// there are.
func (ed edition) lately() []content.Entry {
	all := ed.all(func(h *content.Head) bool { return !h.ReviewedOn.IsZero() })
	slices.SortStableFunc(all, func(a, b content.Entry) int {
		return b.Common().ReviewedOn.After().Compare(a.Common().ReviewedOn.After())
	})
	return mixed(all)
}

// mixed are the first entries that the front door shows, in the order in which
// they came.
func mixed(all []content.Entry) []content.Entry {
	var first, rest []content.Entry
	of := map[string]int{}
	for _, e := range all {
		kind := e.Common().Kind
		if of[kind]++; of[kind] <= latelyOfAKind {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	shown := slices.Concat(first, rest)[:min(latelyChecked, len(all))]
	return slices.DeleteFunc(slices.Clone(all), func(e content.Entry) bool { return !slices.Contains(shown, e) })
}

// search is the form as a static host serves it: with a way to the lists, for
// there is nobody to answer.
func (ed edition) search() theme.Payload {
	page := &theme.SearchPage{Page: ed.page("search", "/search/", ed.T("search.title"), ed.T("search.static")), Browse: ed.browse()}
	page.NoIndex, page.Section = true, "search"
	return page
}

// browse are the lists that hold something.
func (ed edition) browse() (out []theme.Link) {
	for _, folder := range ed.frame.Sections {
		out = append(out, theme.Link{Text: ed.T("nav." + folder), URL: ed.URL("/" + folder + "/")})
	}
	return append(out, theme.Link{Text: ed.T("cities.title"), URL: ed.URL("/cities/")})
}

func (ed edition) notFound() theme.Payload {
	page := &theme.MessagePage{
		Page:    ed.page("message", "/404.html", ed.T("message.not_found"), ed.T("message.not_found_text")),
		Heading: ed.T("message.not_found"), Text: ed.T("message.not_found_text"), Links: ed.browse(),
	}
	page.NoIndex, page.Canonical, page.Breadcrumbs = true, "", nil
	return page
}
