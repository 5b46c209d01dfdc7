package results

import (
	"slices"
	"testing"

	"anju/generator/search"
	"anju/generator/theme"
)

func TestNotices(t *testing.T) {
	amount := 30000.0
	for name, c := range map[string]struct {
		result search.Result
		count  string
		want   []string
	}{
		"all words":    {search.Result{Total: 4, Full: 4}, "找到4条", nil},
		"some in part": {search.Result{Total: 9, Full: 2}, "找到2条，另有7条只符合一部分", nil},
		"nothing":      {search.Result{Relaxed: "any-word"}, "没有找到", nil},
		"any word":     {search.Result{Total: 3, Relaxed: "any-word"}, "找到3条", []string{"没有同时包含全部词的结果，下面的结果至少包含其中一个词。"}},
		"corrected": {
			search.Result{Total: 3, Relaxed: "pinyin", Suggestions: []string{"人才公寓", "人才"}}, "找到3条",
			[]string{"没有找到“人材公寓”，下面是“人才公寓”的结果。"},
		},
		"missed": {
			search.Result{Total: 3, Full: 3, Missed: search.Query{Amount: &amount, Filters: map[string][]string{"city": {"shili"}}}}, "找到3条",
			[]string{"没有同时符合“示例、含3万元”的内容，下面的结果不按它筛选。"},
		},
		"missed, and nothing found": {search.Result{Missed: search.Query{Amount: &amount}}, "没有找到", []string{"没有同时符合“含3万元”的内容，下面的结果不按它筛选。"}},
	} {
		t.Run(name, func(t *testing.T) {
			page := filled(t, "q=人材公寓", "q=人材公寓", c.result)
			if page.Count != c.count || !slices.Equal(page.Notices, c.want) {
				t.Errorf("got %s, %q", page.Count, page.Notices)
			}
		})
	}
}

func TestMeant(t *testing.T) {
	for name, c := range map[string]struct {
		relaxed string
		want    []theme.Link
	}{
		"offered":        {"", []theme.Link{{Text: "a", URL: "/search?city=shili&q=a"}, {Text: "b", URL: "/search?city=shili&q=b"}}},
		"first is shown": {"pinyin", []theme.Link{{Text: "b", URL: "/search?city=shili&q=b"}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := search.Result{Total: 1, Relaxed: c.relaxed, Suggestions: []string{"a", "b"}}
			page := filled(t, "q=x&literal=1&city=shili&page=2", "q=x&city=shili", r)
			if !slices.Equal(page.Meant, c.want) {
				t.Errorf("got %+v", page.Meant)
			}
		})
	}
}

// TestPartial parts the hits that hold all words from those that do not.
func TestPartial(t *testing.T) {
	page := filled(t, "q=x", "q=x", search.Result{Total: 2, Full: 1, Hits: []search.Hit{{ID: "a", URL: "/a/"}, {ID: "b", URL: "/b/", Partial: true}}})
	if len(page.Hits) != 1 || page.Hits[0].URL != "/a/" || len(page.Partial) != 1 || page.Partial[0].URL != "/b/" {
		t.Errorf("got %+v and %+v", page.Hits, page.Partial)
	}
}

func TestHelp(t *testing.T) {
	elsewhere := []search.Facet{{Name: "benefit"}, {Name: "city", Values: []search.FacetValue{{Value: "linshi", Count: 1}}}}
	missed := search.Query{Filters: map[string][]string{"city": {"shili"}}}
	for name, c := range map[string]struct {
		asked  string
		result search.Result
		city   string // address of its page
		ask    string // the first to ask
		loosen int
	}{
		"found":                             {"q=x", search.Result{Total: 1}, "", "", 0},
		"found in a city":                   {"q=x&city=shili", search.Result{Total: 1}, "/cities/shili/", "", 0},
		"nothing":                           {"q=x", search.Result{}, "", "全国热线", 0},
		"nothing in a city":                 {"q=x&city=shili&benefit=rent", search.Result{}, "/cities/shili/", "示例热线", 0},
		"nothing in a city, something else": {"q=x&city=shili&benefit=rent", search.Result{Facets: elsewhere}, "/cities/shili/", "示例热线", 1},
		"nothing for an amount":             {"q=x&amount=5", search.Result{}, "", "全国热线", 1},
		"nothing, two cities":               {"q=x&city=shili&city=linshi", search.Result{}, "", "全国热线", 0},
		"an unknown city":                   {"q=x&city=linshi", search.Result{}, "", "全国热线", 0},
		"a city was missed":                 {"q=x", search.Result{Total: 1, Missed: missed}, "/cities/shili/", "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			page := filled(t, c.asked, c.asked, c.result)
			ask := ""
			if len(page.Ask) > 0 {
				ask = page.Ask[0].Name
			}
			if page.City.URL != c.city || ask != c.ask || len(page.Loosen) != c.loosen || (len(page.Browse) > 0) != (c.result.Total == 0) {
				t.Errorf("city %+v, ask %q, %+v, browse %+v", page.City, ask, page.Loosen, page.Browse)
			}
		})
	}
}

// TestOverruled tells a choice that stands against what was typed.
func TestOverruled(t *testing.T) {
	typed := search.Query{Filters: map[string][]string{"city": {"linshi"}}}
	page := filled(t, "q=linshi&city=shili", "q=linshi&city=shili", search.Result{Total: 1, Overruled: typed})
	want := "上面选的是“示例”，所以没有按您写的“linshi”筛选；点掉上面的选择就行。"
	if !slices.Equal(page.Notices, []string{want}) {
		t.Errorf("got %q", page.Notices)
	}
}

func TestJumpAndGap(t *testing.T) {
	r := search.Result{Total: 1, Numbered: &search.Hit{Title: "意见", URL: "/policies/a/"}, Gap: &search.Hit{URL: "/gaps/shili/x/", TitleHTML: "示例：落户"}}
	page := filled(t, "q=x", "q=x", r)
	if page.Jump.Text != "意见" || page.Jump.URL != "/policies/a/" || page.Gap == nil || page.Gap.Title != "示例：落户" {
		t.Errorf("got %+v, %+v", page.Jump, page.Gap)
	}
	r.Gap.ID, r.Hits = "gap:shili/x", []search.Hit{{ID: "gap:shili/x"}}
	if page := filled(t, "q=x", "q=x", r); page.Gap != nil {
		t.Errorf("the gap among the hits is told again: %+v", page.Gap)
	}
}
