package site

import (
	"reflect"
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/lexicon"
	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/validity"
)

// structure is where everything of a site stands: its pages and files, what is
// in each list in which order, and what all pages share. It depends on all of a
// site but the texts of entries. It knows entries by their rank and binds no
// plan, so that the next plan takes it over whole where nothing but texts has
// changed, and makes another where anything else has. Texts are titles and
// summaries, too.
type structure struct {
	footing footing

	frame   *theme.Frame
	sheets  []Page
	copies  []File
	taken   []string           // the paths of what was taken down
	words   lexicon.Lexicon    // of the search
	terms   []*search.Document // of cities, organisations and gaps
	names   map[string]map[string][]string
	stands  func() index
	ranking map[string][]int // by kind, in the order of lists, withdrawn ones left out
	homed   []homeAt         // in the order of their list

	cityRank map[string]int // the place of a city in the vocabulary
	places   places
	serial   map[string][]int // listed events by their series
}

// footing is what a structure depends on besides the entries.
type footing struct {
	basis
	cfg  config.Config
	day  validity.Date // that pages state
	gone []content.Entry
}

func (f footing) same(other footing) bool {
	return f.theme == other.theme && f.basis.same(other.basis) && f.day == other.day &&
		reflect.DeepEqual(f.cfg, other.cfg) && slices.Equal(f.gone, other.gone)
}

// stand takes over the structure of the last plan, or makes one.
func (p *planner) stand(m *Memory) {
	now := footing{m.basis, p.cfg, validity.DateOf(p.now), p.lib.Gone}
	if s := m.structure; s != nil && s.footing.same(now) && p.asBefore(m) {
		p.structure, p.units = s, p.unitsAt(s.homed)
	} else {
		m.structure = p.build(m, now)
	}
}

// asBefore reports whether the entries are those of the last plan, but for their
// texts.
func (p *planner) asBefore(m *Memory) bool {
	sameRef := func(a, b content.Entry) bool { return a == b || a.Common().Ref() == b.Common().Ref() }
	return slices.EqualFunc(m.lib.Entries, p.lib.Entries, sameRef) && slices.EqualFunc(m.known, p.known, (*known).standsAs)
}

// build makes the structure, and lets the plan stand on it as far as it is made.
func (p *planner) build(m *Memory, on footing) *structure {
	s := &structure{footing: on, cityRank: map[string]int{}}
	p.structure = s
	for i, c := range p.lib.Vocab.Cities {
		s.cityRank[c.Slug] = i
	}
	s.ranking = p.sortLists()
	s.homed = p.sortHomes(m)
	p.units = p.unitsAt(s.homed)
	s.places, s.serial = p.sortPlaces(), p.gatherSeries()
	s.frame = p.makeFrame()
	s.names, s.words = namesBySlug(p.vocabulary()), p.lexicon()
	for _, d := range p.termDocuments() {
		s.terms = append(s.terms, m.same(d))
	}
	for _, lang := range p.cfg.Languages {
		ed := p.in(lang)
		s.sheets = ed.pages(s.sheets)
		s.copies = slices.Concat(s.copies, ed.feeds(), ed.calendars(), []File{ed.openSearch()})
	}
	s.copies = slices.Concat(s.copies, p.assets(), p.data(), []File{sitemap(s.sheets), p.robots()}, p.redirectFiles())
	s.taken = p.removed()
	s.stands = indexOf(s.sheets, s.copies)
	return s
}
