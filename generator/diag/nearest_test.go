package diag

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	fields := []string{"title", "summary", "issued", "issuer", "effective_from", "id", "标题", "发布日期"}
	tests := []struct {
		name, word, want string
	}{
		{"itself", "title", "title"},
		{"swapped neighbours", "titel", "title"},
		{"left out", "sumary", "summary"},
		{"one too many", "summmary", "summary"},
		{"case does not count", "TITLE", "title"},
		{"width does not count", "ｔｉｔｌｅ", "title"},
		{"hyphen for underscore", "effective-from", "effective_from"},
		{"the nearer one", "issud", "issued"},
		{"the first of equally near ones", "issue", "issued"},
		{"Chinese", "发布日起", "发布日期"},
		{"short words bear one slip", "ids", "id"},
		{"too far", "tiny", ""},
		{"one letter is like nothing", "i", ""},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Nearest(tt.word, fields)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Nearest(%q) = %q, %v, want %q", tt.word, got, ok, tt.want)
			}
		})
	}
}

func TestDidYouMean(t *testing.T) {
	got := DidYouMean("titel", []string{"title"})
	want := Text{"是不是想写“title”？", `did you mean "title"?`}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := DidYouMean("zzz", []string{"title"}); got != (Text{}) {
		t.Errorf("far word: got %+v, want no hint", got)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"abc", "acb", 1},
		{"kitten", "sitting", 3}, {"标题", "题标", 1}, {"ca", "abc", 3},
	}
	for _, tt := range tests {
		a, b := []rune(tt.a), []rune(tt.b)
		if got := distance(a, b, 9); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := distance(b, a, 9); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestPlainMarks(t *testing.T) {
	tests := []struct{ word, want string }{
		{"master，phd", "master, phd"},
		{"policy：zufang", "policy:zufang"},
		{"【rent】", "[rent]"},
		{"rent-subsidy", ""},
	}
	for _, tt := range tests {
		t.Run(tt.word, func(t *testing.T) {
			hint := PlainMarks(tt.word)
			if tt.want == "" && hint != (Text{}) || !strings.HasSuffix(hint.Zh, tt.want) || !strings.HasSuffix(hint.En, tt.want) {
				t.Errorf("PlainMarks(%q) = %+v, want %q", tt.word, hint, tt.want)
			}
		})
	}
}
