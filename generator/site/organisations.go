package site

import (
	"cmp"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// directory is one of the two lists of organisations.
type directory struct {
	kind, folder string
	list         []content.Organisation
}

func (d directory) path(o content.Organisation) string {
	return view.OrganisationPath(d.folder, o.Slug)
}

func (p *planner) directories() []directory {
	return []directory{{"brand", "brands", p.lib.Vocab.Brands}, {"operator", "operators", p.lib.Vocab.Operators}}
}

func (ed edition) directoryLink(d directory) theme.Link {
	return theme.Link{Text: ed.T("kinds." + d.kind), URL: ed.URL("/" + d.folder + "/")}
}

// directory lists the brands or the operators by the alphabet.
func (ed edition) directory(d directory) theme.Payload {
	var names []spelled
	for _, o := range d.list {
		names = append(names, ed.organisationName(o, d))
	}
	link := ed.directoryLink(d)
	trail := theme.Link{Text: ed.T("alphabet.title"), URL: ed.URL("/a-z/")}
	return &theme.AlphabetPage{
		Page:    ed.page("alphabet", "/"+d.folder+"/", link.Text, ed.T("alphabet.intro."+d.kind), trail),
		Letters: letters(names),
	}
}

func (ed edition) organisationName(o content.Organisation, d directory) spelled {
	name := theme.Name{
		Text: o.In(ed.Lang), URL: ed.URL(d.path(o)),
		City: ed.lib.Vocab.City(o.City).In(ed.Lang), Members: ed.T("count.community", len(ed.members(o, d.kind))),
	}
	if o.Type != "" {
		name.Kind = ed.T("organisation." + o.Type)
	}
	return spell(name, d.kind, o.Slug)
}

// organisation is the page of a brand or an operator with all communities that
// name it so.
func (ed edition) organisation(o content.Organisation, d directory) theme.Payload {
	frame := ed.page("term", d.path(o), o.In(ed.Lang), o.Summary(ed.Lang), ed.directoryLink(d))
	page := ed.OrganisationPage(o, d.kind, frame)
	page.Description = cmp.Or(page.Description, ed.T("term.description", page.Title))
	ed.stateOrganisation(o, &page.Page)
	if members := ed.members(o, d.kind); len(members) > 0 {
		group := theme.Group{ID: "members", Title: ed.T("members." + d.kind)}
		for _, e := range members {
			group.Cards = append(group.Cards, ed.Card(e))
		}
		page.Members = []theme.Group{group}
	}
	return page
}

// members are the listed communities that name an organisation as their brand
// or among their operators.
func (p *planner) members(o content.Organisation, kind string) (members []content.Entry) {
	for _, e := range p.shown("community") {
		c := e.(*content.Community)
		if kind == "brand" && c.Brand == o.Slug || kind == "operator" && slices.Contains(c.Operators, o.Slug) {
			members = append(members, e)
		}
	}
	return members
}
