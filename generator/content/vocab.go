package content

import (
	"cmp"

	"anju/generator/validity"
)

// Term is a word of a vocabulary. Slug is what entries write; the rest is what
// readers see and search by.
type Term struct {
	Slug    string   `yaml:"slug" rule:"required,id" zh:"编号" en:"slug"`
	Zh      string   `yaml:"zh" rule:"required,len=1..40" zh:"中文名" en:"Chinese name"`
	En      string   `yaml:"en" rule:"required,len=1..80" zh:"英文名" en:"English name"`
	Aliases []string `yaml:"aliases" rule:"len=1..40" zh:"别名" en:"other names"`
}

// Named is the term itself: what embeds it is a word of a vocabulary.
func (t Term) Named() Term { return t }

// Terms are the names in a vocabulary whose words say more than that.
func Terms[W interface{ Named() Term }](words []W) []Term {
	terms := make([]Term, len(words))
	for i, w := range words {
		terms[i] = w.Named()
	}
	return terms
}

// In is the name in lang.
func (t Term) In(lang string) string {
	if lang == "en" {
		return t.En
	}
	return t.Zh
}

// Audience is who something is for.
type Audience struct {
	Term   `yaml:",inline"`
	Degree string `yaml:"degree" vocab:"degrees" zh:"这些人都有的学位" en:"the degree that all of them hold"`
}

// Provision is a kind of facility or amenity, and which need of people it
// serves: 生活居住、创新创业、社会交流、文化消费.
type Provision struct {
	Term `yaml:",inline"`
	Need string `yaml:"need" rule:"enum=living|innovation|social|culture" enumzh:"生活居住|创新创业|社会交流|文化消费" zh:"哪一类需要" en:"which need it serves"`
}

// Topic is something that is looked for in every city. What covers it are the
// listed entries of Kind ("home": unit types) that carry one of Benefits or
// Tags, or all of that kind where neither is given; what a Gap of the same
// topic says was looked for in vain.
type Topic struct {
	Term     `yaml:",inline"`
	Kind     string   `yaml:"kind" rule:"required,enum=community|home|policy|guide|job|event" enumzh:"社区|房源|政策|指南|岗位|活动" zh:"哪一类条目算查到" en:"which kind of entry covers it"`
	Benefits []string `yaml:"benefits" vocab:"benefits" zh:"给这些待遇的政策算查到" en:"policies with one of these benefits cover it"`
	Tags     []string `yaml:"tags" vocab:"tags" zh:"有这些标签的算查到" en:"entries with one of these tags cover it"`
}

// City is a city of the region.
type City struct {
	Term      `yaml:",inline"`
	Code      string   `yaml:"code" rule:"len=6..6" zh:"行政区划代码（GB/T 2260）" en:"GB/T 2260 code"`
	Short     string   `yaml:"short" rule:"len=1..2" zh:"简称" en:"one-character name"`
	Districts []string `yaml:"districts" rule:"len=1..40" zh:"下辖的区县（市）" en:"its districts, counties and county-level cities"`
	Ask       []Ask    `yaml:"ask" zh:"去哪里问" en:"where to ask"`
}

// Ask is where to ask, in both languages.
type Ask struct {
	Zh    string `yaml:"zh" rule:"required,len=2..60" zh:"名称" en:"Chinese name"`
	En    string `yaml:"en" rule:"required,len=2..80" zh:"英文名称" en:"English name"`
	Phone string `yaml:"phone" rule:"phone" zh:"电话" en:"telephone"`
	URL   string `yaml:"url" rule:"url" zh:"网址" en:"address"`
}

// Organisation is a brand or an operator, with a page of its own.
type Organisation struct {
	Term      `yaml:",inline"`
	Type      string   `yaml:"kind" rule:"enum=soe_platform|rental_company|developer|new_economy|district_company|public_body|third_party" enumzh:"国有平台|住房租赁企业|房地产开发企业|新经济组织|园区公司|公共机构|第三方" zh:"哪一类机构" en:"type of organisation"`
	City      string   `yaml:"city" vocab:"cities" zh:"城市" en:"city"`
	SummaryZh string   `yaml:"summary_zh" rule:"len=2..300" zh:"简介" en:"Chinese summary"`
	SummaryEn string   `yaml:"summary_en" rule:"len=2..400" zh:"英文简介" en:"English summary"`
	Sources   []Source `yaml:"sources" rule:"required" zh:"来源" en:"sources"`
}

// Summary is what the organisation is, in lang where it is written in it.
func (o Organisation) Summary(lang string) string {
	if lang == "en" && o.SummaryEn != "" {
		return o.SummaryEn
	}
	return o.SummaryZh
}

// Gap is something that was looked for and not found: content too.
type Gap struct {
	City   string        `yaml:"city" vocab:"cities" zh:"城市" en:"city"`
	Topic  string        `yaml:"topic" rule:"required,id" zh:"题目编号" en:"topic"`
	Covers []string      `yaml:"covers" vocab:"topics" zh:"也算查过的题目" en:"topics of its city that it answers, too"`
	Zh     string        `yaml:"zh" rule:"required,len=2..60" zh:"题目" en:"Chinese title"`
	En     string        `yaml:"en" rule:"required,len=2..120" zh:"英文题目" en:"English title"`
	Looked validity.Date `yaml:"looked_on" rule:"required,day" zh:"最近一次查找" en:"last looked for"`
	TextZh string        `yaml:"text_zh" rule:"required,len=4..300" zh:"没找到什么" en:"what was not found, in Chinese"`
	TextEn string        `yaml:"text_en" rule:"required,len=4..400" zh:"英文" en:"in English"`
	Ask    []Ask         `yaml:"ask" zh:"去哪里问" en:"where to ask"`
	Found  Ref           `yaml:"found" ref:"any" zh:"后来找到的条目" en:"the entry that fills it"`
}

// ID names the gap: CITY/TOPIC, or region/TOPIC for one of no city.
func (g Gap) ID() string { return cmp.Or(g.City, RegionSlug) + "/" + g.Topic }

// Synonym is either a group of words that mean the same, or one-way: who looks
// for a word of From also finds those of To.
type Synonym struct {
	Words []string `yaml:"words" rule:"len=1..40" zh:"互为同义" en:"two-way"`
	From  []string `yaml:"from" rule:"len=1..40" zh:"单向：搜这些词" en:"one-way: these words"`
	To    []string `yaml:"to" rule:"len=1..40" zh:"也找这些词" en:"also find these"`
}

// Vocab holds all vocabularies. Each field is a file of content/vocab.
type Vocab struct {
	Cities     []City
	Audiences  []Audience
	Benefits   []Term
	Amenities  []Provision
	Facilities []Provision
	Degrees    []Term
	Industries []Term
	Tags       []Term
	Operators  []Organisation
	Brands     []Organisation
	Topics     []Topic
	Synonyms   []Synonym
	Gaps       []Gap
}
