package author

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"anju/generator/content"
)

// TestDraft drafts a guide from each text of testdata/draft: what is said of
// it, then the entry.
func TestDraft(t *testing.T) {
	names, err := filepath.Glob("testdata/draft/*")
	if err != nil || len(names) < 2 {
		t.Fatalf("found %v, %v", names, err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".golden") {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			var out bytes.Buffer
			d := read(t, name)
			for _, line := range d.Report() {
				fmt.Fprintln(&out, line.Zh)
			}
			k := content.Kinds[2]
			e := begin(t, Request{Kind: k, ID: "a", Draft: d})
			out.Write(e.Text)
			golden(t, name+".golden", out.Bytes())
			if list := with(t, k, string(e.Text)); list.HasErrors() {
				t.Errorf("the draft has errors: %s", told(list))
			}
		})
	}
}

func read(t *testing.T, name string) *Draft {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(text, library(t).Vocab)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDraftGBK: a page in the encoding of older sites gives the same draft.
func TestDraftGBK(t *testing.T) {
	const name = "testdata/draft/page.html"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	gbk, err := simplifiedchinese.GB18030.NewEncoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(gbk, library(t).Vocab)
	if err != nil || fmt.Sprint(d) != fmt.Sprint(read(t, name)) {
		t.Errorf("got %+v, %v", d, err)
	}
}

// TestNoCopy: of a long text without facts, the draft keeps headings only.
func TestNoCopy(t *testing.T) {
	paragraph := strings.Repeat("人才社区服务越来越好，大家都说这里像家一样温暖。", 10)
	d, err := Read([]byte("社区的一天\n"+strings.Repeat(paragraph+"\n", 20)), library(t).Vocab)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(begin(t, Request{Kind: content.Kinds[2], ID: "a", Draft: d}).Text), "像家一样"); n > 1 {
		t.Errorf("the draft holds the text %d times; once is its summary", n)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"empty", " \n\n", "没有找到正文"},
		{"a page without text", "<html><body><script>x()</script></body></html>", "没有找到正文"},
		{"no text", "\x89PNG\r\n\x1a\n\x00\x00\xff\xff", "这个文件不是文字，或者编码认不出来"},
		{"large", strings.Repeat("a", MaxText+1), "这个文件超过 1 MB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read([]byte(tt.text), content.Vocab{})
			var r *Refusal
			if !errors.As(err, &r) || r.What.Zh != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		kind     FactKind
		want     string // texts, and of figures what they say
	}{
		{"已建成人才公寓44.63万套。", IsFigure, "44.63万套=446300 套"},
		{"37家企业和200多名青年", IsFigure, "37家=37 家, 200多名≥200 名"},
		{"每人最高2万元，不少于三个月", IsFigure, "最高2万元≤20000 元"},
		{"补贴三千元，共1,200套", IsFigure, "三千元=3000 元, 1,200套=1200 套"},
		{"租期12个月", IsFigure, "12个月=12 月"},
		{"2023年6月27日，60%的人", IsFigure, "60%=60 %"},
		{"2023年6月27日起，到2024-01-05，明年见", IsDate, "2023年6月27日, 2024-01-05, 明年"},
		{"见国办发〔2021〕22号和示政发[2024]8号", IsNumber, "国办发〔2021〕22号, 示政发[2024]8号"},
		{"拨打0519-12345678或12345，编号123456", IsPhone, "0519-12345678, 12345"},
		{"示例市人力资源和社会保障局2月发文", IsOrganisation, "示例市人力资源和社会保障局"},
		{"常州东方投资控股有限公司和苏州市委组织部说大局", IsOrganisation, "常州东方投资控股有限公司, 苏州市委组织部"},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			var got []string
			for _, f := range factsIn(tt.sentence) {
				if f.Kind != tt.kind {
					continue
				}
				text := f.Text
				if f.Kind == IsFigure {
					sign := "="
					switch {
					case f.Figure.AtMost:
						sign = "≤"
					case f.Figure.Least:
						sign = "≥"
					}
					text += fmt.Sprintf("%s%g %s", sign, f.Figure.Value, f.Figure.Unit)
				}
				got = append(got, text)
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}

// FuzzRead: whatever is pasted, the draft is an entry without an error.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/draft/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("<table><tr><td>a<table><tr><td>3套"))
	f.Add([]byte("来源：“x”: #\n---\n100套{[”\n"))
	lib := library(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 64<<10 {
			return
		}
		d, err := Read(text, lib.Vocab)
		if err != nil {
			return
		}
		if _, err := Begin(lib, Request{Kind: content.Kinds[2], ID: "a", Today: today, Draft: d}); err != nil {
			t.Errorf("%v: %+v", err, d)
		}
	})
}

// TestReadLong: long texts of the worst kinds give small drafts.
func TestReadLong(t *testing.T) {
	lib := library(t)
	for _, piece := range []string{"100套", "示例公司", "区(qū)", "<b>", "<table><tr><td>", "（", "著", "一", "- 3家。\n", "2024年", "和公司"} {
		text := strings.Repeat(piece, MaxText/16/len(piece))
		d, err := Read([]byte(text), lib.Vocab)
		if err != nil {
			continue
		}
		e, err := Begin(lib, Request{Kind: content.Kinds[2], ID: "a", Today: today, Draft: d})
		if err != nil || len(e.Text) > 200<<10 {
			t.Errorf("%q gives %d bytes, %v", piece, len(e.Text), err)
		}
	}
}

// TestDraftNotice: what pages say around a notice is no text of it, but the day
// and the number in it are told; and nothing in the text becomes Markdown.
func TestDraftNotice(t *testing.T) {
	const text = `<html><body><h1>关于租房补贴的通知</h1><p>首页 > 通知公告</p><p>当前位置：首页 &gt;&gt; 政务公开 &gt;&gt; 正文</p>
<p>发布日期：2026-05-06 来源：示例市人社局 示人社发〔2026〕99号</p>
<p>[x](javascript:alert(1)) 1500元。</p><p>\[y](https://example.cn) *每月* &lt;b&gt;300元。</p>
<table><tr><td>甲|乙</td><td>[z](javascript:alert(2))</td></tr><tr><td>1</td><td>\[w](x)</td></tr></table></body></html>`
	d, err := Read([]byte(text), library(t).Vocab)
	if err != nil {
		t.Fatal(err)
	}
	got := string(begin(t, Request{Kind: content.Kinds[1], ID: "a", Draft: d}).Text)
	for _, want := range []string{
		"- 【待填】改写：\\[x\\](javascript:alert(1)) 1500元\n", `改写：\\\[y\](https://example.cn) \*每月\* \<b\>300元`,
		`| 甲\|乙 | \[z\](javascript:alert(2)) |`, `| 1 | \\\[w\](x) |`,
		"# 日期：2026-05-06 —— ", "# 文号：示人社发〔2026〕99号 —— ", "document_number: 【待填】示人社发〔2026〕99号", "    published_on: 2026-05-06",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if strings.Contains(got, "首页") || strings.Contains(got, "政务公开") {
		t.Error("what leads through the site is taken for text")
	}
	if t.Failed() {
		t.Logf("the draft is\n%s", got)
	}
}
