package search

import (
	"maps"
	"slices"
	"testing"
)

func TestRead(t *testing.T) {
	s := openFixture(t, demo(t))
	suzhou := map[string][]string{"city": {"suzhou"}}
	tests := []struct {
		name    string
		q       Query
		filters map[string][]string // in force
		rest    string
		missed  map[string][]string
		want    []string // the first hits
	}{
		{"a city", Query{Text: "苏州租房补贴"}, suzhou, "租房补贴", nil, []string{"policy:rent-new", "policy:rent-old"}},
		{"a city by its short name", Query{Text: "来宁 落户"}, map[string][]string{"city": {"nanjing"}}, "落户", nil, []string{"policy:hukou"}},
		{"taken literally", Query{Text: "苏州租房补贴", Literal: true}, nil, "苏州租房补贴", nil, []string{"policy:rent-new"}},
		{"a choice beats the text", Query{Text: "苏州租房补贴", Filters: map[string][]string{"city": {"changzhou"}}}, map[string][]string{"city": {"changzhou"}}, "租房补贴", nil, nil},
		{"what nothing fits is given up", Query{Text: "南京 购房补贴"}, nil, "南京 购房补贴", map[string][]string{"city": {"nanjing"}}, []string{"policy:buy"}},
		{"the least certain first", Query{Text: "苏州 硕士 购房补贴"}, suzhou, "硕士 购房补贴", map[string][]string{"degree": {"master"}}, []string{"policy:buy"}},
		{"a status", Query{Text: "已废止 租房补贴"}, map[string][]string{"status": {"repealed"}}, "租房补贴", nil, []string{"policy:rent-old"}},
		{"a year", Query{Text: "2020年租房补贴"}, map[string][]string{"year": {"2020"}}, "租房补贴", nil, []string{"policy:rent-old"}},
		{"nothing but a filter", Query{Text: "苏州"}, suzhou, "", nil, []string{"community:dushuhu"}},
		{"no filter out of the name of a document", Query{Text: "博士后"}, nil, "博士后", nil, []string{"policy:tagged"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := ask(t, s, tt.q)
			same := func(a, b map[string][]string) bool { return maps.EqualFunc(a, b, slices.Equal) }
			if !same(r.Asked.Filters, tt.filters) || r.Rest != tt.rest || !same(r.Missed.Filters, tt.missed) {
				t.Errorf("filters %v, rest %q, missed %v", r.Asked.Filters, r.Rest, r.Missed.Filters)
			}
			if got := ids(r); len(got) < len(tt.want) || !slices.Equal(got[:len(tt.want)], tt.want) {
				t.Errorf("hits %q, want %q first", got, tt.want)
			}
		})
	}
}

// TestOverruled names what was typed against a choice.
func TestOverruled(t *testing.T) {
	s := openFixture(t, demo(t))
	for _, tt := range []struct {
		text, city string
		want       []string
	}{
		{"苏州租房补贴", "changzhou", []string{"suzhou"}},
		{"苏州租房补贴", "suzhou", nil},
		{"租房补贴", "changzhou", nil},
	} {
		r := ask(t, s, Query{Text: tt.text, Filters: map[string][]string{"city": {tt.city}}})
		if got := r.Overruled.Filters["city"]; !slices.Equal(got, tt.want) {
			t.Errorf("%s in %s: overruled %q, want %q", tt.text, tt.city, got, tt.want)
		}
	}
}

func TestReadAmounts(t *testing.T) {
	s := openFixture(t, demo(t))
	for text, want := range map[string][]string{
		"补贴3万":          {"policy:buy"},
		"三万 补贴":         {"policy:buy"},
		"30000元补贴":      {"policy:buy"},
		"3w补贴":          {"policy:buy"},
		"月租1500以下":      {"home:dfqn/studio"},
		"人才公寓 40平":      {"home:dfqn/studio"},
		"70平 人才公寓":      {"home:dfqn/two"},
		"人才公寓 月租1500以下": {"home:dfqn/studio"},
		"租房 月租1500以下":   {"home:dfqn/studio"},
	} {
		r := ask(t, s, Query{Text: text})
		if got := ids(r); !sameSet(got, want) || len(r.Read) == 0 {
			t.Errorf("%s: %q, reading %q", text, got, r.Read)
		}
	}
}

func TestNumbered(t *testing.T) {
	s := openFixture(t, demo(t))
	for _, text := range []string{"国办发〔2021〕22号", "国办发(2021)22号", "国办发2021 22", "（2021）22号", "国办发【2021】22号 落户"} {
		r := ask(t, s, Query{Text: text})
		if r.Numbered == nil || r.Numbered.ID != "policy:hukou" || ids(r)[0] != "policy:hukou" {
			t.Errorf("%s: %v, hits %q", text, r.Numbered, ids(r))
		}
	}
	if r := ask(t, s, Query{Text: "国办发〔2021〕23号"}); r.Numbered != nil {
		t.Errorf("another number: %s", r.Numbered.ID)
	}
}

func TestCorrections(t *testing.T) {
	s := openFixture(t, demo(t))
	for text, want := range map[string]string{
		"zufang butie":        "租房补贴",
		"租房补帖":                "租房补贴",
		"人材公寓":                "人才公寓",
		"rencai gongyu":       "人才公寓",
		"独墅胡":                 "独墅湖",
		"suzhou zufang butie": "苏州 租房补贴",
	} {
		r := ask(t, s, Query{Text: text})
		meant := ask(t, s, Query{Text: want})
		if r.Relaxed != corrected || !slices.Contains(r.Suggestions, want) || !slices.Equal(ids(r), ids(meant)) {
			t.Errorf("%s: relaxed %q, suggestions %q, hits %q; %s finds %q", text, r.Relaxed, r.Suggestions, ids(r), want, ids(meant))
		}
	}
	if r := ask(t, s, Query{Text: "租房补贴"}); r.Relaxed != allWords || len(r.Suggestions) > 0 {
		t.Errorf("what is right is corrected: %q, %q", r.Relaxed, r.Suggestions)
	}
}

// TestOtherCorrections offers every text that finds more than the one typed, also
// where it finds no more than the one that stands in for it.
func TestOtherCorrections(t *testing.T) {
	s := openFixture(t, append(demo(t),
		Document{ID: "guide:affairs", Kind: "guide", Text: zh("人事", "人事代理。")}, Document{ID: "guide:world", Kind: "guide", Text: zh("人世", "人世。")},
	))
	r := ask(t, s, Query{Text: "renshi"})
	if want := []string{"人事", "人世"}; r.Relaxed != corrected || !slices.Equal(r.Suggestions, want) || !slices.Equal(ids(r), []string{"guide:affairs"}) {
		t.Errorf("relaxed %q, suggestions %q, hits %q", r.Relaxed, r.Suggestions, ids(r))
	}
}

func TestPartial(t *testing.T) {
	s := openFixture(t, demo(t))
	r := ask(t, s, Query{Text: "租房补贴 落户规定"})
	if r.Relaxed != mostWords || r.Full != 0 || slices.ContainsFunc(r.Hits, func(h Hit) bool { return h.Partial }) {
		t.Errorf("where none holds all words, none is partial: %q, %d full", r.Relaxed, r.Full)
	}
	r = ask(t, s, Query{Text: "落户 规定"})
	if r.Relaxed != allWords || r.Full != 1 || r.Total < 2 {
		t.Fatalf("relaxed %q, %d full of %d", r.Relaxed, r.Full, r.Total)
	}
	for i, h := range r.Hits {
		if h.Partial != (i >= r.Full) {
			t.Errorf("hit %d of %d full is partial: %t", i, r.Full, h.Partial)
		}
	}
}

// TestBridge does not go by a bigram that begins in a word unknown to the site.
func TestBridge(t *testing.T) {
	s := openFixture(t, append(demo(t),
		Document{ID: "policy:sea", Kind: "policy", Text: zh("东海人才公寓", "人才公寓。")},
		Document{ID: "policy:flat", Kind: "policy", Text: zh("人才公寓", "人才公寓。")},
	))
	if got := ids(ask(t, s, Query{Text: "上海人才公寓"})); got[0] != "policy:flat" {
		t.Errorf("hits %q", got)
	}
}

func TestGap(t *testing.T) {
	docs := append(demo(t),
		Document{ID: "gap:nanjing/buy", Kind: gapKind, City: "nanjing", Text: zh("南京：购房补贴标准", "没有找到。")},
		Document{ID: "gap:suzhou/buy", Kind: gapKind, City: "suzhou", Text: zh("苏州：购房券", "没有找到。")},
		Document{ID: "gap:region/drones", Kind: gapKind, Text: zh("全省：无人机执照补贴", "没有找到。")},
	)
	s := openFixture(t, docs)
	policies := map[string][]string{"type": {"policy"}, "city": {"nanjing"}}
	tests := []struct {
		q    Query
		want string
	}{
		{Query{Text: "购房补贴", Filters: policies}, "gap:nanjing/buy"},
		{Query{Text: "南京 购房补贴", Filters: map[string][]string{"type": {"job"}}}, "gap:nanjing/buy"},
		{Query{Text: "无人机驾驶证"}, "gap:region/drones"},
		{Query{Text: "租房补贴"}, ""},
		{Query{Text: "苏州 租房补贴"}, ""},
		{Query{Text: "asdfgh"}, ""},
	}
	for _, tt := range tests {
		got := ""
		if r := ask(t, s, tt.q); r.Gap != nil {
			got = r.Gap.ID
		}
		if got != tt.want {
			t.Errorf("%s: gap %q, want %q", tt.q.Text, got, tt.want)
		}
	}
}

func TestIDs(t *testing.T) {
	s := openFixture(t, crowd(300))
	q := Query{Filters: map[string][]string{"city": {"suzhou"}}, At: noon, Page: 3}
	all, err := s.IDs(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	r := ask(t, s, q)
	if len(all) != r.Total || !slices.Equal(all[40:60], ids(r)) {
		t.Errorf("%d ids of %d, page 3 is %q", len(all), r.Total, ids(r))
	}
}

func TestSuggest(t *testing.T) {
	s := openFixture(t, demo(t))
	for text, want := range map[string]Suggestion{
		"租":         {"租房补贴", "/search?benefit=rent_subsidy", "benefit"},
		"zuf":       {"租房补贴", "/search?benefit=rent_subsidy", "benefit"},
		"zfbt":      {"租房补贴", "/search?benefit=rent_subsidy", "benefit"},
		"苏州 租房":     {"苏州 租房补贴", "/search?benefit=rent_subsidy&city=suzhou", "benefit"},
		"苏州租":       {"苏州 租房补贴", "/search?benefit=rent_subsidy&city=suzhou", "benefit"},
		"东方青":       {"东方青年人才社区", "/x/", "community"},
		"How to g":  {"人才公寓办理指南", "/guides/apply/", "guide"},
		"dushuhuke": {"独墅湖科创湾", "/x/", "community"},
	} {
		got := s.Suggest(text, baseLanguage)
		if len(got) == 0 || got[0] != want || len(got) > maxSuggestions {
			t.Errorf("%s: %v, want %v first", text, got, want)
		}
	}
	if got := s.Suggest("How to g", "en"); len(got) == 0 || got[0].Text != "How to get a talent apartment in Suzhou" {
		t.Errorf("in English: %v", got)
	}
	for _, text := range []string{"", "，", "qqqq", "南京 租房", hanText(300)} {
		if got := s.Suggest(text, baseLanguage); len(got) > 0 {
			t.Errorf("%.20q: %v", text, got)
		}
	}
}

// TestExplain adds the parts up again.
func TestExplain(t *testing.T) {
	s := openFixture(t, demo(t))
	for _, text := range []string{"租房补贴", "购房补贴办法", "国办发〔2021〕22号", "独墅湖 众创", "落户规定"} {
		e, err := s.Explain(t.Context(), Query{Text: text, At: noon})
		if err != nil {
			t.Fatal(err)
		}
		if len(e.Hits) != len(e.Result.Hits) || len(e.Hits) == 0 {
			t.Fatalf("%s: %d explained of %d", text, len(e.Hits), len(e.Result.Hits))
		}
		for i, h := range e.Hits {
			if h.ID != e.Result.Hits[i].ID || h.Score != e.Result.Hits[i].Score {
				t.Errorf("%s: %s scores %g, explained is %s with %g", text, e.Result.Hits[i].ID, e.Result.Hits[i].Score, h.ID, h.Score)
			}
			if len(e.Words) == 1 && len(e.Words[0].Synonyms) == 0 {
				if sum := explained(h); sum < h.Score-.001 || sum > h.Score+.001 {
					t.Errorf("%s: the parts of %s make %g, not %g", text, h.ID, sum, h.Score)
				}
			}
		}
	}
}

// TestExplainOptional: where only filters were typed, their words need not be
// found.
func TestExplainOptional(t *testing.T) {
	s := openFixture(t, demo(t))
	for text, optional := range map[string]bool{"苏州": true, "租房 月租1500以下": true, "租房补贴": false} {
		e, err := s.Explain(t.Context(), Query{Text: text, At: noon})
		if err != nil {
			t.Fatal(err)
		}
		if len(e.Words) == 0 || e.Words[0].Optional != optional {
			t.Errorf("%s: words %v, want the first optional: %t", text, e.Words, optional)
		}
	}
}

func explained(h ExplainedHit) float64 {
	weights, idf := map[string]float64{}, map[string]float64{}
	for _, term := range h.Terms {
		weights[term.Term] += term.Weight
		idf[term.Term] = term.IDF
	}
	sum := 0.0
	for term, w := range weights {
		sum += saturated(idf[term], w)
	}
	return (sum*h.Coord + h.Bonus) * h.Factor
}
