package search

import (
	"slices"
	"strings"
	"testing"

	"anju/generator/hanzi"
)

func TestTokens(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"bigrams", "人才公寓", "人才 才公 公寓"},
		{"one alone", "E类、房", "e 类 房"},
		{"mixed", "2023年R签证 co-working", "2023 年 r 签证 co working"},
		{"punctuation parts", "租房，补贴", "租房 补贴"},
		{"lines part", "租\n房", "租 房"},
		{"marks belong to words", "cafe\u0301", "café"},
		{"other scripts are words", "한국어 かな", "한국어 かな"},
		{"long word", strings.Repeat("é", 50), strings.Repeat("é", 32)},
		{"nothing", "，。!", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(slices.Collect(tokens(hanzi.FoldString(tt.in))), " ")
			if got != tt.want {
				t.Errorf("tokens of %q: %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestUnderstand(t *testing.T) {
	tests := []struct {
		name, in, terms string
		words           int
	}{
		{"question words go", "人才公寓怎么申请", "人才 才公 公寓 申请", 2},
		{"only a way asked for", "怎么申请", "申请", 1},
		{"traditional question", "請問如何落戶嗎？", "落户", 1},
		{"nothing but a question", "怎么", "怎么", 1},
		{"function bigrams go", "我的社保", "的社 社保", 1},
		{"nothing but function characters", "你们的", "你们 们的", 1},
		{"change of script", "补贴3万", "补贴 3 万", 3},
		{"same word twice", "公寓 公寓", "公寓", 2},
		{"blank", " 　", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := understand(tt.in)
			if got := strings.Join(p.terms, " "); got != tt.terms || len(p.words) != tt.words {
				t.Errorf("%q is %d words of %q, want %d of %q", tt.in, len(p.words), got, tt.words, tt.terms)
			}
		})
	}
}

func TestUnderstandIsBounded(t *testing.T) {
	for _, text := range []string{strings.Repeat("a ", 5000), strings.Repeat("ﷺ", 5000), hanText(5000)} {
		p := understand(text)
		if len(p.words) > MaxWords || len(p.terms) > maxTerms || len(p.compact) > 4*MaxRunes {
			t.Errorf("%.20q… is %d words of %d terms, %d bytes", text, len(p.words), len(p.terms), len(p.compact))
		}
	}
}

// hanText is a text of n different characters.
func hanText(n int) string {
	out := make([]rune, n)
	for i := range out {
		out[i] = rune(0x4E00 + i)
	}
	return string(out)
}

func TestWordMatches(t *testing.T) {
	tests := []struct {
		query, text string
		want        bool
	}{
		{"人才公寓申请", "申请人才住公寓", true}, // 才公 and 寓申 are missing
		{"租房补贴", "购房补贴", false},     // 租 is in no bigram found
		{"租房补贴", "补贴租房的人", true},
		{"东方青年社区", "东方青年人才社区", true},
		{"独墅湖", "墅湖", false},
		{"社保的缴纳", "缴纳社保", true}, // 的 need not match
		{"人才公寓", "公寓", false},
		{"人才公寓怎么申请", "人才公寓", true}, // the way only ranks
		{"人才公寓申请", "人才公寓", false},
		{"怎么申请", "人才公寓", false},
		{"怎么落户南京", "南京", false},
	}
	for _, tt := range tests {
		p := understand(tt.query)
		var found uint64
		for term := range tokens(hanzi.FoldString(tt.text)) {
			if i, ok := p.index[term]; ok {
				found |= 1 << i
			}
		}
		if got := p.matchedBy(found); got != tt.want {
			t.Errorf("%s in %s: %v, want %v", tt.query, tt.text, got, tt.want)
		}
	}
}
