package lexicon

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"anju/generator/hanzi"
)

var demoReader = NewReader(demo)

// checkRead states what holds of the reading of any text.
func checkRead(t interface{ Fatalf(string, ...any) }, text string, kinds Kinds) {
	g := demoReader.Read(text, kinds)
	if g.Kinds&^kinds != 0 || kinds == 0 && (len(filters(g)) > 0 || g.Kinds != 0) {
		t.Fatalf("%q read with %b: kinds %b, filters %q", text, kinds, g.Kinds, filters(g))
	}
	if (g.Kinds == 0) != (len(filters(g)) == 0) {
		t.Fatalf("%q: kinds %b, filters %q", text, g.Kinds, filters(g))
	}
	if !utf8.ValidString(g.Rest) || !subsequence(hanzi.FoldString(g.Rest), hanzi.FoldString(text)) {
		t.Fatalf("%q: rest %q is not of it", text, g.Rest)
	}
	if utf8.RuneCountInString(g.Rest) > MaxRunes || len(g.Words) > MaxWords {
		t.Fatalf("%q: rest of %d bytes, %d words", text, len(g.Rest), len(g.Words))
	}
	for i, w := range g.Words {
		if w.Text == "" || hanzi.FoldString(w.Text) != w.Text || i == 0 && w.Joined ||
			len(w.Synonyms) > maxSynonyms || slices.Contains(w.Synonyms, w.Text) {
			t.Fatalf("%q: word %+v", text, w)
		}
	}
	if len(g.Words) > 0 && !slices.ContainsFunc(g.Words, func(w Word) bool { return !w.Optional }) {
		t.Fatalf("%q: all words are optional", text)
	}
}

// subsequence reports whether the characters of a, but for spaces, stand in b
// in the same order.
func subsequence(a, b string) bool {
	for _, r := range a {
		if r == ' ' {
			continue
		}
		i := strings.IndexRune(b, r)
		if i < 0 {
			return false
		}
		b = b[i+utf8.RuneLen(r):]
	}
	return true
}

// pieces make texts that come near what the rules look for.
var pieces = phrases(`南京 苏州 Nanjing 来 在 宁 通 知 硕士 硕士研究生 博士 后 生 的 人才公寓 租房补贴 補貼 申請 怎么 申请 吗 能 领
	3 万 w 三 五 十 千 1500 元 /月 月租 以下 以上 - 到 平 ㎡ 台 40 2024 年 起 国办发 〔 〕 (2021) 22 号 第 已废止 有效 期
	_ _ _ ， 。 work permit the in a how_to é e\u0301 ﷺ 😀`)

func TestReadProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12), func(p []string) string { return strings.Join(p, "") }),
		).Draw(t, "text")
		checkRead(t, text, Kinds(rapid.IntRange(0, int(All)).Draw(t, "kinds")))
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"南京人才公寓怎么申请", "月租1000-2000元以下", "国办发〔2021〕22号", "3万5到４０㎡", "在宁的，硕士研究生补贴吗",
		strings.Repeat("租房补贴 ", 2000), strings.Repeat("ﷺ", 5000), strings.Repeat("9", 10000), strings.Repeat("万", 300),
		"👩‍👩‍👧 🏠", "\xed\xa0\x80南京", "%E5%8D", "' OR 1=1; DROP TABLE docs;--", "<script>alert(1)</script>",
		"e\u0301\u0323", "\x00", "的吗呢", "第号", "-~-3-", "(2021)22", "a a a",
	} {
		f.Add(s, uint8(All))
	}
	f.Fuzz(func(t *testing.T, s string, kinds uint8) { checkRead(t, s, Kinds(kinds)&All) })
}

func TestReadFoldsFirst(t *testing.T) {
	for _, pair := range [][2]string{
		{"南京租房補貼申請條件", "南京租房补贴申请条件"},
		{"補貼３萬元", "补贴3万元"},
		{"月租１５００以下", "月租1500以下"},
		{"ＳＵＺＨＯＵ碩士", "suzhou硕士"},
		{"國辦發［２０２１］２２號", "国办发[2021]22号"},
		{"４０㎡", "40m2"},
	} {
		a, b := demoReader.Read(pair[0], All), demoReader.Read(pair[1], All)
		if hanzi.FoldString(a.Rest) != b.Rest {
			t.Errorf("the rest of %q is %q, that of %q is %q", pair[0], a.Rest, pair[1], b.Rest)
		}
		if a.Rest, b.Rest = "", ""; !reflect.DeepEqual(a, b) {
			t.Errorf("%q reads as\n %+v\n%q as\n %+v", pair[0], a, pair[1], b)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, text := range []string{"人才公寓", "南京硕士租房补贴3万元怎么申请2024年", "国办发〔2021〕22号", strings.Repeat("人才公寓申请条件3万元", 12)} {
		b.Run(firstRunes(text, 10), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				demoReader.Read(text, All)
			}
		})
	}
}
