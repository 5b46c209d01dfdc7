package hanzi

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFoldString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"phrase", "申請", "申请"},
		{"long phrase", "購房補貼", "购房补贴"},
		{"variant of Taiwan", "著裡", "着里"},
		{"variant of Hong Kong", "説脱衞", "说脱卫"},
		{"simplified stays", "什么才台后里着", "什么才台后里着"},
		{"two to one", "后後里裡裏台臺颱", "后后里里里台台台"},
		{"fullwidth", "ＡＢＣ１２３，（）", "abc123,()"},
		{"halfwidth katakana", "ｶﾞ", "ガ"},
		{"case", "R Visa", "r visa"},
		{"document number", "国办发〔2021〕22號", "国办发〔2021〕22号"},
		{"unit", "40㎡", "40m2"},
		{"radical", "⼈才", "人才"},
		{"rare plane", "𰻝", "𰻝"},
		{"composed", "e\u0301", "é"},
		{"bad bytes", "a\xffb", "a\uFFFDb"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := FoldString(tt.in); got != tt.want {
				t.Errorf("FoldString(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCompose(t *testing.T) {
	for in, want := range map[string]string{"Cafe\u0301": "Caf\u00e9", "申請ＡＢ": "申請ＡＢ", "": ""} {
		if got := Compose(in); got != want {
			t.Errorf("Compose(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestPlain holds the quick way for common characters against the tables.
func TestPlain(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if !common(r) {
			continue
		}
		want := strings.ToLower(norm.NFKC.String(string(r)))
		if got := plain(r); string(got) != want {
			t.Errorf("%U becomes %U, want %q", r, got, want)
		}
	}
}

func TestFoldOffsets(t *testing.T) {
	const src = "购㎡e\u0301B"
	f := Fold(src)
	var pieces []string
	for i := range f.Text {
		pieces = append(pieces, src[f.Start[i]:f.End[i]])
	}
	if want := []string{"购", "㎡", "㎡", "e\u0301", "B"}; !slices.Equal(pieces, want) {
		t.Errorf("pieces of %q = %q, want %q", src, pieces, want)
	}
}

// checkFold states what holds of any text.
func checkFold(t interface{ Fatalf(string, ...any) }, s string) {
	f := Fold(s)
	boundary := map[int32]bool{int32(len(s)): true}
	for i := range s {
		boundary[int32(i)] = true
	}
	end := int32(0)
	for i := range f.Text {
		same := i > 0 && f.Start[i] == f.Start[i-1] && f.End[i] == f.End[i-1]
		if !same && f.Start[i] != end {
			t.Fatalf("%q: rune %d starts at %d, want %d", s, i, f.Start[i], end)
		}
		if f.End[i] <= f.Start[i] || !boundary[f.Start[i]] || !boundary[f.End[i]] {
			t.Fatalf("%q: rune %d is at %d..%d", s, i, f.Start[i], f.End[i])
		}
		end = f.End[i]
	}
	if once := string(f.Text); once != FoldString(s) || once != FoldString(once) || !utf8.ValidString(once) {
		t.Fatalf("%q folds to %q, then to %q", s, once, FoldString(once))
	}
}

func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFold(t, rapid.String().Draw(t, "text")) })
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"人才公寓申請", "İΣς", "e\u0301\u0323", "ﷺ", "각", "\xe4\xba", "ϓ\u0301", "著㎡〔2021〕"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

func TestTable(t *testing.T) {
	from, to := []rune(traditional), []rune(simplified)
	if len(from) != len(to) || !slices.IsSorted(from) {
		t.Fatalf("%d characters against %d, or out of order", len(from), len(to))
	}
	for i, r := range to {
		if simplify(r) != r || FoldString(string(r)) != string(r) {
			t.Errorf("%c folds to %c, which folds on", from[i], r)
		}
	}
}

func TestWidth(t *testing.T) {
	for r, want := range map[rune]int{'a': 1, '人': 2, '，': 2, '\u0301': 0, '\n': 0, '\u200b': 0, '￥': 2} {
		if got := Width(r); got != want {
			t.Errorf("Width(%q) = %d, want %d", r, got, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("申請人才公寓須提交學歷證明，每月租金補貼最高3000元（税前）。Apply online。\n", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Fold(text)
	}
}
