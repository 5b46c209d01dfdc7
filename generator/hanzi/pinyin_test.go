package hanzi

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"pgregory.net/rapid"
)

func TestReadings(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"municipality", "重庆", "chong qing"},
		{"city", "厦门长沙成都六安", "xia men chang sha cheng du lu an"},
		{"district", "番禺六合盐都浒墅关邗江", "pan yu lu he yan du xu shu guan han jiang"},
		{"county", "盱眙睢宁溧阳句容", "xu yi sui ning li yang ju rong"},
		{"usual reading", "栖霞宿迁昆山泊寓调整", "qi xia su qian kun shan bo yu tiao zheng"},
		{"delta", "长三角", "chang san jiao"},
		{"accounting", "会计银行行业", "kuai ji yin hang hang ye"},
		{"grant", "给予供给给", "ji yu gong ji gei"},
		{"loan", "还款还是", "huan kuan hai shi"},
		{"ü", "绿旅略女", "lv lv lve nv"},
		{"folded spelling", "显着着力看着", "xian zhu zhuo li kan zhe"},
		{"longest phrase", "市长期", "shi chang qi"},
		{"edge of a word", "项目的标准", "xiang mu de biao zhun"},
		{"edge before a phrase", "国家长期城市长租", "guo jia chang qi cheng shi chang zu"},
		{"last word", "目的", "mu di"},
		{"river before a title", "南京市长江大桥", "nan jing shi chang jiang da qiao"},
		{"long after a cadre", "干部长期", "gan bu chang qi"},
		{"grow after a student", "本科生长期", "ben ke sheng chang qi"},
		{"bank in the middle", "工商行政部门协商调整", "gong shang xing zheng bu men xie shang tiao zheng"},
		{"trade in the middle", "出行情况和行情", "chu xing qing kuang he hang qing"},
		{"together", "共同行动合同行为", "gong tong xing dong he tong xing wei"},
		{"with importance", "有着重要作用", "you zhe zhong yao zuo yong"},
		{"liveable", "方便宜居又便宜", "fang bian yi ju you pian yi"},
		{"tower", "大厦大厅", "da sha da ting"},
		{"series", "系列传播", "xi lie chuan bo"},
		{"card", "相关卡片", "xiang guan ka pian"},
		{"other text", "R卡 2张", "- ka - - zhang"},
		{"bad bytes", "\xff\xfe重庆", "- - chong qing"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Readings(tt.in)
			for i, s := range got {
				if s == "" {
					got[i] = "-"
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("Readings(%q) = %q, want %q", tt.in, s, tt.want)
			}
		})
	}
}

// TestHeteronyms holds the table against the dictionary: every syllable is a
// reading of its character there, and no phrase stands twice.
func TestHeteronyms(t *testing.T) {
	seen := make(map[string]bool)
	for entry := range strings.SplitSeq(strings.ReplaceAll(heteronyms, "\n", ","), ",") {
		words := strings.Fields(entry)
		if len(words) == 0 {
			continue
		}
		if seen[words[0]] || utf8.RuneCountInString(words[0]) != len(words)-1 {
			t.Errorf("%q stands twice or has a syllable too many or too few", entry)
			continue
		}
		seen[words[0]] = true
		for i, r := range []rune(words[0]) {
			known := strings.Split(pinyin.PinyinDict[int(r)], ",")
			if !slices.ContainsFunc(known, func(s string) bool { return toneless(s) == words[i+1] }) {
				t.Errorf("%s: %c is read %s, never %s", words[0], r, known, words[i+1])
			}
		}
	}
}

// TestDictionary holds the letters of every reading against the few of pinyin.
func TestDictionary(t *testing.T) {
	for r := range pinyin.PinyinDict {
		for _, s := range AllReadings(rune(r)) {
			if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
				t.Errorf("%c is read %q", r, s)
			}
		}
	}
}

func TestAllReadings(t *testing.T) {
	for r, want := range map[rune]string{'长': "chang zhang", '行': "xing hang", '租': "zu", '绿': "lv", 'a': "", '，': ""} {
		if got := strings.Join(AllReadings(r), " "); got != want {
			t.Errorf("AllReadings(%q) = %q, want %q", r, got, want)
		}
	}
}

func checkReadings(t interface{ Fatalf(string, ...any) }, s string) {
	got := Readings(s)
	if len(got) != utf8.RuneCountInString(s) {
		t.Fatalf("Readings(%q) has %d entries, want one for each rune", s, len(got))
	}
	i := 0
	for _, r := range s {
		if read := got[i]; read != "" && !slices.Contains(AllReadings(r), read) {
			t.Fatalf("Readings(%q) reads %c as %q, AllReadings as %q", s, r, read, AllReadings(r))
		}
		i++
	}
}

func TestReadingsProperties(t *testing.T) {
	words := rapid.SampledFrom([]string{"重庆", "市长", "长", "期", "项目", "的", "标的", "行", "银行", "业", "a", "\xff", "，", "著"})
	rapid.Check(t, func(t *rapid.T) {
		checkReadings(t, strings.Join(rapid.SliceOf(words).Draw(t, "words"), "")+rapid.String().Draw(t, "text"))
	})
}

func FuzzReadings(f *testing.F) {
	for _, s := range []string{"重庆市长期", "\xe9\x87", "绿ü〇", "R签证"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkReadings(t, s) })
}

func BenchmarkReadings(b *testing.B) {
	text := strings.Repeat("重庆市长期招聘会计，提供人才公寓和购房补贴", 50)
	for b.Loop() {
		Readings(text)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*utf8.RuneCountInString(text)), "ns/rune")
}
