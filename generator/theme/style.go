package theme

import (
	"maps"
	"slices"
	"strings"
)

// StylePage shows what pages are made of, part by part, each with its rule: for
// those who change the look. Colours, symbols and statuses are those that the
// theme has; the rest is about a city that does not exist.
type StylePage struct {
	Entry
	Cards    []Card
	Benefits BenefitTable
	Facet    Facet
	Finder   *HomeFinder
	Pager    Pager
}

// stylePath is the address of the style page, and where its samples lead.
const stylePath = "/style/"

// NewStylePage makes the style page, which is in Chinese only.
func NewStylePage(frame *Frame) *StylePage {
	card := styleCard()
	undated := card
	undated.Status = &Status{Value: "no_end_stated", Label: "未注明有效期"}
	return &StylePage{
		Entry: styleEntry(frame), Cards: []Card{card, undated}, Benefits: styleBenefits(),
		Facet: Facet{Name: "city", Title: "城市", Open: true, Values: []FacetValue{
			{Label: "示例市", URL: stylePath, Count: 12, Chosen: true}, {Label: "邻市", URL: stylePath, Count: 3}}},
		Finder: &HomeFinder{Cities: []Option{{"shili", "示例市", true}}, UnitTypes: []Option{{"studio", "开间", true}, {"2b1l", "两室一厅", false}}, RentMax: "1500"},
		Pager:  Pager{2, 3, stylePath, stylePath, []Link{{Text: "1", URL: stylePath}, {Text: "2", Current: true}, {Text: "3", URL: stylePath}}},
	}
}

// Colours are the inks of the theme on their grounds.
func (p *StylePage) Colours() []Colour { return colours(p.theme.assets["style.css"].Data) }

// skyline is the one symbol that is a picture, not an icon.
const skyline = "skyline"

// Icons are the symbols of the theme, by name.
func (p *StylePage) Icons() []Icon {
	var out []Icon
	for _, name := range slices.Sorted(maps.Keys(p.theme.icons)) {
		if name != skyline {
			out = append(out, Icon(name))
		}
	}
	return out
}

// statusKeys is what the texts of statuses are named after.
const statusKeys = "status."

// Statuses are all that the theme has a text for, by name.
func (p *StylePage) Statuses() []Status {
	var out []Status
	for _, key := range slices.Sorted(maps.Keys(p.theme.strings[p.Lang])) {
		if value, ok := strings.CutPrefix(key, statusKeys); ok {
			out = append(out, Status{Value: value, Label: p.T(key)})
		}
	}
	return out
}

func styleEntry(frame *Frame) Entry {
	link := func(text string) Link { return Link{Text: text, URL: stylePath} }
	return Entry{
		Page: Page{Frame: frame, Lang: baseLanguage, Layout: "style", Path: stylePath, Title: "样式", Description: "颜色、字、图标和每个部件，各附一条规则。", NoIndex: true},
		Kind: "page", KindLabel: "给改样式的人看", Heading: "样式", Summary: "页面由这些部件拼成。每个部件附一条规则；示例里的城市和政策都是虚构的。",
		Status: &Status{"no_end_stated", "未注明有效期", "2026年11月22日"},
		Notices: []Notice{{Kind: "warning", Text: "提醒：办事前请先核实。例如“据报道，未见原文”。", First: true}, {Kind: "info", Text: "说明：读下去之前该知道的，例如试点范围。"},
			{Kind: "ended", Text: "结束：以下是当时的内容，例如“已于2026年1月1日到期”。"}},
		Glance: styleGlance(),
		Facts:  []Fact{{"城市", []Link{link("示例市")}}, {"适用人群", []Link{link("高校毕业生"), {Text: "博士后"}}}, {"有效期至", []Link{{Text: "来源未载明"}}}},
		Figures: []Figure{{Label: "人才公寓", Value: "1200 套", Scope: "示例市高新区", AsOf: "2026年6月", StatedAs: "计划", Source: 1},
			{Label: "已发补贴", Value: "约 3600 万元", Scope: "示例市全市", AsOf: "2025年", Source: 2}},
		Sources: []Source{{Number: 1, Title: "关于印发《示例市毕业生租房补贴实施办法》的通知", URL: stylePath, Publisher: "示例市人力资源和社会保障局", Kind: "官方",
			Published: "2024年5月1日", Accessed: "2026年11月20日", Quote: "符合条件的，每人每月补贴八百元。"},
			{Number: 2, Title: "示例日报第 3 版", Publisher: "示例日报", Kind: "印刷品", Published: "2025年7月4日"}},
		Changes: []Change{{Date: "2026年11月1日", Kind: "更正", Note: "补贴上限由 900 元改为 800 元。"}},
	}
}

func styleGlance() []GlanceRow {
	say := func(text, note string) []GlanceValue { return []GlanceValue{{Link: Link{Text: text}, Note: note}} }
	return []GlanceRow{
		{Icon: "who", Label: "给谁", Values: say("毕业五年内的硕士", "在本市缴纳社会保险满三个月")},
		{Icon: "money", Label: "多少", As: "当时", Values: say("每月 800 元", "最多 36 个月")},
		{Icon: "until", Label: "何时截止", Values: say("来源未载明", "")},
		{Icon: "claim", Label: "怎么领", Values: say("网上申请", "")},
		{Icon: "source", Label: "来源", Values: say("示例市人力资源和社会保障局", "2024年5月1日")},
	}
}

func styleCard() Card {
	return Card{
		Kind: "policy", KindLabel: "政策", Title: "示例市毕业生租房补贴实施办法", URL: stylePath, City: "示例市",
		Summary: "对来示例市工作的毕业生，按学历给予租房补贴，最长三十六个月。", Date: "发布：2024年5月1日", DateISO: "2024-05-01",
		Status: &Status{Value: "in_force", Label: "现行有效"}, Facts: []CardFact{{"money", Link{Text: "每月最高 1500 元"}}, {"who", Link{Text: "高校毕业生", URL: stylePath}}},
	}
}

func styleBenefits() BenefitTable {
	current := BenefitCell{Amount: "每月 800 元", Name: "硕士租房补贴", Detail: "最多 36 个月", Current: true, Dated: "2024年5月1日",
		Policy: Link{Text: "示例市毕业生租房补贴实施办法", URL: stylePath}, Status: &Status{Value: "in_force", Label: "现行有效"}}
	reported := current
	reported.Current, reported.Dated, reported.Status = false, "", &Status{Value: "reported", Label: "据报道，未见原文"}
	return BenefitTable{ID: "benefit-rent", Title: "租房补贴", Degrees: []string{"硕士", "博士"}, Rows: []BenefitRow{
		{Of: Link{Text: "示例市", URL: stylePath}, Spans: []BenefitSpan{{Columns: 1, Label: "硕士", Cells: []BenefitCell{current}}, {Columns: 1, Label: "博士", Cells: []BenefitCell{reported}}}},
		{Of: Link{Text: "邻市", URL: stylePath}, Spans: []BenefitSpan{{Columns: 2, Label: "没有写学历", Cells: []BenefitCell{reported}}}},
	}}
}
