package data

import (
	"anju/generator/content"
	"anju/generator/view"
)

// vocabulary is the file of all words that entries use by their slug, of what
// was looked for in vain, and of what the values of enumerated fields are called.
type vocabulary struct {
	about      `yaml:",inline"`
	Cities     []VocabCity         `yaml:"cities" zh:"城市" en:"cities"`
	Audiences  []content.Audience  `yaml:"audiences" zh:"适用人群" en:"for whom something is"`
	Benefits   []content.Term      `yaml:"benefits" zh:"待遇" en:"kinds of benefits"`
	Amenities  []content.Provision `yaml:"amenities" zh:"周边配套" en:"kinds of amenities nearby"`
	Facilities []content.Provision `yaml:"facilities" zh:"设施" en:"kinds of facilities"`
	Degrees    []content.Term      `yaml:"degrees" zh:"学历学位" en:"degrees"`
	Industries []content.Term      `yaml:"industries" zh:"产业" en:"industries"`
	Tags       []content.Term      `yaml:"tags" zh:"标签" en:"tags"`
	Operators  []VocabOrganisation `yaml:"operators" zh:"运营方" en:"operators"`
	Brands     []VocabOrganisation `yaml:"brands" zh:"品牌" en:"brands"`
	Topics     []content.Topic     `yaml:"topics" zh:"每个城市都要查的题目" en:"what is looked for in every city"`
	Gaps       []VocabGap          `yaml:"gaps" zh:"查过而没有找到的" en:"what was looked for and not found"`
	Labels     []Labels            `yaml:"labels" zh:"枚举值的名称" en:"what the values of enumerated fields are called"`
}

// place is where a word has a page of its own.
type place struct {
	Ref content.Ref `yaml:"ref" rule:"required" ref:"any" zh:"全站唯一的编号，也是检索接口里的 id" en:"its name over the whole site, the id that search hits have"`
	URL string      `yaml:"url" rule:"required,url" zh:"本站网址" en:"address of its page"`
}

// VocabCity is a city and its page.
type VocabCity struct {
	place        `yaml:",inline"`
	content.City `yaml:",inline"`
}

// VocabOrganisation is a brand or an operator and its page.
type VocabOrganisation struct {
	place                `yaml:",inline"`
	content.Organisation `yaml:",inline"`
}

// VocabGap is something that was not found, and its page.
type VocabGap struct {
	place       `yaml:",inline"`
	content.Gap `yaml:",inline"`
}

// vocabName is the name of the file of vocabularies and of its schema.
const vocabName = "vocab"

func (s *Source) vocabulary() vocabulary {
	v := s.Library.Vocab
	out := vocabulary{
		about: s.about(vocabName, vocabName), Audiences: v.Audiences, Benefits: v.Benefits,
		Amenities: v.Amenities, Facilities: v.Facilities, Degrees: v.Degrees, Industries: v.Industries, Tags: v.Tags,
		Operators: s.organisations("operator", "operators", v.Operators), Brands: s.organisations("brand", "brands", v.Brands),
		Topics: v.Topics, Labels: s.labels(),
	}
	for _, c := range v.Cities {
		out.Cities = append(out.Cities, VocabCity{s.place("city:"+c.Slug, view.CityPath(c.Slug)), c})
	}
	for _, g := range v.Gaps {
		out.Gaps = append(out.Gaps, VocabGap{s.place("gap:"+g.ID(), view.GapPath(g)), g})
	}
	return out
}

func (s *Source) organisations(kind, folder string, all []content.Organisation) (out []VocabOrganisation) {
	for _, o := range all {
		out = append(out, VocabOrganisation{s.place(kind+":"+o.Slug, view.OrganisationPath(folder, o.Slug)), o})
	}
	return out
}

// place is what has its Chinese page at a path.
func (s *Source) place(ref, path string) place {
	return place{content.Ref(ref), s.BaseURL + s.Views[s.Languages[0]].URL(path)}
}
