package config

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"anju/generator/diag"
)

// least is the shortest configuration that is valid.
const least = `title: {zh: 安居示例}
region: {zh: 示例省, en: Sample Province}
publisher:
  name: {zh: 示例编辑组}
  kind: unofficial
  correction: mailto:editor@example.cn
`

func TestDefaults(t *testing.T) {
	c, found := Load([]byte(least))
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := Config{
		Title:     Names{Zh: "安居示例"},
		Languages: []string{"zh-Hans"},
		Theme:     "default",
		Region:    Names{Zh: "示例省", En: "Sample Province"},
		Publisher: Publisher{Name: Names{Zh: "示例编辑组"}, Kind: "unofficial", Correction: "mailto:editor@example.cn"},
		Addr:      "127.0.0.1:8080",
		PerPage:   20,
	}
	c.doc = nil
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
	if c.Publisher.Official() {
		t.Error("official by default")
	}
}

func TestAllFields(t *testing.T) {
	c, found := Load([]byte(`title: {zh: 安居示例, en: Anju Sample}
base_url: https://example.cn/
languages: [zh-Hans, en]
theme: plain
region: {zh: 示例省}
publisher:
  name: {zh: 示例市人才办, en: Talent Office}
  kind: official
  contact: 0512-12345678
  correction: /about/
  site_id: "3200000001"
  icp: 苏ICP备12345678号-1
  police: 苏公网安备32010002000001号
  host: 示例市人民政府
  organiser: 示例市大数据中心
addr: ":80"
per_page: 50
sample: true
`))
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := Config{
		Title: Names{"安居示例", "Anju Sample"}, BaseURL: "https://example.cn", Languages: []string{"zh-Hans", "en"},
		Theme: "plain", Region: Names{Zh: "示例省"}, Addr: ":80", PerPage: 50, Sample: true,
		Publisher: Publisher{
			Name: Names{"示例市人才办", "Talent Office"}, Kind: "official", Contact: "0512-12345678",
			Correction: "/about/", SiteID: "3200000001", ICP: "苏ICP备12345678号-1", Police: "苏公网安备32010002000001号",
			Host: "示例市人民政府", Organiser: "示例市大数据中心",
		},
	}
	c.doc = nil
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
}

func TestNamesInALanguage(t *testing.T) {
	both, one := Names{Zh: "示例省", En: "Sample Province"}, Names{Zh: "示例省"}
	for _, tt := range []struct {
		names      Names
		lang, want string
	}{
		{both, "zh-Hans", "示例省"}, {both, "en", "Sample Province"}, {one, "en", "示例省"},
	} {
		if got := tt.names.In(tt.lang); got != tt.want {
			t.Errorf("%+v in %s is %q", tt.names, tt.lang, got)
		}
	}
}

// Each error stands where the editor has to change something.
func TestFindings(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           []string // findings without their message
	}{
		{"other language first", "region:", "languages: [en, zh-Hans]\nregion:", []string{"config.yaml:2:13: [config/languages]"}},
		{"without Chinese", "region:", "languages:\n  - en\nregion:", []string{"config.yaml:3:5: [config/languages]"}},
		{"language twice", "region:", "languages: [zh-Hans, en, en]\nregion:", []string{"config.yaml:2:26: [config/languages]"}},
		{"language unknown", "region:", "languages: [zh-Hans, ja]\nregion:", []string{"config.yaml:2:22: [yaml/bad-value]"}},
		{"base_url with a query", "region:", "base_url: https://example.cn/?a=1\nregion:", []string{"config.yaml:2:11: [config/base-url]"}},
		{"base_url with a folder", "region:", "base_url: https://example.cn/anju\nregion:", []string{"config.yaml:2:11: [config/base-url]"}},
		{"base_url with a fragment", "region:", "base_url: https://example.cn/#a\nregion:", []string{"config.yaml:2:11: [config/base-url]"}},
		{"base_url without a scheme", "region:", "base_url: example.cn\nregion:", []string{"config.yaml:2:11: [yaml/bad-value]"}},
		{"base_url with a password", "region:", "base_url: https://u:p@example.cn\nregion:", []string{"config.yaml:2:11: [config/base-url]"}},
		{"base_url of blanks", "region:", "base_url: \"  \"\nregion:", nil},
		{"correction to another host", "mailto:editor@example.cn", "//evil.test/", []string{"config.yaml:6:15: [config/correction]"}},
		{"correction to another host, as browsers see it", "mailto:editor@example.cn", `/\evil.test/`, []string{"config.yaml:6:15: [config/correction]"}},
		{"correction to three slashes", "mailto:editor@example.cn", "///evil.test/", []string{"config.yaml:6:15: [config/correction]"}},
		{"correction to no host", "mailto:editor@example.cn", "https://", []string{"config.yaml:6:15: [config/correction]"}},
		{"correction to nobody", "mailto:editor@example.cn", "'mailto:'", []string{"config.yaml:6:15: [config/correction]"}},
		{"correction of blanks", "mailto:editor@example.cn", "' '", []string{"config.yaml:6:3: [yaml/empty-field]"}},
		{"title of blanks", "zh: 安居示例", "zh: '　'", []string{"config.yaml:1:9: [yaml/empty-field]"}},
		{"name of blanks", "zh: 示例编辑组", "zh: \" \"", []string{"config.yaml:4:10: [yaml/empty-field]"}},
		{"correction without mailto", "mailto:editor", "editor", []string{"config.yaml:6:15: [config/correction]"}},
		{"official without its duties", "unofficial", "official", []string{
			"config.yaml:5:9: [config/official]", "config.yaml:5:9: [config/official]", "config.yaml:5:9: [config/official]"}},
		{"kind of publisher in capitals", "unofficial\n", "Official\n  site_id: \"3200000001\"\n", []string{"config.yaml:5:9: [yaml/bad-value]"}},
		{"kind of publisher missing", "  kind: unofficial\n", "  host: 示例市人民政府\n", []string{"config.yaml:3: [yaml/missing-field]"}},
		{"kind of publisher unknown", "unofficial", "government", []string{"config.yaml:5:9: [yaml/bad-value]"}},
		{"correction missing", "  correction: mailto:editor@example.cn\n", "", []string{"config.yaml:3: [yaml/missing-field]"}},
		{"publisher missing", least[strings.Index(least, "publisher"):], "", []string{"config.yaml:1: [yaml/missing-field]"}},
		{"title without Chinese", "{zh: 安居示例}", "{en: Anju}", []string{"config.yaml:1: [yaml/missing-field]"}},
		{"title as text", "{zh: 安居示例}", "安居示例", []string{"config.yaml:1:8: [yaml/wrong-type]"}},
		{"per_page too large", "region:", "per_page: 500\nregion:", []string{"config.yaml:2:11: [yaml/out-of-range]"}},
		{"theme outside of themes", "region:", "theme: ../x\nregion:", []string{"config.yaml:2:8: [yaml/bad-value]"}},
		{"field misspelt", "region:", "langauges: [zh-Hans]\nregion:", []string{"config.yaml:2:1: [yaml/unknown-field]"}},
		{"no YAML", "title: {", "title: {{", []string{"config.yaml:1: [yaml/syntax]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(least, tt.old) {
				t.Fatalf("nothing to change: %q", tt.old)
			}
			_, found := Load([]byte(strings.Replace(least, tt.old, tt.new, 1)))
			var got []string
			for _, d := range found {
				got = append(got, d.Pos.String()+": ["+d.Code+"]")
				if d.Severity != diag.Error || d.Message.Zh == "" || d.Message.En == "" {
					t.Errorf("%+v", d)
				}
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %v\nwant %v\n%v", got, tt.want, found)
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	_, found := Load(nil)
	if len(found) != 3 || !found.HasErrors() {
		t.Errorf("title, region and publisher are missing, not %v", found)
	}
}

// The configurations of this repository are valid.
func TestOwnConfigurations(t *testing.T) {
	for _, name := range []string{"../../config.yaml", "../testdata/demo/config.yaml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, found := Load(text); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}
