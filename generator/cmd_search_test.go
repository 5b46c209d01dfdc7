package main

import (
	"bytes"
	"context"
	"testing"

	"anju/generator/search"
)

// printed is what a function prints in a language.
func printed(lang string, tell func(*env)) string {
	var out bytes.Buffer
	tell(&env{flags: flags{Lang: lang}, ctx: context.Background(), out: &out})
	return out.String()
}

func TestTable(t *testing.T) {
	var out bytes.Buffer
	table(&out, "  ", [][]string{{"词", "a", "last"}, {"", "公寓"}, {"rent", "e\u0301", "余下"}})
	want := "  词    a     last\n" +
		"        公寓\n" +
		"  rent  e\u0301     余下\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}

func TestTellReading(t *testing.T) {
	amount := 30000.0
	read := search.Query{Text: "来宁硕士补贴", Sort: search.Newest, Page: 2, Amount: &amount, Filters: map[string][]string{
		"city": {"nanjing"}, "degree": {"master", "doctor"}, "type": {"policy"},
	}}
	tests := []struct {
		name, lang string
		result     search.Result
		want       string
	}{
		{"all words", "zh-Hans", search.Result{Total: 3, Full: 3}, "3 条\n"},
		{"some have some words", "zh-Hans", search.Result{Total: 3, Full: 2}, "3 条，其中 2 条含全部的词（其余标 ~）\n"},
		{"most words", "zh-Hans", search.Result{Total: 3, Relaxed: "most-words"}, "3 条\n放宽了：没有条目含全部的词，这些含大部分（most-words）\n"},
		{"any word", "en", search.Result{Total: 3, Relaxed: "any-word"}, "3 found\nrelaxed: nothing has most words, these have some (any-word)\n"},
		{"another spelling", "zh-Hans", search.Result{Relaxed: "pinyin", Suggestions: []string{"人才公寓", "人才公园"}},
			"0 条\n放宽了：没有条目含这些字，按读音和字形改了写法（pinyin）\n是不是要找：人才公寓、人才公园\n"},
		{"what was read, not what was given", "en", search.Result{Asked: read, Read: []string{"city", "degree", "amount"}},
			"0 found\nread as filters: city=nanjing degree=master degree=doctor amount=30000\n"},
		{"what nothing fits", "en", search.Result{Missed: read},
			"0 found\nnamed, but nothing fits: amount=30000 city=nanjing degree=master degree=doctor type=policy\n"},
		{"number and gap", "zh-Hans", search.Result{
			Numbered: &search.Hit{ID: "policy:a", Title: "意见"}, Gap: &search.Hit{ID: "gap:a/b", Title: "标准"}},
			"0 条\n这个文号是：policy:a  意见\n还没有找到的：gap:a/b  标准\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := printed(tt.lang, func(e *env) { e.tellReading(tt.result) }); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestTellExplanation(t *testing.T) {
	x := search.Explanation{
		Result: search.Result{Total: 2, Full: 1, Hits: []search.Hit{
			{ID: "policy:a", Title: "安家补贴", URL: "/policies/a/", Score: 6.3},
			{ID: "policy:b", Title: "另一个", URL: "/policies/b/", Partial: true},
		}},
		Words: []search.ExplainedWord{
			{Text: "安居", Terms: []string{"安居"}, Synonyms: [][]string{{"安家", "家补"}}},
			{Text: "申请", Terms: []string{"申请"}, Optional: true},
		},
		Hits: []search.ExplainedHit{
			{ID: "policy:a", Score: 6.3, Coord: .5, Bonus: 3, Factor: .9, Terms: []search.ExplainedTerm{
				{Term: "安家", Field: "title", Count: 1, IDF: 1.5, Weight: 3},
				{Term: "安家", Field: "body", Count: 12, IDF: 1.5, Weight: 2.25},
				{Term: "申请", Field: "heading", Count: 1, IDF: .5, Weight: 1},
			}},
			{ID: "policy:b"}, // found by filters alone
		},
	}
	want := `2 条，其中 1 条含全部的词（其余标 ~）
要找的词（各按这些片段找）
  安居    安居
    或者  安家 家补
  申请    申请       只影响先后，可以没有

    6.300  policy:a  安家补贴  /policies/a/
    得分 6.300 ＝（词 8.000 × 找到的比例 0.500 ＋ 名称或文号相符 3.000）× 时效和类别 0.900
    片段  稀有度  在哪里  次数  分量
    安家  1.500   标题    1     3.000
                  正文    12    2.250
    申请  0.500   小标题  1     1.000

~   0.000  policy:b  另一个  /policies/b/
`
	if got := printed("zh-Hans", func(e *env) { e.tellExplanation(x) }); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
