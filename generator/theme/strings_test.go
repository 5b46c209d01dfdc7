package theme

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
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
		"no quotes":     {"a: b\n", "theme/string-line", 1},
		"full width":    {"a: \"b\"\nc：\"d\"\n", "theme/string-line", 2},
		"bad escape":    {`a: "\q"`, "theme/string-line", 1},
		"twice":         {"a: \"b\"\nb: \"c\"\na: \"d\"\n", "theme/string-twice", 3},
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

// TestStringsAreYAML: what this room reads is what any YAML reader reads.
func TestStringsAreYAML(t *testing.T) {
	for _, lang := range languages {
		src, err := fs.ReadFile(defaultFiles(t), "strings/"+lang+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var want map[string]string
		if err := yaml.Unmarshal(src, &want); err != nil {
			t.Fatal(err)
		}
		got, _ := parseStrings(lang, src)
		if len(got) != len(want) {
			t.Errorf("%s: %d texts, YAML has %d", lang, len(got), len(want))
		}
		for key, text := range want {
			if got[key].format != text {
				t.Errorf("%s: %s = %q, YAML has %q", lang, key, got[key].format, text)
			}
		}
	}
}

func TestStringsAreWellWritten(t *testing.T) {
	th := load(t)
	for key, text := range th.strings["zh-Hans"] {
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
