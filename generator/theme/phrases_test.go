package theme

import (
	"html"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPhrases(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a year in brackets", "住房补助（2020年）", "住房补助[（2020年）]"},
		{"a day, a month, a year", "2026年9月30日、2026年9月和2026年", "[2026年9月30日]、[2026年9月]和[2026年]"},
		{"a day without a year", "到10月8日", "到[10月8日]"},
		{"numbers with units", "1,200元，20万–50万元，1.5亿元，36个月，10 分钟，20%", "[1,200元]，[20万–50万元]，[1.5亿元]，[36个月]，[10 分钟]，[20%]"},
		{"a number without a unit", "12345热线", "12345热线"},
		{"quotation marks", "“人才驿站”和《评定办法》", "[“人才驿站”]和[《评定办法》]"},
		{"wide brackets, with a date", "《关于2026年人才安居的若干意见》", "《关于[2026年]人才安居的若干意见》"},
		{"brackets in brackets", "《办法（试行）》", "《办法[（试行）]》"},
		{"brackets that do not close", "（上）（下", "[（上）]（下"},
		{"English", "Rent (2020) & <more>", "Rent [(2020)] &amp; &lt;more&gt;"},
		{"nothing", "", ""},
	} {
		want := strings.NewReplacer("[", `<span class="w">`, "]", "</span>").Replace(test.want)
		if got := string(phrases(test.text)); got != want {
			t.Errorf("%s: got %s, want %s", test.name, got, want)
		}
	}
}

var wrapped = regexp.MustCompile(`<span class="w">([^<]*)</span>`)

// checkPhrases: but for its spans, which are short and none in another, what is
// written is the text, escaped once.
func checkPhrases(t interface{ Fatalf(string, ...any) }, text string) {
	text = strings.ReplaceAll(text, "\x00", "") // escaped as another character
	got := string(phrases(text))
	if bare := wrapped.ReplaceAllString(got, "$1"); bare != template.HTMLEscapeString(text) {
		t.Fatalf("%q is written %q", text, got)
	}
	for _, m := range wrapped.FindAllStringSubmatch(got, -1) {
		if w := width(html.UnescapeString(m[1])); w == 0 || w > phraseWidth {
			t.Fatalf("%q has the span %q", text, m[1])
		}
	}
}

func TestPhrasesKeepTheText(t *testing.T) {
	part := rapid.SampledFrom([]string{"（", "）", "(", ")", "“", "”", "《", "》", "2026", "年", "9", "月", "30", "日", "1,200", "万", "–", "元", "个月", "<", "&", "\"", "人才", " ", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		checkPhrases(t, strings.Join(rapid.SliceOfN(part, 0, 20).Draw(t, "parts"), ""))
	})
}

func FuzzPhrases(f *testing.F) {
	f.Add("住房补助（2020年）：最高20万–50万元 <b>&amp;</b>")
	f.Add("《关于“人才(2026年9月30日)”的意见》")
	f.Fuzz(func(t *testing.T, text string) { checkPhrases(t, text) })
}

// The spans of a page leave its heading and the titles of its cards as they are.
func TestTitlesKeepTheirText(t *testing.T) {
	const title = "住房补助与来访补助（2020年）<试行>"
	page := samplePolicy("zh-Hans").(*PolicyPage)
	page.Heading, page.Nearby = title, nil
	page.Related = []Group{{Title: "相关", ID: "related", Cards: []Card{{Title: title, URL: "/x/"}}}}
	d := parsePage(t, render(t, load(t), page))
	if got := content(d.all("h1")[0]); got != title {
		t.Errorf("the heading is %q", got)
	}
	if got := content(d.all("h3")[len(d.all("h3"))-1]); got != title {
		t.Errorf("the last card is called %q", got)
	}
}

// A dash stands for what nobody looked for; whoever hears the page hears words.
func TestDashOfTheCoverage(t *testing.T) {
	var cells []string
	for _, td := range parsePage(t, render(t, load(t), sampleGaps("zh-Hans"))).all("td") {
		if class, _ := attr(td, "class"); class == "cell-none" {
			cells = append(cells, content(td))
		}
	}
	if len(cells) == 0 || slices.ContainsFunc(cells, func(text string) bool { return text != "–没查过" }) {
		t.Errorf("the cells say %q", cells)
	}
}
