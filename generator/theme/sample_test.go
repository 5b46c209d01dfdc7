package theme

import (
	"html/template"
	"maps"
	"slices"
)

// samplePages makes a full page of each layout, in each language, about a city
// that does not exist.
func samplePages(lang string) map[string]Payload {
	return map[string]Payload{
		"home":      sampleHome(lang),
		"list":      sampleList(lang),
		"community": sampleCommunity(lang),
		"policy":    samplePolicy(lang),
		"guide":     sampleGuide(lang),
		"part":      samplePart(lang),
		"job":       &JobPage{Entry: sampleEntry("job", lang, "研究员（示例）"), Apply: "把简历发到招聘邮箱，注明岗位名称。", ApplyURL: "https://example.org/jobs/1", Calendar: "/jobs/x/job.ics"},
		"event": &EventPage{Entry: sampleEntry("event", lang, "示例市秋季人才招聘会"), Register: "须在 2026年11月25日前报名，不收费。",
			RegisterURL: "https://example.org/fair", Outcome: "到场单位 40 家，达成意向 120 人。",
			Sessions: []string{"2026年12月5日（周六）14:00–16:00", "2026年12月12日（周六）14:00–16:00", "另有3场"}, Calendar: "/events/x/event.ics"},
		"page":        &PlainPage{Entry: sampleEntry("page", lang, "关于本站")},
		"term":        &TermPage{Entry: sampleEntry("term", lang, "安心驿"), Members: []Group{sampleGroup("社区", "members")}},
		"compare":     sampleCompare(lang),
		"pair":        samplePair(lang),
		"alphabet":    sampleAlphabet(lang),
		"corrections": sampleCorrections(lang),
		"sitemap": &SitemapPage{Page: samplePage("sitemap", lang, "网站地图"), Parts: []SitemapPart{
			{"cities", "城市", []SitemapBranch{
				{Link{Text: "示例市", URL: "/cities/shili/"}, "", []Link{{Text: "3个社区", URL: "/cities/shili/#communities"}, {Text: "安心驿", URL: "/brands/anxinyi/", Lang: "zh-Hans"}}},
				{Link: Link{Text: "邻市", URL: "/cities/linshi/"}, Count: "12条"},
			}},
		}},
		"cities":  &CitiesPage{Page: samplePage("cities", lang, "城市"), Cities: sampleCities()},
		"city":    sampleCity(lang),
		"search":  sampleSearch(lang),
		"message": sampleMessage(lang),
		"gap": &GapPage{Page: samplePage("gap", lang, "落户规定"), Gap: sampleFilledGap, City: Link{Text: "示例市", URL: "/cities/shili/"},
			Ask: []Contact{{Name: "政务服务热线", Phone: "12345"}}, Others: []Gap{sampleGap}},
		"gaps":  sampleGaps(lang),
		"style": NewStylePage(sampleFrame),
	}
}

var sampleGap = Gap{URL: "/gaps/shili/hukou/", Topic: "落户规定", Place: "示例市", Text: "没有找到现行的落户规定。", Looked: "2026年11月22日"}

// sampleFilledGap is one that an entry fills by now.
var sampleFilledGap = Gap{URL: "/gaps/shili/rent/", Topic: "租房补贴标准", Place: "示例市", Text: "当时没有找到租房补贴的标准。", Looked: "2026年2月1日",
	Found: Link{Text: "示例市毕业生租房补贴实施办法", URL: "/policies/shili-rent/"}}

var sampleFrame = &Frame{
	Title:     map[string]string{"zh-Hans": "安居·示例市", "en": "Anju, Example City"},
	Languages: []string{"zh-Hans", "en"},
	BaseURL:   "https://anju.example",
	Publisher: Publisher{
		Name:    map[string]string{"zh-Hans": "示例市人才服务中心", "en": "Example City Talent Centre"},
		Contact: "0000-12345678", Correction: "mailto:fix@anju.example", ICP: "示ICP备00000000号", Police: "示公网安备00000000000000号",
	},
	Pages: map[string][]Link{"zh-Hans": {{Text: "关于本站", URL: "/about/"}}, "en": {{Text: "About", URL: "/en/about/"}}},
	Ask: map[string]map[string][]Contact{
		"zh-Hans": {"": {{Name: "政务服务热线", Phone: "12345"}}}, "en": {"": {{Name: "Service line", Phone: "12345"}}},
	},
	Sample: true, Calendar: true,
	Built: "2026-11-22", BuiltOn: map[string]string{"zh-Hans": "2026年11月22日", "en": "22 November 2026"},
	Sections: []string{"communities", "policies", "guides", "jobs", "events"},
	Labels:   map[string]map[string]Labels{"zh-Hans": {"city": {"shili": "示例市"}}, "en": {"city": {"shili": "Example City"}}},
}

func samplePage(layout, lang, title string) Page {
	return Page{
		Frame: sampleFrame, Lang: lang, Layout: layout, Path: "/x/", Title: title,
		Description:  "示例省各城市的人才社区和人才政策，来源和日期条条注明。",
		Canonical:    "https://anju.example/x/",
		Alternates:   []Alternate{{"zh-Hans", "中文", "/x/"}, {"en", "English", "/en/x/"}},
		Breadcrumbs:  []Link{{Text: "首页", URL: "/"}, {Text: "政策", URL: "/policies/"}, {Text: title}},
		Section:      "policies",
		Feed:         "/feed.atom",
		Data:         "/policies/x/index.json",
		Correction:   "mailto:fix@anju.example?subject=policy:shili-rent",
		Translations: []Alternate{{"zh-Hans", "中文", "https://anju.example/x/"}, {"en", "English", "https://anju.example/en/x/"}},
		Image:        Picture{URL: "https://anju.example/x/a.png", Alt: "人才公寓的走廊", Width: 1200, Height: 630},
		JSONLD:       `{"@context":"https://schema.org"}`,
	}
}

// samplePicture is the address of the picture beside each sample entry.
const samplePicture = "/x/a-960.0123456789.jpg"

func sampleEntry(layout, lang, title string) Entry {
	e := Entry{
		Page: samplePage(layout, lang, title),
		Ref:  layout + ":shili", Kind: layout, KindLabel: "政策", Heading: title,
		Summary: "对来示例市工作的毕业生，按学历给予租房补贴，最长三十六个月；在人才社区租住的，可以叠加租金优惠。",
		Notices: []Notice{
			{Kind: "warning", Text: "据报道，未见原文。以下依据报道或政府网站的介绍，不能当作办事依据。", First: true},
			{Kind: "info", Text: "原文没有写有效期。办事前请先核实是否仍然执行。"},
			{Kind: "ended", Text: "本政策已由新政策代替：", First: true, Links: []Link{{Text: "新办法", URL: "/policies/xin/", Lang: "zh-Hans"}, {Text: "不再适用"}}},
		},
		Status: &Status{"no_end_stated", "未注明有效期", "2026年11月22日"},
		Facts:  []Fact{{"城市", []Link{{Text: "示例市", URL: "/cities/shili/"}}}, {"适用人群", []Link{{Text: "高校毕业生", URL: "/search?audience=graduates"}, {Text: "博士后"}}}, {"兑现方式", []Link{{Text: "本人申请"}}}},
		Body:   template.HTML(sampleBody),
		Picture: &LeadPicture{
			Picture: Picture{URL: samplePicture, Alt: "人才公寓的走廊", Width: 960, Height: 640},
			Srcset:  samplePicture + " 960w", Sizes: "92vw", Credit: "示例插图，本站绘制",
		},
		Contents: []Heading{{2, "怎么算", "怎么算"}, {3, "两个例子", "两个例子"}, {2, "常见问题", "常见问题"}},
		Figures: []Figure{
			{"人才公寓", "1200 套", "示例市高新区", "2026年6月", "计划", 1, "zh-Hans", "zh-Hans"},
			{"已发补贴", "约 3600 万元", "示例市全市", "2025年", "", 2, "", ""},
		},
		Sources: []Source{
			{1, "关于印发《示例市毕业生租房补贴实施办法》的通知", "示例市人力资源和社会保障局", "https://example.org/policies/1", "官方", "2024年5月1日", "2026年11月20日", "符合条件的，每人每月补贴八百元，最长三十六个月。", "zh-Hans", "zh-Hans"},
			{2, "示例日报第 3 版", "示例日报", "", "印刷品", "2025年7月4日", "", "", "", ""},
		},
		Changes: []Change{{"2026年11月1日", "更正", "补贴上限由 900 元改为 800 元。", "zh-Hans"}},
		Tags:    []Link{{Text: "租房", URL: "/search?tag=rent"}, {Text: "毕业生", URL: "/search?tag=graduate"}},
		Related: []Group{sampleGroup("相关社区", "related-community")},
		Nearby:  []Group{sampleGroup("示例市的岗位", "city-job"), {ID: "city-all", Title: "在各个城市", More: Link{Text: "按城市看", URL: "/cities/"}}},
	}
	e.Record = &Record{
		Ref: e.Ref, Published: "2026年10月1日首次刊登", Checked: "2026年11月20日", CheckedBy: Link{Text: "示例市人才服务窗口"},
		PubDate: "2026-10-01 00:00", Source: "示例市人力资源和社会保障局", Keywords: []string{"政策", "租房"}, QR: QR{"M4 4h7v1h-7z", 29},
	}
	if lang != "zh-Hans" {
		e.BodyLang = "zh-Hans"
	}
	return e
}

func sampleGlance() []GlanceRow {
	plain := func(text, note string) GlanceValue { return GlanceValue{Link{Text: text}, "", note} }
	return []GlanceRow{
		{"who", "给谁", "", []GlanceValue{{Link{Text: "高校毕业生", URL: "/search?audience=graduates"}, "", ""}, {Link{Text: "博士后", URL: "/search?audience=postdoc"}, "", ""}}},
		{"money", "给多少", "据报道（2024年5月1日）", []GlanceValue{plain("每月1,500元", "博士租房补贴，最多36个月"), plain("每月800元", "硕士租房补贴，最多36个月"), {Link{Text: "共4项，看全部", URL: "#benefits"}, "", ""}}},
		{"until", "到什么时候", "", []GlanceValue{plain("到2027年12月31日", "还有404天"), {Link{Text: "申报到2026年11月30日截止", URL: "#windows"}, "", "还有8天"}}},
		{"claim", "怎么领", "", []GlanceValue{plain("本人申请", ""), {Link{Text: "看步骤（共3步）", URL: "#claim"}, "", "第一步：登录“示例人才”网站，填写申请。"}, {Link{Text: "请问示例窗口"}, "12345", ""}}},
		{"source", "出处", "", []GlanceValue{{Link{Text: "示人社发〔2024〕12号", URL: "#document", Lang: "zh-Hans"}, "", "2024年5月1日发布"}}},
	}
}

const sampleBody = `<h2 id="怎么算">怎么算</h2>
<p>补贴按<strong>学历</strong>和<em>租住地点</em>计算，从申请通过的下一个月起发放。“人才社区”内的房源，租金另有优惠（见<a href="https://example.org/rent">租金表</a>），两项可以叠加；但同一套住房，只能由一个人申请。</p>
<h3 id="两个例子">两个例子</h3>
<ul><li>硕士，在人才社区租住：每月 800 元，另减租金 20%。</li><li>本科，自己租房：每月 500 元。</li></ul>
<h2 id="常见问题">常见问题</h2>
<blockquote><p>换了工作还能领吗？能，重新签合同后三十天内办变更。</p></blockquote>
<aside class="alert alert-warning"><p>不要把押金转给个人。</p></aside>
<div class="table" role="region" tabindex="0" aria-label="各学历的标准"><table><thead><tr><th>学历</th><th>每月</th></tr></thead><tbody><tr><td>博士</td><td>1500 元</td></tr><tr><td>硕士</td><td>800 元</td></tr></tbody></table></div>`

func sampleCard() Card {
	return Card{
		Kind: "policy", KindLabel: "政策", Title: "示例市毕业生租房补贴实施办法", URL: "/policies/shili-rent/",
		Summary: "对来示例市工作的毕业生，按学历给予租房补贴，最长三十六个月。", City: "示例市", Date: "发布：2024年5月1日", DateISO: "2024-05-01",
		Status: &Status{"in_force", "现行有效", ""}, Lang: "zh-Hans",
		Facts: []CardFact{{"money", Link{Text: "每人每月最高 1500 元"}}, {"who", Link{Text: "高校毕业生", URL: "/search?audience=graduates"}}, {Link: Link{Text: "安心驿", Lang: "zh-Hans"}}},
	}
}

func sampleGroup(title, id string) Group {
	community := sampleCard()
	community.KindLabel, community.Title, community.Status = "社区", "高新区安心驿", nil
	return Group{Title: title, ID: id, Cards: []Card{sampleCard(), community, sampleCard()}, More: Link{Text: "查看全部 12 条", URL: "/policies/"}}
}

func sampleHome(lang string) Payload {
	tasks := []Task{
		{"home", "找住处", "看户型、租金、面积和申请办法", "/homes/"}, {"policy", "查政策", "补贴多少、给谁、何时能办", "/policies/"},
		{"community", "看社区", "位置、设施、配套和联系方式", "/communities/"},
	}
	p := &HomePage{Page: samplePage("home", lang, "在示例省安居"), Tasks: tasks, Cities: sampleCities(), Lately: sampleGroup("", "").Cards,
		Counts: []Link{{Text: "9 个社区", URL: "/communities/"}, {Text: "41 项政策", URL: "/policies/"}, {Text: "7 篇指南", URL: "/guides/"}}}
	p.Breadcrumbs, p.Section = nil, ""
	return p
}

func sampleCities() []CityCard {
	var out []CityCard
	for i, name := range []string{"南京", "无锡", "徐州", "常州", "苏州", "南通", "连云港", "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁"} {
		c := CityCard{Name: name, URL: "/cities/x/"}
		if i%3 != 2 {
			c.Counts = []Link{{Text: "3 个社区"}, {Text: "12 项政策"}}
		}
		out = append(out, c)
	}
	return out
}

func sampleList(lang string) Payload {
	return &ListPage{
		Page: samplePage("list", lang, "政策"), Intro: "补贴、安居、落户、创业等政策，现行的在前，写明依据是原文还是报道。", Total: 41,
		Facet:    []FacetLinks{{"城市", []Link{{Text: "南京 12", URL: "/search?city=nanjing"}, {Text: "苏州 9", URL: "/search?city=suzhou"}}}, {"级别", []Link{{Text: "市级 30", URL: "/search?level=municipal"}}}, {"待遇", []Link{{Text: "租房补贴", URL: "/search?benefit=rent"}}}},
		Groups:   []Group{{ID: "open", Title: "招聘中（5个，这里是第3至5个）", Cards: sampleGroup("", "").Cards}, {ID: "closed", Title: "已截止（1个）", Cards: sampleGroup("", "").Cards[:1]}},
		Calendar: "/calendar.ics", Pager: samplePager(), Finder: sampleFinder(),
	}
}

func sampleFinder() *HomeFinder {
	return &HomeFinder{
		Cities: []Option{{"shili", "示例市", true}, {"linshi", "邻市", false}}, UnitTypes: []Option{{"studio", "开间", true}, {"2b1l", "两室一厅", false}},
		RentMax: "1500", AreaMin: "30", Available: true, Hidden: []Field{{"type", "home"}},
	}
}

func samplePager() Pager {
	return Pager{2, 3, "/policies/", "/policies/page/3/", []Link{{Text: "1", URL: "/policies/"}, {Text: "2", Current: true}, {Text: "3", URL: "/policies/page/3/"}}}
}

func sampleContacts() []Contact {
	return []Contact{{"示例市人才服务窗口", "示例市人民路 1 号政务中心 3 楼", "0000-1234 5678", "工作日 9:00–17:00", "https://example.org/ask", "zh-Hans", "zh-Hans"}}
}

func sampleCommunity(lang string) Payload {
	return &CommunityPage{
		Entry:       sampleEntry("community", lang, "高新区安心驿人才社区"),
		Positioning: "为在高新区工作的年轻人提供三年过渡住房，步行十五分钟内有食堂、健身房和地铁站。",
		Homes: []Home{
			{ID: "home-studio", Title: "单身公寓", UnitType: "开间", Rent: "每月 900–1200 元", Area: "28–35 平方米", For: "在高新区就业的毕业生",
				RentNote: "低于市场价", Dated: "来源日期：2025年11月", Deposit: "一个月租金", Available: "共 120 套，空 8 套", Asked: "2026年9月1日", Stale: "已超过30天，可能有变化",
				Lease: "6–36 个月", Apply: "网上申请", ApplyURL: "https://example.org/apply", ApplySteps: []string{"登录网站", "选房签约"}, Papers: []string{"身份证"},
				Features: []string{"独立卫浴", "可开火"}, Conditions: []string{"毕业五年内", "本人在本市无房"}, Source: 1},
			{ID: "home-two", Title: "两室一厅", UnitType: "两室一厅", Rent: "来源未载明", Area: "约 68 平方米", Available: "来源未载明", Source: 1},
		},
		Facilities: []ItemGroup{{"社会交流", []Item{{"共享厨房", "2 处", "", 1}}}, {"生活居住", []Item{{"托育点", "预计 2027年建成", "计划", 2}}}},
		Circle:     sampleCircle(),
		Amenities:  []Item{{"市立医院", "780米，直线距离，只有距离，没有步行时间", "", 1}, {"大学", "步行 18 分钟，来源自述", "", 1}},
		Commute:    []Item{{"高新区软件园", "地铁20分钟", "", 2}},
		Recognitions: []Item{{"5星级", "依据《示例市人才社区评定办法》，2025年", "", 2},
			{"省级示范人才社区", "省级，示例省住房厅认定，2025年", "", 2}},
		Background: []Fact{{"运营方", []Link{{Text: "示例邻里公司", URL: "/operators/linli/"}}}, {"改造前用途", []Link{{Text: "粮食仓库"}}}, {"谁出资", []Link{{Text: "多方投资"}}}},
		Partners:   []Item{{"示例银行", "银行", "", 1}},
		Contacts:   sampleContacts(),
	}
}

// sampleCircle has more inside than its picture shows.
func sampleCircle() *Circle {
	return &Circle{
		Minutes: 10, Kinds: 2, Methods: "实地测量1处，来源自述2处", Rings: []Ring{{5, 66}, {10, 100}},
		Dots:   []Dot{{1, 33, -41, "菜市场，步行3分钟"}, {2, -20, 75.5, "地铁站，步行8分钟"}},
		Inside: []Item{{"菜市场", "步行3分钟，实地测量", "", 1}, {"地铁站", "步行8分钟，来源自述", "", 1}, {"另一个地铁站", "步行10分钟，来源自述", "", 1}},
	}
}

func samplePolicy(lang string) Payload {
	text := func(s string) []Link { return []Link{{Text: s}} }
	entry := sampleEntry("policy", lang, "示例市毕业生租房补贴实施办法")
	entry.Glance = sampleGlance()
	return &PolicyPage{
		Entry: entry,
		Header: []Fact{{"索引号", text("来源未载明")}, {"发文机关", []Link{{Text: "示例市人力资源和社会保障局"}, {Text: "示例市住房和城乡建设局"}}}, {"发文字号", text("示人社发〔2024〕12号")},
			{"发布日期", text("2024年5月1日")}, {"施行日期", text("2024年6月1日")}, {"有效期至", text("来源未载明")}},
		Conditions: []string{"全日制本科以上学历，毕业五年内", "在本市缴纳社会保险满三个月", "本人及配偶在本市没有住房"},
		Unseen:     true,
		Benefits: []BenefitGroup{
			{Rows: []Benefit{{"phd", "博士租房补贴", "租房补贴", "每月 1500 元", "博士", "在本市缴纳社会保险", "最多 36 个月", 1}}},
			{"生活补贴", []Benefit{{"master", "硕士生活补贴", "", "每月 800 元", "硕士", "", "最多 36 个月", 1}}},
		},
		StatedOn:  "2024年5月1日",
		Windows:   []WindowRow{{"2026年第二批", "2026年10月1日", "2026年11月30日", "即将截止", "还有8天", "zh-Hans"}, {"", "", "", "常年受理", "", ""}},
		Claim:     []string{"登录“示例人才”网站，填写申请。", "上传合同、毕业证和租房合同。", "审核通过后，按季度发到社会保障卡。"},
		Documents: []string{"身份证", "毕业证书", "租房合同"},
		Contacts:  sampleContacts(),
		Official:  "https://example.org/policies/1",
		Pilot:     "这是试点政策，试点范围：示例市高新区。",
	}
}

func sampleGuide(lang string) Payload {
	return &GuidePage{
		Entry:     sampleEntry("guide", lang, "怎么申请租房补贴"),
		Steps:     []Step{{"准备材料", "租房合同要写明房屋地址和租期。", "本人", "家里", "半天"}, {"网上提交", "", "", "“示例人才”网站", "10 分钟"}, {Title: "等审核"}},
		Documents: []Item{{"身份证", "原件，1 份", "", 0}, {"毕业证书", "复印件", "", 2}},
		Places:    sampleContacts(),
		Parts:     sampleParts,
		Whole:     Link{Text: "一页看完，打印全文", URL: "/guides/x/print/"},
		Overview:  Link{Text: "分部分看", URL: "/guides/x/"},
		Measures:  []Measure{{"公寓楼下有共享办公室。", "现有", true, 1}, {"每年新建三处人才社区。", "计划", false, 2}},
	}
}

var sampleParts = []PartLink{
	{Number: 1, ID: "谁可以申请", Title: "谁可以申请", Lead: "毕业五年内，在示例市工作，没有住房。", URL: "/guides/x/谁可以申请/"},
	{Number: 2, ID: "补贴多少", Title: "补贴多少，怎么算", URL: "/guides/x/补贴多少/", Below: []Heading{{3, "叠加", "可以和租金优惠叠加吗"}}},
	{Number: 3, ID: "被退回", Title: "被退回怎么办", Lead: "按短信里写的原因补材料。", URL: "/guides/x/被退回/"},
}

func samplePart(lang string) Payload {
	p := &PartPage{
		Entry: sampleEntry("part", lang, "怎么申请租房补贴"), Guide: Link{Text: "怎么申请租房补贴", URL: "/guides/x/"},
		ID: "补贴多少", Name: "补贴多少，<em>怎么算</em>", Parts: sampleParts, Number: 2,
		Prev: Link{Text: "谁可以申请", URL: "/guides/x/谁可以申请/"}, Next: Link{Text: "被退回怎么办", URL: "/guides/x/被退回/"},
		Whole: Link{Text: "一页看完，打印全文", URL: "/guides/x/print/"},
	}
	p.Figures, p.Changes, p.Related, p.Nearby = nil, nil, nil, nil
	return p
}

func sampleCity(lang string) Payload {
	community := sampleCard()
	community.KindLabel, community.Title = "社区", "高新区安心驿"
	return &CityPage{
		Page: samplePage("city", lang, "示例市"), City: "示例市", Calendar: "/cities/shili/calendar.ics",
		Counts:      []Link{{Text: "3 个社区", URL: "#communities"}, {Text: "12 项政策", URL: "#policies"}, {Text: "1 项做法", URL: "#practices"}},
		Communities: Group{Title: "社区", ID: "communities", Cards: []Card{community, community}}, Homes: sampleGroup("房源", "homes"),
		Benefits: sampleBenefits("", "租房补贴"), Groups: []Group{sampleGroup("政策", "policies"), sampleGroup("活动", "events")},
		Practices: []Practice{{Title: "旧仓库改成社区", URL: "/guides/jiucang/", Summary: "先定运营方，再定户型，最后动工。", Lang: "zh-Hans", Measures: []DatedMeasure{
			{Measure{"粮仓改成 120 套公寓", "现有", true, 1}, "据2023年2月的来源"}, {Measure{"再改两处仓库", "计划", false, 2}, "来源没有写日期"},
			{Measure{"各区都要有一处", "要求", false, 0}, "来源没有写日期"}}}},
		Figures: sampleCharts(),
		Commutes: []Commute{{To: "示例科技园", Lang: "zh-Hans", Items: []Way{
			{Link{Text: "高新区安心驿", URL: "/communities/a/"}, "zh-Hans", "步行 9 分钟"}, {Link{Text: "老厂街区", URL: "/communities/b/"}, "", "地铁 20 分钟"}}}},
		Organisations: []Link{{Text: "安心驿", URL: "/brands/anxinyi/"}}, Above: sampleGroup("上级政策，示例市也适用", "above"),
		Gaps: []Gap{sampleGap},
		Ask:  sampleContacts(), Pairs: []Link{{Text: "邻市", URL: "/compare/shili/linshi/"}},
	}
}

func sampleBenefits(id, of string) BenefitTable {
	current := BenefitCell{
		Amount: "每月 800 元", Name: "硕士租房补贴", Detail: "毕业五年内，最多 36 个月", Lang: "zh-Hans", Current: true, Dated: "2024年5月1日",
		Policy: Link{Text: "示例市毕业生租房补贴实施办法", URL: "/policies/shili-rent/#benefit-master"}, Status: &Status{"in_force", "现行有效", ""},
	}
	reported, plain := current, current
	reported.Current, reported.Dated, reported.Status = false, "", &Status{"reported", "据报道，未见原文", ""}
	plain.Detail, plain.Status, plain.Lang = "", nil, ""
	plain.Place = "区县：示例市邻水区人民政府"
	return BenefitTable{
		ID: id, Title: "租房补贴", Degrees: []string{"本科", "硕士", "博士"},
		Rows: []BenefitRow{
			{ID: "benefit-row", Of: Link{Text: of, URL: "/cities/shili/"}, Spans: []BenefitSpan{
				{Columns: 1, Label: "本科"}, {Columns: 1, Label: "硕士", Cells: []BenefitCell{current, reported}, More: Link{Text: "另有3项，看这些政策", URL: "/search?benefit=rent"}},
				{Columns: 1, Label: "博士", Cells: []BenefitCell{plain}},
			}},
			{Of: Link{Text: "邻市", URL: "/cities/linshi/"}, Spans: []BenefitSpan{{Columns: 3, Label: "没有写学历", Cells: []BenefitCell{reported, plain}}}},
		},
		Missing: []Gap{sampleGap}, Unsought: []string{"范例市", "样板市"},
	}
}

// sampleCharts are a chart with every sort of bar, and numbers that stand alone.
func sampleCharts() []Chart {
	link := Link{Text: "示例日报", URL: "/guides/jiucang/#source-1"}
	return []Chart{
		{ID: "chart-1", Title: "旧仓库改成社区", URL: "/guides/jiucang/", Lang: "zh-Hans", Note: "单位：套", Bars: []Bar{
			{Label: "已经建成", Scope: "示例市高新区", Value: "1200 套", Dated: "截至2026年6月", Lang: "zh-Hans", Source: link, Sure: 60, Width: 60},
			{Label: "可以住进", Value: "不超过 800 套", Source: link, Width: 40},
			{Label: "明年开工", Value: "1500–2000 套", Dated: "截至2026年", Source: link, StatedAs: "计划", Outline: true, Sure: 75, Width: 100},
			{Label: "一套也没有", Value: "0 套", Dated: "截至2026年", Source: link},
		}},
		{ID: "chart-2", Title: "其他数字", Plain: true, Bars: []Bar{{Label: "占地", Value: "46 亩", Dated: "截至2026年", Source: link, StatedAs: "意向", Outline: true}}},
	}
}

func sampleSingles() []SingleBenefit {
	cell := sampleBenefits("", "").Rows[1].Spans[0].Cells[1]
	cell.Degrees, cell.Lang = "本科、硕士", "zh-Hans"
	city := Link{Text: "示例市", URL: "/cities/shili/"}
	return []SingleBenefit{
		{ID: "benefit-hukou", Kind: "落户", City: city, Cells: []BenefitCell{cell}, Missing: []Gap{sampleGap, sampleGap}},
		{ID: "benefit-loan", Kind: "贷款", City: city, Cells: []BenefitCell{cell}, More: Link{Text: "另有2项，看这些政策", URL: "/search?benefit=loan"}},
	}
}

func samplePair(lang string) Payload {
	city, other := Link{Text: "示例市", URL: "/cities/shili/"}, Link{Text: "邻市", URL: "/cities/linshi/"}
	table := sampleBenefits("benefit-rent", "示例市")
	return &PairPage{
		Page: samplePage("pair", lang, "示例市和邻市"), Answers: []string{"两个城市本站都没有收录房源和租金。", "租房补贴：示例市有现行的标准，邻市只有据报道的。"},
		Cities: []Link{city, other}, Counts: []PairCount{{"社区", []Link{{Text: "3", URL: "/cities/shili/#communities"}, {Text: "0"}}}},
		Coverage: []PairTopic{{"租房补贴", sampleCells()[:2]}, {"落户", sampleCells()[2:4]}},
		Benefits: []BenefitTable{table}, Singles: sampleSingles(), Above: Link{Text: "国家和省级政策", URL: "/cities/shili/#above"},
		Ask: []PairAsk{{"示例市", sampleContacts()}, {"邻市", sampleContacts()}},
	}
}

func sampleCompare(lang string) Payload {
	number := func(n string) Link { return Link{Text: n, URL: "/search?type=policy&city=shili"} }
	return &ComparePage{
		Page: samplePage("compare", lang, "城市对比"),
		Counts: CountTable{Kinds: []string{"社区", "房源", "现行政策"}, Rows: []CountRow{
			{City: Link{Text: "示例市", URL: "/cities/shili/"}, Counts: []Link{number("3"), number("12"), number("41")}, Gaps: Link{Text: "2", URL: "/cities/shili/#gaps"}},
			{City: Link{Text: "邻市", URL: "/cities/linshi/"}, Counts: []Link{{Text: "0"}, {Text: "0"}, number("1")}, Gaps: Link{Text: "0"}},
		}},
		Benefits: []BenefitTable{sampleBenefits("benefit-rent", "示例市")}, Charts: sampleCharts(),
		Pairs: []PairChoice{{"示例市", []Link{{Text: "邻市", URL: "/compare/shili/linshi/"}}}}, Singles: sampleSingles(),
	}
}

func sampleSearch(lang string) Payload {
	hit := Hit{
		URL: "/policies/shili-rent/", Title: "示例市毕业生<mark>租房补贴</mark>实施办法", Snippet: "对来示例市工作的毕业生，按学历给予<mark>租房补贴</mark>，最长三十六个月。",
		Kind: "政策", City: "示例市", Date: "2024年5月1日", Status: "in_force", StatusName: "现行有效", Lang: "zh-Hans",
		Facts:    []string{"市级", "每月最高 1500 元"},
		Sections: []SectionHit{{"怎么算", "/policies/shili-rent/#x", "<mark>补贴</mark>按学历和租住地点计算"}},
	}
	s := &SearchPage{
		Page: samplePage("search", lang, "“租房补贴”的搜索结果"), Live: true, Asked: true, Note: "搜索词太长，只用了前 128 个字。", Count: "找到2条，另有10条只符合一部分",
		Notices: []string{"没有同时符合“40平方米”的内容，下面的结果不按它筛选。"}, Meant: []Link{{Text: "租房补助", URL: "/search?q=x"}},
		Jump: Link{Text: "示例市毕业生租房补贴实施办法", URL: "/policies/shili-rent/"}, City: Link{Text: "看看示例市已有的内容", URL: "/cities/shili/"},
		Hits: []Hit{hit, hit}, Partial: []Hit{hit}, Gap: &hit, Loosen: []Link{{Text: "不限“南京”", URL: "/search?q=x"}}, Ask: sampleContacts(),
		Facets: []Facet{
			{"type", "类别", true, []FacetValue{{"全部", "/search?q=x", 12, true}, {"政策", "/search?type=policy", 9, false}, {"社区", "/search?type=community", 3, false}}},
			{"city", "城市", true, []FacetValue{{"南京", "/search?city=nanjing", 4, true}, {"苏州", "/search?city=suzhou", 8, false}}},
			{"status", "状态", false, []FacetValue{{"现行有效", "/search?status=in_force", 4, false}}},
			{"benefit", "待遇", false, []FacetValue{{"租房补贴", "/search?benefit=rent", 4, false}}},
		},
		Finder: sampleFinder(),
		Chips:  []Chip{{"城市：南京", "/search?q=x"}}, Sort: []Link{{Text: "最相关", URL: "/search?q=x", Current: true}, {Text: "最新", URL: "/search?sort=newest"}},
		Hidden: []Field{{"city", "nanjing"}}, Pager: samplePager(), Browse: []Link{{Text: "政策", URL: "/policies/"}, {Text: "社区", URL: "/communities/"}}, ResetURL: "/search?q=x",
	}
	s.Query = "租房补贴"
	return s
}

func sampleMessage(lang string) Payload {
	return &MessagePage{
		Page: samplePage("message", lang, "没有这个页面"), Heading: "没有这个页面", Text: "网址可能写错了，或者页面已经搬走。",
		Links: []Link{{Text: "政策", URL: "/policies/"}, {Text: "社区", URL: "/communities/"}, {Text: "城市", URL: "/cities/"}},
	}
}

// layoutNames lists the layouts in a fixed order.
func layoutNames() []string { return slices.Sorted(maps.Keys(payloads)) }
