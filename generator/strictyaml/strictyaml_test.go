package strictyaml

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/diag"
	"anju/generator/validity"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// entry has a field of every type and rule.
type entry struct {
	Heading `yaml:",inline"`

	Level    string    `yaml:"level" rule:"enum=national|provincial|municipal" zh:"级别"`
	URL      string    `yaml:"official_url" rule:"url" zh:"原文网址"`
	Phone    string    `yaml:"phone" rule:"phone" zh:"电话"`
	Slug     string    `yaml:"slug" rule:"id" zh:"编号"`
	Tags     []string  `yaml:"tags" rule:"len=2..6" zh:"标签"`
	Open     bool      `yaml:"open" zh:"开放"`
	Count    *int      `yaml:"count" rule:"range=1..100" zh:"数量"`
	Area     float64   `yaml:"area" rule:"range=0.5..900" zh:"面积（平方米）"`
	Money    *money    `yaml:"money" tr:"y" zh:"金额"`
	Homes    []home    `yaml:"homes" tr:"y" zh:"户型"`
	Levels   []string  `yaml:"levels" rule:"enum=national|provincial|municipal" zh:"各级"`
	People   []person  `yaml:"people" zh:"联系人"`
	Sections []section `yaml:"sections" zh:"章节"`

	Extra map[string]any `yaml:"x-*"`
	ID    string         `yaml:"-"`
}

type Heading struct {
	Title      string        `yaml:"title" rule:"required,len=2..12" tr:"y" zh:"标题" en:"title"`
	Summary    string        `yaml:"summary" tr:"y" zh:"摘要，一段话"`
	Issued     validity.Date `yaml:"issued" rule:"stated" zh:"发布日期"`
	Published  validity.Date `yaml:"published" rule:"day" zh:"刊登日期"`
	Translated validity.Date `yaml:"translated" tr:"only" zh:"翻译日期"`
}

type money struct {
	Max  *int64 `yaml:"max" rule:"required" zh:"最高（元）"`
	Text string `yaml:"text" tr:"y" zh:"原文"`
}

type home struct {
	ID       string   `yaml:"id" rule:"required,id" zh:"编号"`
	Name     string   `yaml:"name" rule:"required" tr:"y" zh:"名称"`
	Features []string `yaml:"features" tr:"y" zh:"配置"`
	URL      string   `yaml:"url" rule:"url" zh:"网址"`
	Rent     *money   `yaml:"rent" tr:"y" zh:"租金"`
}

type person struct {
	Count int           `yaml:"count" rule:"range=0..9" zh:"人数"`
	Name  string        `yaml:"name" rule:"required" zh:"称呼"`
	Since validity.Date `yaml:"since" rule:"required,day" zh:"起始日期"`
	Level string        `yaml:"level" rule:"required,enum=national|provincial" enumzh:"国家|省级" zh:"级别"`
	Kinds []string      `yaml:"kinds" rule:"required,enum=a|b" zh:"种类"`
	Order int           `yaml:"order" rule:"required,range=0..9" zh:"次序"`
}

type section struct {
	Sub []section `yaml:"sub" zh:"小节"`
}

// read runs a document as a file of the content would be: NAME.en.yaml is a
// translation, NAME.md has front matter.
func read(name string, src []byte) diag.List {
	line := 1
	if strings.HasSuffix(name, ".md") {
		src, line, _, _, _ = FrontMatter(src)
	}
	doc, found := Parse(name, src, line)
	if strings.Contains(name, ".en.") {
		return append(found, doc.DecodeTranslation(new(entry))...)
	}
	return append(found, doc.Decode(new(entry))...)
}

// Each case is a document with the findings about it in both languages.
func TestFindings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 40 {
		t.Fatalf("found %d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := archive.Files[0]
			found := read(in.Name, in.Data)
			got := txtar.Archive{Comment: archive.Comment, Files: []txtar.File{
				in, {Name: "zh", Data: printed(t, "zh-Hans", in, found)}, {Name: "en", Data: printed(t, "en", in, found)},
			}}
			if *update {
				if err := os.WriteFile(file, txtar.Format(&got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := txtar.Format(archive); !bytes.Equal(txtar.Format(&got), want) {
				t.Errorf("got\n%s\nwant\n%s", txtar.Format(&got), want)
			}
		})
	}
}

func printed(t *testing.T, lang string, in txtar.File, found diag.List) []byte {
	t.Helper()
	var out bytes.Buffer
	p := diag.Printer{Lang: lang, Source: func(string) []byte { return in.Data }}
	if err := p.Text(&out, found); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
