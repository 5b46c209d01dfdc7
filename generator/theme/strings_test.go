package theme

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestVerbs(t *testing.T) {
	tests := map[string]struct {
		format string
		want   []string
	}{
		"none":       {"共 100%% 条", nil},
		"in order":   {"第 %d 页，%s", []string{"d", "s"}},
		"by number":  {"%[2]s，%[1]d", []string{"d", "s"}},
		"with width": {"%5.1f %+d", []string{"f", "d"}},
		"twice":      {"%[1]s %[1]s", []string{"s"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := verbs(tt.format); !slices.Equal(got, tt.want) {
				t.Errorf("verbs(%q) = %q, want %q", tt.format, got, tt.want)
			}
		})
	}
}

func TestParseStrings(t *testing.T) {
	tests := map[string]struct {
		src  string
		want string // code of the one finding, "" for none
		line int
	}{
		"text":          {"a.b: \"文字\"\n", "", 0},
		"comment":       {"# 注\n\na: \"b\"\n", "", 0},
		"windows lines": {"\ufeffa: \"b\"\r\nc: \"d\"\r\n", "", 0},
		"a list":        {"a: [b]\n", "yaml/wrong-type", 1},
		"twice":         {"a: \"b\"\nb: \"c\"\na: \"d\"\n", "yaml/duplicate-field", 3},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, findings := parseStrings("strings/x.yaml", []byte(tt.src))
			if tt.want == "" {
				if len(findings) != 0 {
					t.Errorf("findings: %v", findings)
				}
				return
			}
			if len(findings) != 1 || findings[0].Code != tt.want || findings[0].Line != tt.line {
				t.Errorf("findings %v, want %s on line %d", findings, tt.want, tt.line)
			}
		})
	}
}

func TestStringsAreWellWritten(t *testing.T) {
	th := load(t)
	typed := regexp.MustCompile(`\p{Han} +[%0-9A-Za-z]|[a-z0-9] +\p{Han}`) // the browser sets this space
	for key, text := range th.strings["zh-Hans"] {
		if typed.MatchString(text.format) {
			t.Errorf("zh-Hans %s: a typed space: %s", key, text.format)
		}
		if strings.ContainsAny(text.format, "!?;０１２３４５６７８９") || strings.Contains(text.format, ", ") {
			t.Errorf("zh-Hans %s: half-width punctuation or full-width digits: %s", key, text.format)
		}
	}
	for key, text := range th.strings["en"] {
		if key != "brand.mark" && strings.ContainsAny(text.format, "，。：；（）") {
			t.Errorf("en %s: Chinese punctuation: %s", key, text.format)
		}
	}
}

// TestEncodeRoundTrip: what Files writes, Load reads.
func TestEncodeRoundTrip(t *testing.T) {
	want := table{"a": {format: "引号 \" 反斜杠 \\ 换行 \n 全角空格　"}, "b.c": {format: "%d 条"}}
	got, findings := parseStrings("x", want.encode())
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for key := range want {
		if got[key].format != want[key].format {
			t.Errorf("%s = %q, want %q", key, got[key].format, want[key].format)
		}
	}
}

func TestCompareTables(t *testing.T) {
	files := fstest.MapFS{
		"strings/zh-Hans.yaml": {Data: []byte("same: \"一 %d\"\nonly.zh: \"二\"\nverbs: \"%s\"\n")},
		"strings/en.yaml":      {Data: []byte("same: \"one %d\"\nverbs: \"%d\"\nonly.en: \"three\"\n")},
	}
	tables := map[string]table{}
	for _, lang := range languages {
		tables[lang], _ = loadStrings(nil, files, lang)
	}
	var got []string
	for _, f := range compareTables(languages, tables) {
		got = append(got, f.File+" "+f.Code)
	}
	want := []string{
		"strings/zh-Hans.yaml theme/string-missing",
		"strings/en.yaml theme/string-missing",
		"strings/en.yaml theme/string-verbs",
	}
	if !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}
