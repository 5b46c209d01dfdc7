package search

import (
	"slices"
	"testing"

	"anju/generator/lexicon"
)

// TestSuggestWords asks for words that documents bear, say, and do not know.
func TestSuggestWords(t *testing.T) {
	word := func(value, zh, en string, names ...string) lexicon.Term {
		url := "search?benefit=" + value
		return lexicon.Term{
			Facet: "benefit", Value: value, Names: append(names, zh, en),
			Label: map[string]string{"zh-Hans": zh, "en": en},
			URL:   map[string]string{"zh-Hans": "/" + url, "en": "/en/" + url},
		}
	}
	lex := lexicon.Lexicon{Terms: []lexicon.Term{
		word("purchase_subsidy", "购房补贴", "Home purchase subsidy", "安家费"),
		word("hukou", "落户", "Household registration"),
		word("drone", "无人机", "Drones"),
		word("rules", "落户 无人机", "Rules"),
	}}
	dir, docs := t.TempDir(), demo(t)
	if err := Build(dir, Fingerprint(docs, lex), docs, lex); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	tests := []struct {
		name, text, lang string
		want             []string // addresses
	}{
		{"borne", "购房补", "zh-Hans", []string{"/search?benefit=purchase_subsidy", "/x/"}},
		{"said, not borne", "luoh", "zh-Hans", []string{"/search?q=%E8%90%BD%E6%88%B7", "/x/"}},
		{"said in Chinese only", "落户", "en", []string{"/x/"}},
		{"neither", "无人机", "zh-Hans", nil},
		{"one character of a title", "购", "zh-Hans", []string{"/search?benefit=purchase_subsidy", "/x/"}},
		{"one character of a title, in English", "购", "en", []string{"/en/search?benefit=purchase_subsidy", "/x/"}},
		{"one character of an alias alone", "费", "zh-Hans", nil},
		{"an alias", "安家", "zh-Hans", []string{"/search?benefit=purchase_subsidy"}},
		{"one letter", "g", "zh-Hans", []string{"/search?benefit=purchase_subsidy", "/x/", "/guides/apply/", "/x/"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, found := range s.Suggest(tt.text, tt.lang) {
				got = append(got, found.URL)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s suggests %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestSaidInPinyin asks in pinyin for words that no name holds.
func TestSaidInPinyin(t *testing.T) {
	s := openFixture(t, demo(t))
	for text, want := range map[string]string{
		"dafu":         "答复",    // at the end of a clause
		"ruzhu":        "入住",    // of a summary
		"ruheshenqing": "如何 申请", // of a heading
	} {
		if r := ask(t, s, Query{Text: text}); r.Relaxed != corrected || !slices.Contains(r.Suggestions, want) {
			t.Errorf("%s: relaxed %q, suggestions %q, want %s", text, r.Relaxed, r.Suggestions, want)
		}
	}
}
