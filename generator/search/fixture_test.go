package search

import (
	"slices"
	"testing"
	"time"

	"anju/generator/lexicon"
	"anju/generator/validity"
)

// noon is the moment that tests ask about.
var noon = time.Date(2024, 6, 1, 12, 0, 0, 0, validity.Zone)

func day(t testing.TB, s string) validity.Date {
	t.Helper()
	d, err := validity.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// zh is the text of a document in one language.
func zh(title, body string) map[string]Text {
	return map[string]Text{baseLanguage: {URL: "/x/", Title: title, Sections: []Section{{Text: body}}}}
}

// demoLexicon are the words of the small site.
var demoLexicon = lexicon.Lexicon{
	Terms: []lexicon.Term{
		{Facet: "city", Value: "suzhou", Names: []string{"苏州", "苏州市", "Suzhou"}, Label: map[string]string{"zh-Hans": "苏州"}},
		{Facet: "city", Value: "nanjing", Names: []string{"南京", "南京市", "Nanjing"}, Short: "宁"},
		{Facet: "city", Value: "changzhou", Names: []string{"常州"}},
		{Facet: "degree", Value: "master", Names: []string{"硕士", "研究生"}},
		{Facet: "degree", Value: "doctor", Names: []string{"博士", "研究生"}},
		{Facet: "audience", Value: "postdoc", Names: []string{"博士后", "postdoc"}},
		{
			Facet: "benefit", Value: "rent_subsidy", Names: []string{"租房补贴", "房租补贴", "Rent subsidy"},
			Label: map[string]string{"zh-Hans": "租房补贴", "en": "Rent subsidy"},
			URL:   map[string]string{"zh-Hans": "/search?benefit=rent_subsidy", "en": "/en/search?benefit=rent_subsidy"},
		},
		{Facet: "benefit", Value: "purchase_subsidy", Names: []string{"购房补贴"}},
		{Facet: "tag", Value: "flat", Names: []string{"人才公寓"}},
	},
	Synonyms: []lexicon.Synonym{
		{From: []string{"租房补贴", "房租补贴"}, To: []string{"租房补贴", "房租补贴"}},
		{From: []string{"户口"}, To: []string{"落户"}},
	},
}

// buildFixture builds the index of docs into a folder of the test's own.
func buildFixture(t testing.TB, docs []Document) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := Build(dir, Fingerprint(docs, demoLexicon), docs, demoLexicon); err != nil {
		t.Fatal(err)
	}
	return dir
}

func openFixture(t testing.TB, docs []Document) *Searcher {
	t.Helper()
	s, err := Open(buildFixture(t, docs))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// demo is a small site: enough for every kind of question.
func demo(t testing.TB) []Document {
	from, to := day(t, "2023-01-01"), day(t, "2025-12-31")
	inForce := validity.Subject{Kind: "policy", From: from, To: to}
	repealed := validity.Subject{Kind: "policy", From: day(t, "2020-01-01"), Repealed: from}
	soon := inForce
	soon.To = day(t, "2024-06-20")
	rent := "符合条件的人才可以领取租房补贴，每月最高一千元。"
	return []Document{
		{ID: "community:dfqn", Kind: "community", City: "changzhou", Text: zh("东方青年人才社区", "社区里有人才公寓和食堂。"), Aliases: []string{"东方社区"}},
		{ID: "community:dushuhu", Kind: "community", City: "suzhou", Text: zh("独墅湖科创湾", "位于苏州，有众创空间。")},
		{ID: "guide:apply", Kind: "guide", Text: map[string]Text{
			baseLanguage: {URL: "/guides/apply/", Title: "人才公寓办理指南", Summary: "说明怎样入住。", Sections: []Section{
				{Anchor: "条件", Title: "条件", Text: "本科以上。"},
				{Anchor: "申请", Title: "如何申请", Text: "带身份证到窗口提出申请，三日内答复。"},
			}},
			"en": {URL: "/en/guides/apply/", Title: "How to get a talent apartment in Suzhou", Summary: "Steps."},
		}},
		{ID: "home:dfqn/studio", Kind: "home", City: "changzhou", Text: zh("东方青年人才社区单间", "人才公寓，独立卫浴。"),
			Facets: map[string][]string{"unit_type": {"studio"}}, Rent: &Range{Min: 800, Max: new(1200.0)}, Area: &Range{Min: 30, Max: new(45.0)}, Available: true},
		{ID: "home:dfqn/two", Kind: "home", City: "changzhou", Text: zh("东方青年人才社区两居", "人才公寓。"),
			Facets: map[string][]string{"unit_type": {"2b1l"}}, Rent: &Range{Min: 2000}, Area: &Range{Min: 70, Max: new(70.0)}},
		{ID: "policy:buy", Kind: "policy", City: "suzhou", Text: zh("购房补贴办法", "购房补贴一次发放。"), Subject: soon, Year: 2023,
			Amounts: []Range{{Min: 30000, Max: new(50000.0)}}, Facets: map[string][]string{"benefit": {"purchase_subsidy"}, "audience": {"graduate"}}},
		{ID: "policy:hukou", Kind: "policy", Shared: true, Text: zh("落户若干规定", "全省通用的落户规定。租房也可落户。"), Subject: inForce, Year: 2023, Number: "国办发〔2021〕22号"},
		{ID: "policy:rent-new", Kind: "policy", City: "suzhou", Text: zh("租房补贴实施办法", rent), Subject: inForce, Date: from, Year: 2023,
			Amounts: []Range{{Min: 1000, Max: new(1000.0)}}, Facets: map[string][]string{"benefit": {"rent_subsidy"}, "audience": {"graduate", "postdoc"}}},
		{ID: "policy:rent-old", Kind: "policy", City: "suzhou", Text: zh("租房补贴实施办法", rent), Subject: repealed, Date: day(t, "2020"), Year: 2020,
			Facets: map[string][]string{"benefit": {"rent_subsidy"}}},
		{ID: "policy:tagged", Kind: "policy", City: "nanjing", Text: zh("人才新政", "综合规定。"), Subject: inForce, TagWords: []string{"博士后", "postdoc"}},
	}
}

func ask(t testing.TB, s *Searcher, q Query) Result {
	t.Helper()
	if q.At.IsZero() {
		q.At = noon
	}
	r, err := s.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(r Result) []string {
	out := make([]string, 0, len(r.Hits))
	for _, h := range r.Hits {
		out = append(out, h.ID)
	}
	return out
}

func sameSet(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
