package view

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/theme"
	"anju/generator/validity"
)

var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

const head = "title: 试写的页面\nsummary: 用来试一试正文和链接的页面。\npublished: 2026-01-02\n"

// views loads entries: "guizhou.md" and so on, as editors write them.
func views(t *testing.T, files map[string]string) (map[string]View, *content.Library, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{"content/vocab/cities.yaml": {Data: []byte("- {slug: shili, zh: 示例市, en: Shili}\n")}}
	for name, text := range files {
		fsys["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	lib, list := content.Load(fsys, config.Config{Languages: languages}, content.Options{Now: now})
	if list.HasErrors() {
		t.Fatal(list)
	}
	byLang, list := New(lib, defaultTheme(t), now, languages)
	return byLang, lib, list
}

func page(body string) string { return "---\n" + head + "---\n" + body }

func TestLinks(t *testing.T) {
	for _, test := range []struct{ name, dest, zh, en string }{
		{"entry", "page:target", "/target/", "/en/target/"},
		{"place in an entry", "page:target#b", "/target/#b", "/en/target/#b"},
		{"place on the page", "#a", "#a", "#a"},
		{"path of the site", "/search/", "/search/", "/search/"},
		{"web", "https://example.org/x?a=1", "https://example.org/x?a=1", "https://example.org/x?a=1"},
		{"file beside the entry", "form.pdf", "/here/form.pdf", "/here/form.pdf"},
	} {
		t.Run(test.name, func(t *testing.T) {
			byLang, lib, list := views(t, map[string]string{
				"pages/here/index.md": page("## 甲 {#a}\n\n[表](form.pdf)"), "pages/here/form.pdf": "", "pages/target.md": page("正文"),
			})
			if len(list) > 0 {
				t.Fatal(list)
			}
			h := lib.Get("page:here").Common()
			for lang, want := range map[string]string{"zh-Hans": test.zh, "en": test.en} {
				got, remedy, ok := resolver(h, byLang[lang].reference)(test.dest)
				if !ok {
					t.Errorf("%s: refused: %s", lang, remedy.En)
				}
				equal(t, lang, got, want)
			}
		})
	}
}

func TestLinksThatLeadNowhere(t *testing.T) {
	for _, test := range []struct{ name, text, remedy string }{
		{"nearly an entry", "[链接](page:tagret)", `"page:target"`},
		{"no entry", "[链接](policy:zzzzzzzzzzzz)", "there is no such entry"},
		{"no file", "[链接](form.pdf)", "no such file beside the entry"},
		{"no picture", "![说明](pic.png)", "make here.md into here/index.md"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, list := views(t, map[string]string{"pages/here.md": page(test.text), "pages/target.md": page("正文")})
			if len(list) != 1 || !strings.Contains(list[0].Hint.En, test.remedy) || list[0].File != "content/pages/here.md" {
				t.Errorf("got %+v, want one finding that says %s", list, test.remedy)
			}
		})
	}
}

// The English page of a text without translation leads where the text does.
func TestLinksOfAPage(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{
		"pages/here.md": page("见[目标](page:target#b)和\n[网址](/search/)"), "pages/target.md": page("正文"),
		"pages/target.en.md": "---\ntitle: A page to try\nsummary: A page to try text and links.\ntranslated: 2026-01-02\n---\nSee [here](page:here).",
	})
	for _, test := range []struct {
		lang string
		ref  content.Ref
		want []Link
	}{
		{"zh-Hans", "page:here", []Link{{"/target/#b", at("here.md", 6, 7, 13)}, {"/search/", at("here.md", 7, 6, 8)}}},
		{"en", "page:here", []Link{{"/target/#b", at("here.md", 6, 7, 13)}, {"/search/", at("here.md", 7, 6, 8)}}},
		{"en", "page:target", []Link{{"/en/here/", at("target.en.md", 6, 12, 9)}}},
	} {
		if got := byLang[test.lang].Links(lib.Get(test.ref)); !slices.Equal(got, test.want) {
			t.Errorf("%s %s: got %v, want %v", test.lang, test.ref, got, test.want)
		}
	}
}

func at(name string, line, col, length int) diag.Pos {
	return diag.Pos{File: "content/pages/" + name, Line: line, Col: col, Len: length}
}

func TestTextOfAnEntry(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{
		"pages/here.md":    page("开头\n\n## 一\n\n甲\n\n## 二\n\n乙\n\n## 三\n\n丙"),
		"pages/here.en.md": "---\ntitle: A page to try\nsummary: A page to try text and links.\ntranslated: 2026-01-02\n---\nIn short.",
		"pages/plain.md":   page("只有中文"),
	})
	here, plain := lib.Get("page:here"), lib.Get("page:plain")
	zh := byLang["zh-Hans"].EntryPage(here, theme.Page{Title: "框"}, nil, nil).(*theme.PlainPage)
	equal(t, "frame", zh.Title, "框")
	equal(t, "heading", zh.Heading, "试写的页面")
	if len(zh.Contents) != 3 || zh.BodyLang != "" || len(zh.Notices) != 0 {
		t.Errorf("got contents %v, language %q, notices %v", zh.Contents, zh.BodyLang, zh.Notices)
	}
	equal(t, "plain text", byLang["en"].BodyText(here.Common()), "开头\n一\n甲\n二\n乙\n三\n丙")
	en := byLang["en"].EntryPage(here, theme.Page{}, nil, nil).(*theme.PlainPage)
	if !strings.Contains(string(en.Body), "In short.") || en.Contents != nil {
		t.Errorf("got %q with contents %v", en.Body, en.Contents)
	}
	untranslated := byLang["en"].EntryPage(plain, theme.Page{}, nil, nil).(*theme.PlainPage)
	if untranslated.BodyLang != config.Language || !strings.Contains(string(untranslated.Body), "只有中文") || len(untranslated.Notices) != 1 {
		t.Errorf("got language %q, body %q, notices %v", untranslated.BodyLang, untranslated.Body, untranslated.Notices)
	}
}

func TestAddresses(t *testing.T) {
	h := &content.Head{Kind: "policy", ID: "租房"}
	for _, test := range []struct{ name, got, want string }{
		{"Chinese stands at the root", Path("zh-Hans", "/policies/租房/"), "/policies/租房/"},
		{"others under their name", Path("en", "/policies/租房/"), "/en/policies/租房/"},
		{"escaped for an href", View{Lang: "en"}.EntryURL(h), "/en/policies/%E7%A7%9F%E6%88%BF/"},
		{"one copy of a file", AssetPath(h, content.Asset{File: "content/policies/租房/a.pdf"}), "policies/租房/a.pdf"},
	} {
		equal(t, test.name, test.got, test.want)
	}
}

func TestHomeSaysWhatIsNotKnown(t *testing.T) {
	v, c := speaking(t, "en"), &content.Community{}
	got := v.Home(c, content.Home{ID: "a", UnitType: "studio", Unknown: []string{"rent", "area", "availability"}})
	for field, text := range map[string]string{"rent": got.Rent, "area": got.Area, "available": got.Available} {
		equal(t, field, text, "Not stated by the source")
	}
	got = v.Home(c, content.Home{ID: "a", UnitType: "studio", Availability: &content.Availability{AsOf: validity.Date{Year: 2024}}})
	for field, text := range map[string]string{"rent": got.Rent, "area": got.Area, "available": got.Available} {
		equal(t, field, text, "Not on this site")
	}
	equal(t, "the day of nothing", got.Asked+got.Stale, "")
	got = v.Home(c, content.Home{
		ID: "a", UnitType: "studio", Rent: &content.Money{Max: new(int64(1200)), Period: "month"},
		Area: &content.Range{Min: new(20.0), Max: new(30.0)}, Availability: &content.Availability{Units: new(3), Total: new(10)},
	})
	equal(t, "rent", got.Rent, "up to 1,200 yuan a month")
	equal(t, "area", got.Area, "20–30 m²")
	equal(t, "available", got.Available, "3 of 10 free")
	equal(t, "id", got.ID, "home-a")
}

// A deposit is paid once: only what is unlike that is said.
func TestDeposit(t *testing.T) {
	v := speaking(t, "zh-Hans")
	for _, test := range []struct {
		name    string
		deposit *content.Money
		want    string
	}{
		{"none", nil, ""},
		{"once", &content.Money{Amount: new(int64(900)), Per: "household", Period: "one_off"}, "900元"},
		{"every year", &content.Money{Amount: new(int64(900)), Per: "household", Period: "year"}, "每户每年900元"},
	} {
		equal(t, test.name, v.deposit(test.deposit), test.want)
	}
}

// The figures of a home say of when they are.
func TestHomeIsDated(t *testing.T) {
	v := speaking(t, "zh-Hans")
	november, day := validity.Date{Year: 2025, Month: 11}, validity.Date{Year: 2026, Month: 1, Day: 2}
	c := &content.Community{Head: content.Head{Sources: []content.Source{{PublishedOn: november, AccessedOn: day}, {AccessedOn: day}, {}}}}
	for _, test := range []struct {
		name          string
		source        int
		block, onCard string
	}{
		{"published", 1, "来源日期：2025年11月", "来源：2025年11月"},
		{"read", 2, "查阅于2026年1月2日", "来源查阅于2026年1月2日"},
		{"neither", 3, "", "空房：本站没有收录"},
		{"no source named", 0, "", "空房：本站没有收录"},
	} {
		home := content.Home{ID: "a", UnitType: "studio", Source: test.source}
		equal(t, test.name, v.Home(c, home).Dated, test.block)
		facts := v.HomeFacts(c, home)
		equal(t, test.name, facts[len(facts)-1], test.onCard)
	}
}

// What was said of vacancies thirty-one days ago may no longer hold.
func TestHomeSaysWhatIsOutdated(t *testing.T) {
	v, c := speaking(t, "en"), &content.Community{}
	home := content.Home{
		ID: "a", UnitType: "studio", Title: "Attic", Availability: &content.Availability{Units: new(3), AsOf: validity.Date{Year: 2026, Month: 10, Day: 22}},
		Rent: &content.Money{Amount: new(int64(900)), Period: "month"}, RentBasis: "subsidised", Deposit: &content.Money{Amount: new(int64(500))},
		Apply: &content.Apply{Method: "app", App: "Shili Home", Time: "five days", Steps: []string{"Sign in"}, Papers: []string{"Passport"}},
	}
	for day, want := range map[int]string{21: "", 22: "Vacancies stated more than 30 days ago; they may have changed"} {
		v.now = time.Date(2026, 11, day, 0, 0, 0, 0, validity.Zone)
		equal(t, "outdated", v.Home(c, home).Stale, want)
	}
	equal(t, "how to apply", v.Home(c, home).Apply, "By app, app: Shili Home, result: five days")
	want := "Rent: 900 yuan a month, subsidised|Size: Not on this site|Vacancies: 3 free, as of 22 October 2026|Deposit: 500 yuan|Unit type: Studio"
	equal(t, "facts", strings.Join(v.HomeFacts(c, home), "|"), want)
}

// A card says of what its day is, and of which day the free homes are.
func TestDaysOnCards(t *testing.T) {
	zh, en := speaking(t, "zh-Hans"), speaking(t, "en")
	june, report := validity.Date{Year: 2020, Month: 6}, validity.Date{Year: 2024, Month: 11, Day: 1}
	sources := []content.Source{{PublishedOn: report}}
	for _, test := range []struct {
		name        string
		entry       content.Entry
		zhHans, eng string
	}{
		{"policy", &content.Policy{Issued: june}, "发布：2020年6月", "Published: June 2020"},
		{"policy known from a report", &content.Policy{Basis: "news_report", Head: content.Head{Sources: sources}}, "来源发布：2024年11月1日", "Source published: 1 November 2024"},
		{"policy without a day", &content.Policy{Head: content.Head{ReviewedOn: report}}, "2024年11月1日核对", "checked on 1 November 2024"},
		{"job", &content.Job{PostedOn: report}, "发布：2024年11月1日", "Published: 1 November 2024"},
		{"event", &content.Event{StartsOn: report}, "2024年11月1日", "1 November 2024"},
		{"guide", &content.Guide{}, "", ""},
	} {
		got, _ := zh.cardDate(test.entry)
		equal(t, test.name, got, test.zhHans)
		got, _ = en.cardDate(test.entry)
		equal(t, test.name, got, test.eng)
	}
	home := content.Home{ID: "a", UnitType: "studio", Availability: &content.Availability{Units: new(12), AsOf: report}}
	card := zh.HomeCard(&content.Community{Head: content.Head{Kind: "community", ID: "x"}}, home)
	equal(t, "home", card.Facts[2].Text, "空房：空12套，截至2024年11月1日")
	home.Availability = nil
	card = zh.HomeCard(&content.Community{Head: content.Head{Kind: "community", ID: "x"}}, home)
	equal(t, "home nobody asked about", card.Facts[2].Text, "空房：本站没有收录")
}

// Only an amount of money has the symbol of money.
func TestBenefitsOnCards(t *testing.T) {
	v := speaking(t, "zh-Hans")
	facts := v.policyFacts(&content.Policy{Level: "municipal", Benefits: []content.Benefit{
		{Name: "租房补贴", Money: &content.Money{Amount: new(int64(800)), Period: "month"}}, {Name: "优先选房", InKind: "优先选房"},
	}})
	equal(t, "amount", string(facts[1].Icon)+" "+facts[1].Text, "money 租房补贴 每月800元")
	equal(t, "in kind", string(facts[2].Icon)+" "+facts[2].Text, "check 优先选房")
}

// What a policy gives is dated unless the policy is in force.
func TestBenefitsAreDated(t *testing.T) {
	issued := validity.Date{Year: 2020, Month: 6}
	for _, test := range []struct {
		name   string
		policy content.Policy
		want   string
	}{
		{"in force", content.Policy{Basis: "official_text", Issued: issued, EffectiveTo: validity.Date{Year: 2030}}, ""},
		{"expired", content.Policy{Basis: "official_text", Issued: issued, EffectiveTo: validity.Date{Year: 2021}}, "2020年6月"},
		{"reported", content.Policy{Basis: "news_report", Issued: issued}, "2020年6月"},
		{"reported, of no known day", content.Policy{Basis: "news_report"}, ""},
	} {
		test.policy.Kind = "policy"
		v := speaking(t, "zh-Hans")
		v.now = now
		equal(t, test.name, v.policy(&test.policy, theme.Entry{}).(*theme.PolicyPage).StatedOn, test.want)
	}
}

// TestSentences ends none of several texts twice.
func TestSentences(t *testing.T) {
	v := speaking(t, "zh-Hans")
	if got := v.Sentences([]string{"有健身房。", "在常州", "免费。"}); got != "有健身房。在常州。免费" {
		t.Errorf("joined, they are %q", got)
	}
}

// A heading that says what a block of the page is called gets another id.
func TestHeadingsBesideBlocks(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{
		"communities/here.md": "---\n" + head + "city: shili\nsources:\n  - {title: 来源, publisher: 某报, url: https://example.org/}\nhomes:\n  - {id: a, unit_type: studio}\n---\n## Homes\n\n一\n\n## Main\n\n二\n\n## Home a\n\n三\n\n## Source 1\n\n四",
	})
	page := byLang["zh-Hans"].EntryPage(lib.Get("community:here"), theme.Page{}, nil, nil).(*theme.CommunityPage)
	var ids []string
	for _, h := range page.Contents {
		ids = append(ids, h.ID)
	}
	if want := []string{"homes-2", "main-2", "home-a-2", "source-1-2"}; !slices.Equal(ids, want) {
		t.Errorf("got %v, want %v", ids, want)
	}

	byLang, lib, _ = views(t, map[string]string{
		"vocab/benefits.yaml": "- {slug: rent, zh: 租房补贴, en: Rent subsidy}\n",
		"policies/butie.md":   "---\n" + head + "level: municipal\nissuer: [示例局]\nissued: 2025-01-01\n" + offer + "---\n## Benefit a\n\n一\n\n## Benefit b\n\n二\n\n## 三\n\n## 四",
	})
	policy := byLang["zh-Hans"].EntryPage(lib.Get("policy:butie"), theme.Page{}, nil, nil).(*theme.PolicyPage)
	equal(t, "of a benefit", policy.Contents[0].ID, "benefit-a-2")
	equal(t, "of none", policy.Contents[1].ID, "benefit-b")
}
