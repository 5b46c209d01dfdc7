package view

import (
	"os"
	"slices"
	"strings"
	"testing"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// glanceLines are the rows of a glance as lines: 给多少 [当时]: 每月800元 (硕士) / …
func glanceLines(rows []theme.GlanceRow) (lines []string) {
	for _, row := range rows {
		var values []string
		for _, v := range row.Values {
			text := v.Text
			if v.URL != "" {
				text += " <" + v.URL + ">"
			}
			if v.Phone != "" {
				text += " ☎" + v.Phone
			}
			if v.Note != "" {
				text += " (" + v.Note + ")"
			}
			values = append(values, text)
		}
		label := row.Label
		if row.As != "" {
			label += " [" + row.As + "]"
		}
		lines = append(lines, label+": "+strings.Join(values, " / "))
	}
	return lines
}

func sameLines(t *testing.T, got []string, want string) {
	t.Helper()
	if lines := strings.Split(strings.TrimSpace(want), "\n"); !slices.Equal(got, lines) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

const vocabulary = "- {slug: rent, zh: 租房补贴, en: Rent subsidy}\n"

// butie is a view of a policy with further fields, and its page; replacedFrom is
// the day from which another replaces it, "" for none.
func butie(t *testing.T, lang, fields, replacedFrom string) (View, *theme.PolicyPage) {
	t.Helper()
	const both = "---\n" + head + "level: municipal\nissuer: [示例局]\ncity: shili\n" + source
	files := map[string]string{
		"vocab/benefits.yaml": vocabulary,
		"policies/butie.md":   both + "issued: 2024-03-02\n" + fields + "---\n",
	}
	if replacedFrom != "" {
		files["policies/xin.md"] = both + "issued: 2026-01-05\nbasis: official_text\nreplaces: [policy:butie]\neffective_from: " + replacedFrom + "\n---\n"
	}
	byLang, lib, list := views(t, files)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return byLang[lang], byLang[lang].EntryPage(lib.Get("policy:butie"), theme.Page{}, nil, nil).(*theme.PolicyPage)
}

// TestPolicyGlance looks at a policy in each status on 22 November 2026.
func TestPolicyGlance(t *testing.T) {
	const offer = "benefits: [{id: a, kind: rent, name: 租房补贴, money: {amount: 800, period: month}, who: 硕士, months_max: 24}]\n"
	for _, test := range []struct{ name, lang, fields, replacedFrom, want string }{
		{name: "in force", lang: "zh-Hans", fields: "effective_to: 2027-12-31\ndelivery_mode: no_application\n" + offer, want: `
给谁: 硕士
给多少: 每月800元 (租房补贴，最多24个月)
到什么时候: 到2027年12月31日 (还有404天)
怎么领: 免申即享
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "its last day, in English", lang: "en", fields: "effective_to: 2026-11-22\ndelivery_mode: apply\n" + offer, want: `
Who: 硕士
How much: 800 yuan a month (租房补贴, for at most 24 months)
Until when: Until 22 November 2026 (as of 22 November 2026, this is the last day)
How to get it: Apply for it
Source: 示例局 <#document> (published 2 March 2024)`},
		{name: "expired", lang: "zh-Hans", fields: "effective_to: 2025\nclaim: [交申请表]\n" + offer, want: `
给谁 [当时]: 硕士
给多少 [当时（2024年3月2日）]: 每月800元 (租房补贴，最多24个月)
到什么时候: 已于2025年到期
怎么领: 已经失效，不能据此申领
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "repealed, in English", lang: "en", fields: "repealed_on: 2026-01-01\n" + offer, want: `
Who [Then]: 硕士
How much [Then (2 March 2024)]: 800 yuan a month (租房补贴, for at most 24 months)
Until when: Repealed on 1 January 2026
How to get it: No longer in force: one cannot claim by it
Source: 示例局 <#document> (published 2 March 2024)`},
		{name: "replaced", lang: "zh-Hans", fields: offer, replacedFrom: "2026-02-01", want: `
给谁 [当时]: 硕士
给多少 [当时（2024年3月2日）]: 每月800元 (租房补贴，最多24个月)
到什么时候: 2026年2月1日起已被代替 / 试写的页面 </policies/xin/>
怎么领: 已经失效，不能据此申领
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "soon replaced", lang: "zh-Hans", fields: "effective_to: 2026-12-31\ndelivery_mode: apply\n", replacedFrom: "2027-01-01", want: `
给谁: 本站没有收录
给多少: 本站没有收录
到什么时候: 将于2027年1月1日被代替 (还有40天) / 试写的页面 </policies/xin/>
怎么领: 本人申请
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "soon replaced, without an end of its own", lang: "en", fields: "delivery_mode: apply\n", replacedFrom: "2027-01-01", want: `
Who: Not on this site
How much: Not on this site
Until when: To be replaced on 1 January 2027 (days left: 40) / 试写的页面 </en/policies/xin/>
How to get it: Apply for it
Source: 示例局 <#document> (published 2 March 2024)`},
		{name: "expires before it is replaced", lang: "zh-Hans", fields: "effective_to: 2026-12-15\ndelivery_mode: apply\n", replacedFrom: "2027-01-01", want: `
给谁: 本站没有收录
给多少: 本站没有收录
到什么时候: 到2026年12月15日 (还有23天) / 试写的页面 </policies/xin/> (2027年1月1日起由此代替)
怎么领: 本人申请
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "expired, then replaced", lang: "zh-Hans", fields: "effective_to: 2025-12-15\ndelivery_mode: apply\n", replacedFrom: "2026-01-01", want: `
给谁 [当时]: 本站没有收录
给多少: 本站没有收录
到什么时候: 2026年1月1日起已被代替 / 试写的页面 </policies/xin/>
怎么领: 已经失效，不能据此申领
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "soon repealed and replaced", lang: "zh-Hans", fields: "effective_to: 2028-10-31\nrepealed_on: 2026-12-01\ndelivery_mode: apply\nwindows: [{opens: 2026-12-01, closes: 2026-12-31}]\n" + offer, replacedFrom: "2026-12-01", want: `
给谁: 硕士
给多少: 每月800元 (租房补贴，最多24个月)
到什么时候: 将于2026年12月1日废止 (还有9天) / 试写的页面 </policies/xin/> (2026年12月1日起由此代替)
怎么领: 本人申请
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "repealed with a window open", lang: "zh-Hans", fields: "repealed_on: 2026-12-01\ndelivery_mode: apply\nwindows: [{opens: 2026-11-01, closes: 2026-12-31}]\n" + offer, want: `
给谁: 硕士
给多少: 每月800元 (租房补贴，最多24个月)
到什么时候: 将于2026年12月1日废止 (还有9天) / 申报到2026年11月30日截止 <#windows> (还有8天)
怎么领: 本人申请
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "announced, and repealed before its end", lang: "zh-Hans", fields: "effective_from: 2027-01-01\neffective_to: 2028-12-31\nrepealed_on: 2027-06-01\n" + offer, want: `
给谁: 硕士
给多少 [2027年1月1日起]: 每月800元 (租房补贴，最多24个月)
到什么时候: 2027年1月1日起施行 (将于2027年6月1日废止)
怎么领: 还没有施行，现在不能申领
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "announced", lang: "zh-Hans", fields: "effective_from: 2027-01-01\neffective_to: 2028-12-31\nclaim: [交申请表]\n" + offer, want: `
给谁: 硕士
给多少 [2027年1月1日起]: 每月800元 (租房补贴，最多24个月)
到什么时候: 2027年1月1日起施行 (到2028年12月31日)
怎么领: 还没有施行，现在不能申领
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "no end stated", lang: "zh-Hans", fields: "document_number: 示发〔2024〕2号\nofficial_url: https://example.org/2\nclaim: [交申请表, 等结果]\nwindows: [{opens: 2026-10-01, closes: 2026-11-30}, {opens: 2027-10-01}]\n" + offer, want: `
给谁: 硕士
给多少 [2024年3月2日的规定，现在可能不同]: 每月800元 (租房补贴，最多24个月)
到什么时候: 未注明有效期 (办之前请先核实是否仍然执行) / 申报到2026年11月30日截止 <#windows> (还有8天)
怎么领: 看步骤（共2步） <#claim> (第一步：交申请表)
出处: 示发〔2024〕2号 <#document> (2024年3月2日发布) / 查看官方原文 <https://example.org/2>`},
		{name: "many benefits", lang: "zh-Hans", fields: "effective_to: 2027-12-31\ncontacts: [{name: 示例窗口, phone: \"12345\"}]\nwindows: [{opens: 2027-03-01}]\n" +
			"benefits: [{id: a, kind: rent, name: 补助}, {id: b, kind: rent, name: 购房券, money: {max: 50000}}, {id: c, kind: rent, name: 选房, in_kind: 优先选房, who: 博士}, {id: d, kind: rent, name: 餐费, money: {amount: 60, period: day}}]\n", want: `
给谁: 博士
给多少: 最高5万元 (购房券，没有写怎么发放) / 优先选房 (选房) / 每天60元 (餐费) / 共4项，看全部 <#benefits>
到什么时候: 到2027年12月31日 (还有404天) / 下一次申报从2027年3月1日开始 <#windows>
怎么领: 请问示例窗口 <#ask> ☎12345
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "many who", lang: "zh-Hans", fields: "effective_to: 2027-12-31\ndelivery_mode: apply\n" +
			"benefits: [{id: a, kind: rent, name: 甲类, in_kind: 选房, who: 博士}, {id: b, kind: rent, name: 乙类, in_kind: 选房, who: 硕士}, {id: c, kind: rent, name: 丙类, in_kind: 选房, who: 本科}, {id: d, kind: rent, name: 丁类, in_kind: 选房, who: 技师}]\n", want: `
给谁: 博士 / 硕士 / 本科 / 共4类人，看全部 <#benefits>
给多少: 选房 (甲类) / 选房 (乙类) / 选房 (丙类) / 共4项，看全部 <#benefits>
到什么时候: 到2027年12月31日 (还有404天)
怎么领: 本人申请
出处: 示例局 <#document> (2024年3月2日发布)`},
		{name: "reported", lang: "zh-Hans", fields: "basis: news_report\neffective_to: 2027-12-31\nclaim: [交申请表]\n" + offer, want: `
给谁 [据报道]: 硕士
给多少 [据报道（2024年3月2日）]: 每月800元 (租房补贴，最多24个月)
到什么时候 [据报道]: 是否仍然有效，请核实 / 报道写的是到2027年12月31日
怎么领 [据报道]: 看步骤（共1步） <#claim> (第一步：交申请表)
出处: 示例单位 <#sources> (未见原文)`},
		{name: "withdrawn", lang: "zh-Hans", fields: "withdrawn: {on: 2026-06-01, reason: 来源不可靠}\n" + offer, want: `
到什么时候: 已于2026年6月1日撤下，不能当作依据
出处: 示例局 <#document> (2024年3月2日发布)`},
	} {
		t.Run(test.name, func(t *testing.T) {
			fields := test.fields
			if !strings.Contains(fields, "basis:") {
				fields += "basis: official_text\n"
			}
			_, page := butie(t, test.lang, fields, test.replacedFrom)
			sameLines(t, glanceLines(page.Glance), test.want)
		})
	}
}

// Over both sites every policy answers all questions, and none that is not in
// force reads as if it were.
func TestGlancesOfTheSites(t *testing.T) {
	for _, folder := range []string{"../..", "../testdata/demo"} {
		lib, list := content.Load(os.DirFS(folder), config.Config{Languages: languages}, content.Options{Now: now})
		if list.HasErrors() {
			t.Fatal(list)
		}
		byLang, _ := New(lib, defaultTheme(t), now, languages)
		for _, lang := range languages {
			for _, p := range lib.Policies {
				page := byLang[lang].EntryPage(p, theme.Page{}, nil, nil).(*theme.PolicyPage)
				checkGlance(t, lang+" "+p.ID, lib.Subject(p).Status(now), page.Glance)
			}
		}
	}
}

func checkGlance(t *testing.T, name string, status validity.Status, rows []theme.GlanceRow) {
	t.Helper()
	if want := 5; len(rows) != want && status != validity.Withdrawn {
		t.Errorf("%s: %d rows, not %d", name, len(rows), want)
	}
	if slices.ContainsFunc(glanceLines(rows), func(line string) bool { return strings.HasSuffix(line, ": ") }) {
		t.Errorf("%s: an empty row: %q", name, glanceLines(rows))
	}
	for _, row := range rows {
		silent := slices.Contains([]string{"本站没有收录", "来源未载明", "Not on this site", "Not stated by the source"}, row.Values[0].Text)
		if row.Icon == "money" && !silent && (row.As == "") != (status == validity.InForce) {
			t.Errorf("%s is %s, and its amounts are %q", name, status, row.As)
		}
		if row.Icon == "money" {
			checkPeriods(t, name, row)
		}
		text := strings.Join(glanceLines([]theme.GlanceRow{row}), "")
		if left := strings.Contains(text, "还有") || strings.Contains(text, "days left"); left && row.Icon == "until" && row.As == "" &&
			status != validity.InForce && status != validity.NoEndStated {
			t.Errorf("%s is %s, and has days left: %s", name, status, text)
		}
	}
}

// checkPeriods: an amount without its period says that nobody stated it.
func checkPeriods(t *testing.T, name string, row theme.GlanceRow) {
	t.Helper()
	periods := []string{"一次性", "每天", "每月", "每季度", "每年", "没有写怎么发放", " once", " a day", " a month", " a quarter", " a year", "how it is paid is not stated"}
	for _, v := range row.Values {
		amount := strings.HasSuffix(v.Text, "元") || strings.Contains(v.Text, " yuan")
		if amount && !slices.ContainsFunc(periods, func(p string) bool { return strings.Contains(v.Text+v.Note, p) }) {
			t.Errorf("%s: how often is %s %s?", name, v.Text, v.Note)
		}
	}
}

func TestRents(t *testing.T) {
	v := speaking(t, "zh-Hans")
	november := validity.Date{Year: 2025, Month: 11}
	c := &content.Community{Head: content.Head{Sources: []content.Source{{PublishedOn: november}, {PublishedOn: validity.Date{Year: 2020}}}}}
	home := func(source int, period string, low, high *int64) content.Home {
		return content.Home{Source: source, Rent: &content.Money{Min: low, Max: high, Period: period}}
	}
	for _, test := range []struct {
		name  string
		homes []content.Home
		want  string
	}{
		{"one span", []content.Home{home(1, "month", new(int64(900)), new(int64(1200))), {}, home(1, "month", new(int64(600)), new(int64(700)))}, "每月600–1,200元，来源日期：2025年11月"},
		{"an open end", []content.Home{home(1, "month", new(int64(900)), nil), home(1, "month", new(int64(600)), new(int64(700)))}, "每月600元起，来源日期：2025年11月"},
		{"of two periods", []content.Home{home(1, "month", new(int64(900)), nil), home(1, "year", new(int64(900)), nil)}, ""},
		{"of two days", []content.Home{home(1, "month", new(int64(900)), nil), home(2, "month", new(int64(900)), nil)}, ""},
		{"of no period", []content.Home{home(1, "", new(int64(900)), nil)}, ""},
		{"of no day", []content.Home{home(0, "month", new(int64(900)), nil)}, ""},
		{"none", []content.Home{{}}, ""},
	} {
		c.Homes = test.homes
		rent, dated := v.rents(c)
		equal(t, test.name, v.joined(rent, dated), test.want)
	}
}

func TestVacant(t *testing.T) {
	v := speaking(t, "zh-Hans")
	v.now = now
	november, old := validity.Date{Year: 2026, Month: 11, Day: 15}, validity.Date{Year: 2024, Month: 11, Day: 1}
	home := func(free *int, day validity.Date) content.Home {
		return content.Home{Availability: &content.Availability{Units: free, AsOf: day}}
	}
	for _, test := range []struct {
		name       string
		homes      []content.Home
		text, note string
	}{
		{"all on one day", []content.Home{home(new(12), november), home(new(2), november)}, "空14套（2026年11月15日）", ""},
		{"long ago", []content.Home{home(new(12), old)}, "空12套（2024年11月1日）", "空房信息已超过30天，可能有变化"},
		{"on two days", []content.Home{home(new(12), november), home(new(2), old)}, "", ""},
		{"one not stated", []content.Home{home(new(12), november), {}}, "", ""},
		{"only how many there are in all", []content.Home{home(nil, november)}, "", ""},
	} {
		got := v.vacant(&content.Community{Homes: test.homes})
		equal(t, test.name, got.Text, test.text)
		equal(t, test.name, got.Note, test.note)
	}
}

// Whom a city names is asked by a number that is said once, and the city's page
// has the others.
func TestAskingTheCity(t *testing.T) {
	v := speaking(t, "zh-Hans")
	v.lib.Vocab.Cities = []content.City{{Term: content.Term{Slug: "shili", Zh: "示例市"}}}
	on := theme.Page{Frame: &theme.Frame{Ask: map[string]map[string][]theme.Contact{"zh-Hans": {
		"":      {{Name: "示例厅"}},
		"shili": {{Name: "12345 政务服务便民热线", Phone: "12345"}, {Name: "别的"}},
	}}}}
	for _, test := range []struct{ name, city, want string }{
		{"of a city", "shili", "去哪里问: 请问政务服务便民热线 ☎12345 / 看示例市的页面 </cities/shili/#ask>"},
		{"of all", "", "去哪里问: 请问示例厅"},
	} {
		rows := []theme.GlanceRow{{Label: "去哪里问", Values: v.asking(nil, &content.Head{City: test.city}, on)}}
		equal(t, test.name, glanceLines(rows)[0], test.want)
	}
}

// TestDatedGlances looks at jobs, events and communities on 22 November 2026.
func TestDatedGlances(t *testing.T) {
	const job = "title: 研究员\nsummary: 用来试一试岗位的页面。\npublished: 2026-01-02\ncity: shili\nemployer: 示例公司\nplace: 示例路\nposted_on: 2026-10-01\n"
	for _, test := range []struct{ name, ref, text, want string }{
		{"job", "job:it", job + "salary: {amount: 9000, period: month}\ncloses_on: 2026-12-01\napply: {method: online}\n", `
薪酬: 每月9,000元
最低学历: 本站没有收录
在哪里: 示例路 / 示例市 </cities/shili/>
截止: 2026年12月1日 (还有9天)
怎么应聘: 网上申请 <#apply>`},
		{"job that is closed", "job:it", job + "salary: {amount: 9000}\ncloses_on: 2026-11-01\napply: {method: online}\n", `
薪酬 [当时]: 9,000元 (没有写怎么发放)
最低学历: 本站没有收录
在哪里: 示例路 / 示例市 </cities/shili/>
截止: 已于2026年11月1日截止`},
		{"event", "event:it", eventHead + "starts_on: 2026-12-05\nregistration: {required: true, text: 填表, deadline: 2026-12-01, fee: 免费}\n", `
什么时候: 2026年12月5日
在哪里: 一层大厅 / 示例市 </cities/shili/>
谁主办: 示例单位
怎么报名: 须报名 <#register> (免费) / 2026年12月1日截止 (还有9天)`},
		{"event of an evening", "event:it", eventHead + "starts_at: 2026-12-10T19:30+08:00\nends_at: 2026-12-10T21:00+08:00\n", `
什么时候: 2026年12月10日 19:30–21:00
在哪里: 一层大厅 / 示例市 </cities/shili/>
谁主办: 示例单位`},
		{"event over night", "event:it", eventHead + "starts_at: 2026-12-10T19:30+08:00\nends_at: 2026-12-11T01:00+08:00\n", `
什么时候: 2026年12月10日 19:30–2026年12月11日 01:00
在哪里: 一层大厅 / 示例市 </cities/shili/>
谁主办: 示例单位`},
		{"event without an end", "event:it", eventHead + "starts_at: 2026-12-10T19:30+08:00\n", `
什么时候: 2026年12月10日 19:30
在哪里: 一层大厅 / 示例市 </cities/shili/>
谁主办: 示例单位`},
		{"event that was", "event:it", eventHead + "starts_on: 2026-11-05\nends_on: 2026-11-06\nregistration: {required: true}\n", `
什么时候 [已结束]: 2026年11月5日–2026年11月6日
在哪里: 一层大厅 / 示例市 </cities/shili/>
谁主办: 示例单位`},
		{"community", "community:it", head + "city: shili\naddress: 示例路1号\nhomes: [{id: a, unit_type: studio, rent: {amount: 900, period: month}}]\n", `
在哪里: 示例路1号 / 示例市 </cities/shili/>
有什么房: 1种户型 <#homes>
给谁住: 本站没有收录
去哪里问: 本站没有收录`},
		{"community without homes", "community:it", head + "city: shili\naddress: 示例路1号\ncontacts: [{name: 12345热线, phone: \"12345\"}]\n", `
在哪里: 示例路1号 / 示例市 </cities/shili/>
有什么房: 本站没有收录户型和租金
给谁住: 本站没有收录
去哪里问: 请问热线 <#ask> ☎12345`},
	} {
		t.Run(test.name, func(t *testing.T) {
			kind, _, _ := strings.Cut(test.ref, ":")
			file := content.KindOf(kind).Folder + "/it.md"
			byLang, lib, list := views(t, map[string]string{file: "---\n" + test.text + source + "---\n"})
			if list.HasErrors() {
				t.Fatal(list)
			}
			sameLines(t, glanceLines(glanceOf(byLang["zh-Hans"].EntryPage(lib.Get(content.Ref(test.ref)), theme.Page{}, nil, nil))), test.want)
		})
	}
}

const eventHead = head + "city: shili\nvenue: 一层大厅\norganiser: 示例单位\n"

func glanceOf(page theme.Payload) []theme.GlanceRow {
	switch page := page.(type) {
	case *theme.JobPage:
		return page.Glance
	case *theme.EventPage:
		return page.Glance
	case *theme.CommunityPage:
		return page.Glance
	}
	return nil
}
