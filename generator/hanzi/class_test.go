package hanzi

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestRuns(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"one script", "人才公寓", "人才公寓"},
		{"two scripts", "E类人才", "E|类人才"},
		{"letters and digits", "UWC3 r2d2", "UWC3|r2d2"},
		{"signs", "（2021）22号，", "2021|22|号"},
		{"zero and repetition sign", "二〇二四人々", "二〇二四人々"},
		{"marks", "e\u0301a", "e\u0301a"},
		{"signs alone", " ，-", ""},
		{"bad bytes", "\xff南\xff", "南"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for start, end := range Runs(tt.in) {
				got = append(got, tt.in[start:end])
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("Runs(%q) are %q, want %q", tt.in, s, tt.want)
			}
		})
	}
}

// TestCompact holds Compact against the runs, which it joins.
func TestCompact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("人才 aB3，〇é·")))).Draw(t, "s")
		var want strings.Builder
		for start, end := range Runs(s) {
			want.WriteString(s[start:end])
		}
		if got := Compact(s); got != want.String() {
			t.Fatalf("Compact(%q) = %q, want %q", s, got, want.String())
		}
	})
}
