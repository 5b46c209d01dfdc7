package search

import (
	"context"
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/lexicon"
)

// everything is what the terms of a query found, each as rare as the others.
func everything(query string) *marker {
	p := newPhrase(lexicon.NewReader(lexicon.Lexicon{}).Read(query, lexicon.Numbers), query, 0)
	m := &matches{idf: make([]float64, len(p.terms))}
	for i := range m.idf {
		m.idf[i] = 1
	}
	return newMarker(p, m)
}

func TestMark(t *testing.T) {
	tests := []struct{ name, query, text, want string }{
		{"original glyphs", "购房补贴", "關於購房補貼的通知", "關於<mark>購房補貼</mark>的通知"},
		{"overlaps are one", "独墅湖", "独墅湖科创湾", "<mark>独墅湖</mark>科创湾"},
		{"adjacent are one", "人才 公寓", "人才公寓", "<mark>人才公寓</mark>"},
		{"escaped", "p b", `<p href="b">&`, `&lt;<mark>p</mark> href=&#34;<mark>b</mark>&#34;&gt;&amp;`},
		{"whole words", "talent", "Talent talents untalented", "<mark>Talent</mark> <mark>talents</mark> untalented"},
		{"other forms of a word", "subsidies", "Subsidy, subsidised", "<mark>Subsidy</mark>, subsidised"},
		{"fullwidth", "abc", "ＡＢＣ。", "<mark>ＡＢＣ</mark>。"},
		{"one rune that folds to two", "40 m2", "40㎡", "40㎡"},
		{"same rune in both", "40m2", "约40㎡大", "约<mark>40㎡</mark>大"},
		{"single character", "房", "房屋与住房", "<mark>房</mark>屋与住<mark>房</mark>"},
		{"no single one among words", "购房 贴", "购房与补贴", "<mark>购房</mark>与补贴"},
		{"no question words", "公寓怎么申请", "怎么找公寓", "怎么找<mark>公寓</mark>"},
		{"nothing", "租房", "购车", "购车"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := everything(tt.query).all(tt.text); got != tt.want {
				t.Errorf("%q in %q: %s, want %s", tt.query, tt.text, got, tt.want)
			}
		})
	}
}

var marks = regexp.MustCompile(`</?mark>`)

func TestMarkKeepsText(t *testing.T) {
	runes := rapid.StringOf(rapid.RuneFrom([]rune("人才公寓購房補貼ab1 ，。<&㎡\u0301ＡＢ")))
	rapid.Check(t, func(t *rapid.T) {
		query, text := runes.Draw(t, "query"), runes.Draw(t, "text")
		marked := everything(query).all(text)
		if got := html.UnescapeString(marks.ReplaceAllString(marked, "")); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		if strings.Contains(marked, "</mark><mark>") {
			t.Fatalf("marks touch in %q", marked)
		}
	})
}

func TestSnippet(t *testing.T) {
	filler := strings.Repeat("这里写的是别的事情没有要找的词", 20)
	tests := []struct{ name, query, text, want string }{
		{"short text whole", "公寓", "申请公寓。", "申请<mark>公寓</mark>。"},
		{"from the sentence", "公寓", filler + "。申请人才公寓的人。", "…申请人才<mark>公寓</mark>的人。"},
		{"from a clause", "公寓", filler + "，申请人才公寓的人。", "…申请人才<mark>公寓</mark>的人。"},
		{"the richer place", "公寓 租金", "公寓。" + filler + "。公寓租金。", "…<mark>公寓租金</mark>。"},
		{"to the sentence", "公寓", "公寓。" + strings.Repeat("甲", 70) + "。" + strings.Repeat("乙", 90), "<mark>公寓</mark>。" + strings.Repeat("甲", 70) + "。…"},
		{"no place to cut", "公寓", "公寓" + strings.Repeat("甲", 200), "<mark>公寓</mark>" + strings.Repeat("甲", 88) + "…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := everything(tt.query)
			if got := snippet(k.passages(Text{Summary: tt.text})); got != tt.want {
				t.Errorf("snippet %s, want %s", got, tt.want)
			}
		})
	}
}

func TestHitInLanguages(t *testing.T) {
	s := openFixture(t, demo(t))
	tests := []struct{ lang, text, title, url, language string }{
		{"en", "talent apartment", "How to get a <mark>talent</mark> <mark>apartment</mark> in Suzhou", "/en/guides/apply/", "en"},
		{"zh-Hans", "人才公寓指南", "<mark>人才公寓</mark>办理<mark>指南</mark>", "/guides/apply/", "zh-Hans"},
		{"fr", "人才公寓指南", "<mark>人才公寓</mark>办理<mark>指南</mark>", "/guides/apply/", "zh-Hans"},
	}
	for _, tt := range tests {
		h := ask(t, s, Query{Text: tt.text, Lang: tt.lang}).Hits[0]
		if h.TitleHTML != tt.title || h.URL != tt.url || h.Lang != tt.language {
			t.Errorf("%s: %s at %s in %s, want %s at %s in %s", tt.lang, h.TitleHTML, h.URL, h.Lang, tt.title, tt.url, tt.language)
		}
	}
}

func TestSectionHits(t *testing.T) {
	s := openFixture(t, demo(t))
	r, err := s.Search(context.Background(), Query{Text: "申请 本科", At: noon})
	if err != nil {
		t.Fatal(err)
	}
	want := []SectionHit{
		{"如何申请", "/guides/apply/#%E7%94%B3%E8%AF%B7", "带身份证到窗口提出<mark>申请</mark>，三日内答复。"},
		{"条件", "/guides/apply/#%E6%9D%A1%E4%BB%B6", "<mark>本科</mark>以上。"},
	}
	got := r.Hits[0].Sections
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("sections %+v, want %+v", got, want)
	}
}
