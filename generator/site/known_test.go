package site_test

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/build"
	"anju/generator/site"
	"anju/generator/theme"
	"anju/themes"
)

// plannedAt is the moment at which planOf plans.
var plannedAt = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// planOf plans the site whose source files an archive holds.
func planOf(t *testing.T, archive string) *site.Site {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range a.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	look, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	planned, list, err := build.Plan(build.Options{Source: source, Theme: look, Now: plannedAt})
	if err != nil {
		t.Fatal(err, list)
	}
	return planned.Site
}

// payloadAt is what the page at an address shows.
func payloadAt[P theme.Payload](t *testing.T, s *site.Site, url string) P {
	t.Helper()
	for _, page := range s.Pages {
		if page.URL == url {
			return s.Payload(page).(P)
		}
	}
	t.Fatal("no page at ", url)
	return *new(P)
}

func TestCoverage(t *testing.T) {
	page := payloadAt[*theme.GapsPage](t, planOf(t, "testdata/known.txtar"), "/gaps/")
	none := theme.CoverageCell{State: "none", Text: "没查过"}
	tests := []struct {
		name, place, topic string
		want               theme.CoverageCell
	}{
		{"several in a city lead to their place on its hub; what was withdrawn is not counted", "甲市", "租房补贴",
			theme.CoverageCell{State: "known", Text: "2条", URL: "/cities/jia/#benefit-rent-subsidy", Date: "2026-06-01"}},
		{"what holds for all stands in the region's row, and is found by its level", "示例省全省", "租房补贴",
			theme.CoverageCell{State: "known", Text: "2条", URL: "/search?benefit=rent-subsidy&level=national&level=provincial&type=policy", Date: "2026-03-01"}},
		{"nobody looked", "乙市", "租房补贴", none},
		{"an open gap comes before an entry that does not fill it", "甲市", "落户",
			theme.CoverageCell{State: "sought", Text: "没找到", URL: "/gaps/jia/hukou/", Date: "2026-11-02"}},
		{"a filled gap counts as known", "乙市", "落户",
			theme.CoverageCell{State: "known", Text: "1条", URL: "/policies/yi-luohu/", Date: "2026-07-01"}},
		{"a gap filled by what is not published", "丙市", "落户",
			theme.CoverageCell{State: "sought", Text: "没找到", URL: "/gaps/bing/hukou/", Date: "2026-09-01"}},
		{"a gap filled by what the topic does not count", "丙市", "驿站",
			theme.CoverageCell{State: "known", Text: "1条", URL: "/communities/changsanjiao/", Date: "2026-02-01"}},
		{"an open gap of another topic that covers it", "丙市", "房源",
			theme.CoverageCell{State: "sought", Text: "没找到", URL: "/gaps/bing/hukou/", Date: "2026-09-01"}},
		{"a filled gap of another topic", "丙市", "租房补贴", none},
		{"homes are counted one by one, whatever a gap of another topic says", "甲市", "房源",
			theme.CoverageCell{State: "known", Text: "2条", URL: "/cities/jia/#homes", Date: "2026-02-01"}},
		{"one home, never checked", "乙市", "房源",
			theme.CoverageCell{State: "known", Text: "1条", URL: "/communities/anxin/#home-a"}},
		{"no guide bears the tag", "示例省全省", "驿站", none},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := cellOf(t, page.Coverage, test.place, test.topic); got != test.want {
				t.Errorf("got %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func cellOf(t *testing.T, c theme.Coverage, place, topic string) theme.CoverageCell {
	t.Helper()
	for _, row := range c.Rows {
		for i, name := range c.Topics {
			if row.City.Text == place && name == topic {
				return row.Cells[i]
			}
		}
	}
	t.Fatalf("no cell of %s and %s", place, topic)
	return theme.CoverageCell{}
}

// The homes of what was withdrawn leave the index with it, and the number of
// homes on the page that compares cities, too.
func TestComparedHomes(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	found := map[string]int{}
	for _, d := range s.Documents() {
		if d.Kind == "home" {
			found["/cities/"+d.City+"/"]++
		}
	}
	table := payloadAt[*theme.ComparePage](t, s, "/compare/").Counts
	at := slices.Index(table.Kinds, "房源")
	if at < 0 || len(found) == 0 {
		t.Fatalf("no homes among %v, or none found", table.Kinds)
	}
	for _, row := range table.Rows {
		if want := strconv.Itoa(found[row.City.URL]); row.Counts[at].Text != want {
			t.Errorf("%s: got %s homes, the index has %s", row.City.Text, row.Counts[at].Text, want)
		}
	}
}

func TestGapsByTopic(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	page := payloadAt[*theme.GapsPage](t, s, "/gaps/")
	var got []string
	for _, topic := range page.Topics {
		for _, g := range topic.Gaps {
			got = append(got, topic.Title+" "+g.Place+" "+g.Looked+" "+g.Found.Text)
		}
	}
	want := []string{
		"落户 甲市 2026年11月2日 ", "落户 乙市 2026年10月1日 乙市落户办法", "落户 丙市 2026年9月1日 ",
		"驿站 丙市 2026年9月1日 长三角人才社区", "其他 示例省 2026年8月1日 ",
	}
	same(t, got, want)
}

func TestGapPage(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	tests := []struct {
		url, title, found, ask string
		others                 []string
	}{
		{"/gaps/jia/hukou/", "甲市落户条件", "", "甲市窗口", []string{"/gaps/yi/hukou/", "/gaps/bing/hukou/"}},
		{"/gaps/yi/hukou/", "乙市：落户条件", "/policies/yi-luohu/", "政务服务热线", []string{"/gaps/jia/hukou/", "/gaps/bing/hukou/"}},
		{"/gaps/region/points/", "示例省：积分规则", "", "政务服务热线", nil},
	}
	for _, test := range tests {
		page := payloadAt[*theme.GapPage](t, s, test.url)
		if page.Title != test.title || page.Gap.Found.URL != test.found || len(page.Ask) != 1 || page.Ask[0].Name != test.ask {
			t.Errorf("%s: got %q, found %q, ask %v", test.url, page.Title, page.Gap.Found.URL, page.Ask)
		}
		var others []string
		for _, g := range page.Others {
			others = append(others, g.URL)
		}
		same(t, others, test.others)
	}
}

func TestCorrections(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	for lang, want := range map[string][]string{
		"": {
			"2026-07-01  更正 /policies/yi-luohu/ 更正了施行日期。",
			"2026-05-01  撤下 /policies/jia-cuo/ 写错了城市，撤下。",
			"2026-05-01  更正 /policies/jia-zufang/ 金额由900元改为800元。",
		},
		"/en": {
			"2026-07-01 zh-Hans Correction /en/policies/yi-luohu/ 更正了施行日期。",
			"2026-05-01 zh-Hans Taken down /en/policies/jia-cuo/ 写错了城市，撤下。",
			"2026-05-01 zh-Hans Correction /en/policies/jia-zufang/ 金额由900元改为800元。",
		},
	} {
		var got []string
		for _, row := range payloadAt[*theme.CorrectionsPage](t, s, lang+"/corrections/").Rows {
			got = append(got, row.DateISO+" "+string(string(row.Lang))+" "+row.Kind+" "+row.Entry.URL+" "+row.Note)
		}
		same(t, got, want)
	}
}

func TestAlphabet(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	for url, want := range map[string][]string{
		"/a-z/": {
			"A 安居集团", "A 安心人才社区", "B 丙市", "C 长安驿", "C 长三角人才社区", "J 甲市", "Y 乙市", "Z 左邻公司",
		},
		"/en/a-z/": {
			"A Anju", "B Bing", "C Chang'an", "C 长三角人才社区", "J Jia", "P Peace Community", "Y Yi", "Z Zuolin",
		},
		"/brands/":    {"C 长安驿 1个社区"},
		"/operators/": {"A 安居集团 0个社区", "Z 左邻公司住房租赁企业 1个社区"},
	} {
		var got []string
		for _, letter := range payloadAt[*theme.AlphabetPage](t, s, url).Letters {
			for _, n := range letter.Names {
				line := letter.Name + " " + n.Text
				if n.Members != "" {
					line += n.Kind + " " + n.Members
				}
				got = append(got, line)
			}
		}
		same(t, got, want)
	}
}

func TestOrganisations(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	for url, want := range map[string][]string{
		"/brands/changan/":   {"长三角人才社区"},
		"/operators/zuolin/": {"安心人才社区"},
		"/operators/anju/":   nil,
	} {
		page := payloadAt[*theme.TermPage](t, s, url)
		var got []string
		for _, group := range page.Members {
			for _, card := range group.Cards {
				got = append(got, card.Title)
			}
		}
		same(t, got, want)
		if parent := path.Dir(path.Clean(url)) + "/"; page.Breadcrumbs[1].URL != parent {
			t.Errorf("%s: its breadcrumbs lead through %s, want %s", url, page.Breadcrumbs[1].URL, parent)
		}
	}
}

// same compares lists of lines.
func same(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
