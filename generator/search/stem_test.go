package search

import (
	"strings"
	"testing"
)

func TestStem(t *testing.T) {
	tests := []struct{ name, words, want string }{
		{"plural", "apartment apartments", "apart"},
		{"verb", "apply applies applied applying", "appli"},
		{"noun of a verb", "subsidise subsidised", "subsidis"},
		{"y", "subsidy subsidies", "subsidi"},
		{"short", "bus", "bus"},
		{"short plural", "gas", "gas"},
		{"digits", "2023s", "2023s"},
		{"accents", "cafés", "cafés"},
		{"another script", "квартиры", "квартиры"},
		{"stays", "suzhou", "suzhou"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, word := range strings.Fields(tt.words) {
				if got := stem(word); got != tt.want {
					t.Errorf("stem of %s: %s, want %s", word, got, tt.want)
				}
			}
		})
	}
}

// FuzzStem holds that a stem begins as its word does, which marking counts on.
func FuzzStem(f *testing.F) {
	for _, word := range []string{"apartments", "yyyy", "skies", "communicating"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if got := stem(word); word != "" && (got == "" || got[0] != word[0]) {
			t.Errorf("stem of %q: %q", word, got)
		}
	})
}
