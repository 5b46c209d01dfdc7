package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
)

func TestTokens(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"bigrams", "人才公寓", "人才 才公 公寓"},
		{"one alone", "E类、房", "e e类 类 房"},
		{"mixed", "2023年R签证 co-working", "2023 2023年 年 r r签 签证 co work"},
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

func TestCountTokens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hanzi.FoldString(rapid.StringOf(rapid.SampledFrom([]rune("租房补a1 ，é〇-类"))).Draw(t, "text"))
		if got, want := countTokens(text), len(slices.Collect(tokens(text))); got != want {
			t.Fatalf("%q has %d tokens, counted are %d", text, want, got)
		}
	})
}

// wanted is a word of no vocabulary.
func wanted(text string) lexicon.Word { return lexicon.Word{Text: text} }

func named(text string, synonyms ...string) lexicon.Word {
	return lexicon.Word{Text: text, Synonyms: synonyms, Known: true}
}

func joined(w lexicon.Word) lexicon.Word {
	w.Joined = true
	return w
}

func phraseOf(words ...lexicon.Word) phrase { return newPhrase(lexicon.Reading{Words: words}, "", 0) }

func TestPhraseTerms(t *testing.T) {
	tests := []struct {
		name  string
		words []lexicon.Word
		want  string
	}{
		{"bigrams", []lexicon.Word{wanted("人才公寓")}, "人才 才公 公寓"},
		{"grammar goes", []lexicon.Word{wanted("我的社保")}, "的社 社保"},
		{"nothing but grammar stays", []lexicon.Word{wanted("你们的")}, "你们 们的"},
		{"one character", []lexicon.Word{wanted("房")}, "房"},
		{"one character, joined, is a bridge", []lexicon.Word{named("补贴"), joined(wanted("额"))}, "补贴 贴额"},
		{"bridge", []lexicon.Word{named("公寓"), joined(named("申请"))}, "公寓 寓申 申请"},
		{"a character after a number", []lexicon.Word{wanted("22"), joined(wanted("号"))}, "22 22号"},
		{"synonyms come last", []lexicon.Word{named("落户", "入户", "户口"), wanted("南京")}, "落户 南京 入户 户口"},
		{"words of letters", []lexicon.Word{named("work permit", "工签")}, "work permit 工签"},
		{"one twice", []lexicon.Word{wanted("公寓"), wanted("公寓")}, "公寓"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(phraseOf(tt.words...).terms, " "); got != tt.want {
				t.Errorf("terms %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPhraseIsBounded(t *testing.T) {
	var words []lexicon.Word
	for range MaxWords {
		words = append(words, named(hanText(100), hanText(100), "a b c d e f"))
	}
	p := newPhrase(lexicon.Reading{Words: words}, hanText(MaxRunes), 0)
	if len(p.terms) > maxAll {
		t.Errorf("%d terms, at most %d are wanted", len(p.terms), maxAll)
	}
	for _, w := range p.words {
		for _, v := range w.variants[1:] {
			t.Errorf("half a synonym is looked for: %s", v.text)
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

func TestMatchedBy(t *testing.T) {
	way := wanted("申请")
	way.Optional = true
	tests := []struct {
		name  string
		words []lexicon.Word
		text  string
		want  bool
	}{
		{"unknown words may stand apart", []lexicon.Word{wanted("人才公寓申请")}, "申请人才住公寓", true}, // 才公 and 寓申 are missing
		{"known ones may not", []lexicon.Word{named("人才公寓")}, "人才住公寓", false},
		{"but next to each other", []lexicon.Word{named("人才公寓"), joined(named("申请"))}, "申请人才公寓", true},
		{"every character counts", []lexicon.Word{wanted("租房补贴")}, "购房补贴", false}, // 租 is in no bigram found
		{"in another order", []lexicon.Word{wanted("租房补贴")}, "补贴租房的人", true},
		{"a word between", []lexicon.Word{wanted("东方青年社区")}, "东方青年人才社区", true},
		{"half a bigram", []lexicon.Word{wanted("独墅湖")}, "墅湖", false},
		{"grammar need not match", []lexicon.Word{wanted("社保的缴纳")}, "缴纳社保", true},
		{"half a word", []lexicon.Word{wanted("人才公寓")}, "公寓", false},
		{"what only ranks", []lexicon.Word{named("人才公寓"), way}, "人才公寓", true},
		{"synonym", []lexicon.Word{named("租房补贴", "房租补贴")}, "房租补贴", true},
		{"half a synonym", []lexicon.Word{named("租房补贴", "房租补贴")}, "房租", false},
		{"synonym of several words", []lexicon.Word{named("工签", "work permit")}, "permit to work", true},
		{"one of two words", []lexicon.Word{named("落户"), wanted("南京")}, "南京", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := phraseOf(tt.words...)
			var found uint64
			for term := range tokens(hanzi.FoldString(tt.text)) {
				if i, ok := p.index[term]; ok {
					found |= 1 << i
				}
			}
			if got := p.matchedBy(found); got != tt.want {
				t.Errorf("matched: %v, want %v", got, tt.want)
			}
		})
	}
}
