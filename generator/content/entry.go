package content

import (
	"slices"

	"anju/generator/diag"
	"anju/generator/validity"
)

// Kinds in the order in which the site shows them, with their folders.
var Kinds = []Kind{
	{"community", "communities"}, {"policy", "policies"}, {"guide", "guides"},
	{"job", "jobs"}, {"event", "events"}, {"page", "pages"},
}

// Kind is a kind of entry: singular in references and in type, plural in paths.
type Kind struct{ Name, Folder string }

// label names the kind in messages.
func (k Kind) label() diag.Text {
	zh := map[string]string{
		"community": "社区", "policy": "政策", "guide": "指南", "job": "岗位", "event": "活动", "page": "页面",
	}
	return diag.Text{Zh: zh[k.Name] + "（" + k.Name + "）", En: k.Name}
}

// KindOf returns the Kind named name, the zero Kind for none.
func KindOf(name string) Kind {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}
	}
	return Kinds[i]
}

// Entry is an entry of any kind.
type Entry interface {
	Common() *Head
}

// Head is what every entry carries. The struct tags are the schema: see
// strictyaml.Decode for their grammar; vocab and ref are checked by this room.
type Head struct {
	Title      string        `yaml:"title" rule:"required,len=1..60" tr:"y" zh:"标题" en:"title"`
	Summary    string        `yaml:"summary" rule:"required,len=10..200" tr:"y" zh:"摘要，一段话，不用格式" en:"one plain paragraph"`
	Published  validity.Date `yaml:"published" rule:"required,day" zh:"本站首次刊登的日期" en:"the day it first appeared on this site"`
	Sources    []Source      `yaml:"sources" tr:"y" zh:"来源" en:"sources"`
	City       string        `yaml:"city" vocab:"cities" zh:"城市" en:"city"`
	Audience   []string      `yaml:"audience" vocab:"audiences" zh:"适用人群" en:"for whom"`
	Tags       []string      `yaml:"tags" vocab:"tags" zh:"标签" en:"tags"`
	Aliases    []string      `yaml:"aliases" rule:"len=1..40" zh:"页面上不显示的搜索词" en:"search words that the page does not show"`
	Related    []Ref         `yaml:"related" ref:"any" zh:"相关条目" en:"related entries"`
	Figures    []Figure      `yaml:"figures" tr:"y" zh:"数字" en:"figures"`
	Picture    *Picture      `yaml:"picture" tr:"y" zh:"最上面的一张图片，也是转发时显示的图片" en:"the picture at the top of the page, which is also shown when the page is shared"`
	Changes    []Change      `yaml:"changes" tr:"y" zh:"变更说明" en:"change notes"`
	ReviewedBy string        `yaml:"reviewed_by" rule:"len=1..40" zh:"核对人（单位或岗位，不写人名）" en:"who reviewed it: an office, not a person"`
	ReviewedOn validity.Date `yaml:"reviewed_on" when:"past" rule:"day" zh:"核对日期" en:"when it was last checked"`
	ReviewBy   validity.Date `yaml:"review_by" rule:"day" zh:"下次核对的期限" en:"when to check next"`
	Unknown    []string      `yaml:"unknown" zh:"来源未载明的字段" en:"fields that the source does not state"`
	Draft      bool          `yaml:"draft" zh:"草稿，不发布" en:"not published"`
	Withdrawn  *Withdrawal   `yaml:"withdrawn" tr:"y" zh:"撤下：页面保留并注明" en:"taken down: the page stays with a banner"`
	Gone       bool          `yaml:"gone" zh:"已删除（410）" en:"removed for good (410)"`
	MovedFrom  []string      `yaml:"moved_from" zh:"旧编号或旧路径（301）" en:"old ids or paths (301)" eg:"[old-id]"`
	Translated validity.Date `yaml:"translated" rule:"day" tr:"only" zh:"翻译日期" en:"when the translation was made"`

	Extra map[string]any `yaml:"x-*"` // free for themes

	ID     string  `yaml:"-"` // the file's name
	Kind   string  `yaml:"-"`
	Lang   string  `yaml:"-"` // of this text
	File   string  `yaml:"-"` // where the text stands, relative to the source folder
	Body   Body    `yaml:"-"`
	Assets []Asset `yaml:"-"` // files beside ID/index.md, sorted by name
}

// Common returns the head itself.
func (h *Head) Common() *Head { return h }

// PublishedBy reports whether readers find this entry on a day.
func (h *Head) PublishedBy(day validity.Date) bool {
	return !h.Draft && !h.Published.First().After(day.First())
}

// Ref is the reference to this entry, "policy:ID".
func (h *Head) Ref() Ref { return Ref(h.Kind + ":" + h.ID) }

// Body is Markdown and where it stands.
type Body struct {
	File string
	Line int // of its first line
	Text string
}

// Ref names an entry as KIND:ID.
type Ref string

// Source says where a statement comes from.
type Source struct {
	Title       string        `yaml:"title" rule:"required,len=1..120" tr:"y" zh:"标题" en:"title"`
	Publisher   string        `yaml:"publisher" rule:"required,len=2..60" tr:"y" zh:"发布者" en:"publisher"`
	URL         string        `yaml:"url" rule:"url" zh:"网址（印刷品写 kind: print）" en:"address, unless kind is print" eg:"https://www.example.org/"`
	PublishedOn validity.Date `yaml:"published_on" when:"past" zh:"来源的发布日期" en:"when the source was published"`
	AccessedOn  validity.Date `yaml:"accessed_on" when:"past" rule:"day" zh:"查阅日期" en:"when it was read"`
	Kind        string        `yaml:"kind" rule:"enum=official|central_media|local_media|print|other" enumzh:"官方|中央媒体|地方媒体|印刷品|其他" zh:"类别" en:"kind of publisher"`
	Quote       string        `yaml:"quote" rule:"len=1..200" zh:"原文摘引" en:"its own words"`
}

// Figure is a number with all that makes it true. Source counts from 1 into
// the entry's sources.
type Figure struct {
	Label    string        `yaml:"label" rule:"required,len=2..40" tr:"y" zh:"是什么的数" en:"what is counted"`
	Value    *float64      `yaml:"value" zh:"数值" en:"value" eg:"100"`
	Min      *float64      `yaml:"min" zh:"下限（“200多名”写 min: 200）" en:"lower end"`
	Max      *float64      `yaml:"max" zh:"上限" en:"upper end"`
	Approx   bool          `yaml:"approx" zh:"约数" en:"approximate"`
	Unit     string        `yaml:"unit" rule:"required,enum=套|间|套（间）|处|个|家|名|人|平方米|平方公里|亩|元|万元|亿元|元/月|元/年|天|月|年|分钟|公里|次|项|份|%" zh:"单位" en:"unit"`
	Scope    string        `yaml:"scope" rule:"required,len=2..60" tr:"y" zh:"范围：哪里、谁的" en:"of what place or group"`
	AsOf     validity.Date `yaml:"as_of" rule:"required" zh:"截至" en:"as of"`
	StatedAs string        `yaml:"stated_as" rule:"enum=existing|under_construction|planned|demanded|intended" enumzh:"现有|在建|计划|要求|意向" zh:"现有、在建、计划、要求还是意向" en:"how firmly it was stated"`
	Source   int           `yaml:"source" rule:"required,range=1..50" zh:"第几个来源" en:"number of the source"`
	Quote    string        `yaml:"quote" rule:"len=1..200" zh:"来源里写着这个数的原话" en:"the source's words that hold this number"`
}

// Picture leads an entry.
type Picture struct {
	File   string `yaml:"file" rule:"required,len=5..80" zh:"文件名，和 index.md 在一起" en:"the name of a file beside index.md"`
	Alt    string `yaml:"alt" rule:"required,len=4..120" tr:"y" zh:"图上是什么，写给看不见的人" en:"what it shows, for those who cannot see it"`
	Credit string `yaml:"credit" rule:"required,len=2..80" tr:"y" zh:"谁拍的或画的，凭什么许可使用" en:"who made it, and by what licence it is used"`
}

// Change tells readers what changed.
type Change struct {
	Date validity.Date `yaml:"date" when:"past" rule:"required,day" zh:"日期" en:"date"`
	Kind string        `yaml:"kind" rule:"required,enum=major|minor|correction|withdrawn" enumzh:"重要变更|小改动|更正|撤下" zh:"类别" en:"kind"`
	Note string        `yaml:"note" rule:"required,len=6..200" tr:"y" zh:"改了什么" en:"what changed"`
}

// Withdrawal says why an entry was taken down.
type Withdrawal struct {
	On     validity.Date `yaml:"on" rule:"required,day" zh:"日期" en:"date"`
	Reason string        `yaml:"reason" rule:"required,len=4..200" tr:"y" zh:"原因" en:"reason"`
}

// Money is an amount in yuan: one amount, or a range of which either end may
// be open. "最高 5000 元" has only max.
type Money struct {
	Amount *int64 `yaml:"amount" rule:"range=0..2000000000" zh:"金额（元）" en:"amount in yuan" eg:"300"`
	Min    *int64 `yaml:"min" rule:"range=0..2000000000" zh:"最低（元）" en:"least, in yuan"`
	Max    *int64 `yaml:"max" rule:"range=0..2000000000" zh:"最高（元）" en:"most, in yuan"`
	Per    string `yaml:"per" rule:"enum=person|household|enterprise|project|team" enumzh:"每人|每户|每家企业|每个项目|每个团队" zh:"每人、每户……" en:"for each"`
	Period string `yaml:"period" rule:"enum=one_off|day|month|quarter|year" enumzh:"一次性|每天|每月|每季度|每年" zh:"一次性或每月、每年……" en:"how often" eg:"month"`
	Text   string `yaml:"text" rule:"len=1..100" tr:"y" zh:"原文" en:"its own words"`
}

// Range is a span of square metres or months; Value alone is a single one.
type Range struct {
	Value *float64 `yaml:"value" rule:"range=1..10000" zh:"数值" en:"value"`
	Min   *float64 `yaml:"min" rule:"range=1..10000" zh:"下限" en:"lower end"`
	Max   *float64 `yaml:"max" rule:"range=1..10000" zh:"上限" en:"upper end"`
}

// Contact is where to ask. People are not named.
type Contact struct {
	Name    string `yaml:"name" rule:"required,len=2..60" tr:"y" zh:"单位或窗口" en:"office"`
	Address string `yaml:"address" rule:"len=2..120" tr:"y" zh:"地址" en:"address"`
	Phone   string `yaml:"phone" rule:"phone" zh:"电话" en:"telephone" eg:"\"12345\""`
	Hours   string `yaml:"hours" rule:"len=2..80" tr:"y" zh:"时间" en:"hours"`
	URL     string `yaml:"url" rule:"url" zh:"网址" en:"address on the web"`
}
