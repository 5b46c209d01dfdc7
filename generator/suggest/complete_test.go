package suggest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/hanzi"
)

func TestComplete(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"whole key first", "人才公寓", "人才公寓"},
		{"prefix before infix, by weight", "人才", "人才公寓 人才社区 漫柏人才社区 东方青年人才社区"},
		{"one Han character", "漫", "漫柏人才社区"},
		{"infix", "科创", "独墅湖科创湾 太湖新城·CBD总部科创区"},
		{"the whole name before those that begin with it", "博士", "博士"},
		{"an alias", "苏创湾", "独墅湖科创湾"},
		{"traditional script", "租房補貼", "租房补贴 苏州工业园区公租房与租房补贴（2016年政策）"},
		{"full width", "ＣＢＤ", "太湖新城·CBD总部科创区"},
		{"over a sign", "新城cbd", "太湖新城·CBD总部科创区"},
		{"pinyin", "zufang", "租房补贴 保障性租赁住房 公租房 苏州工业园区公租房与租房补贴（2016年政策）"},
		{"pinyin with spaces", "ren cai gong yu", "人才公寓"},
		{"pinyin with an apostrophe", "xi'anshi", "西安市"},
		{"incomplete syllable", "rencaigo", "人才公寓"},
		{"pinyin of a later start", "gongyu", "人才公寓"},
		{"ü", "lüse", "女性人才"},
		{"v for ü", "nvxing", "女性人才"},
		{"heteronym in context", "chongqing", "重庆"},
		{"not its other reading", "zhongqing", ""},
		{"heteronym at the begin", "changsha", "长沙"},
		{"heteronym of a trade", "kuaiji", "会计人才"},
		{"heteronym at the end", "yinhang", "银行"},
		{"initials", "rcgy", "人才公寓"},
		{"initials of a later start", "kcw", "独墅湖科创湾"},
		{"initials with z for zh", "zph", "常州经开区招聘会"},
		{"initials with zh", "zhph", "常州经开区招聘会"},
		{"Han, then initials", "人才gy", "人才公寓"},
		{"Han, then pinyin", "人才gongy", "人才公寓"},
		{"Han, then letters of nothing", "人才xx", ""},
		{"English", "tal", "人才公寓 人才社区 东方青年人才社区 无锡“太湖人才计划”的住房与工作许可待遇（2022年报道）"},
		{"English, second word", "subsidy", "租房补贴 购房补贴"},
		{"English over a space", "rent sub", "租房补贴"},
		{"pinyin among English", "ren", "人才公寓 租房补贴 人才社区 漫柏人才社区"},
		{"heard only", "liucheng", ""},
		{"number", "2016年", "苏州工业园区公租房与租房补贴（2016年政策）"},
		{"nonsense", "asdfgh", ""},
		{"nothing", "", ""},
		{"signs", " ·（", ""},
	}
	x := open(t, fixture())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, ref := range x.Complete(tt.text, 4) {
				got = append(got, titles[ref][0])
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("Complete(%q)\n got %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func TestCompleteOneLetter(t *testing.T) {
	x := open(t, fixture())
	for _, letter := range strings.Split("b c d g h j k l m n r s t w x y z", " ") {
		if len(x.Complete(letter, 3)) == 0 {
			t.Errorf("%q completes nothing", letter)
		}
	}
}

func TestCompleteWithoutNames(t *testing.T) {
	x := open(t, nil)
	if got := x.Complete("人才", 8); got != nil {
		t.Errorf("completes %v", got)
	}
	if got := x.Correct("人材 rencai aparment"); got != nil {
		t.Errorf("corrects to %q", got)
	}
}

func TestCompletePutsTheHeavierFirst(t *testing.T) {
	x := open(t, []Name{
		{Keys: []string{"人才新政"}, Weight: 1, Ref: 7},
		{Keys: []string{"人才政策"}, Weight: 2, Ref: 8},
		{Keys: []string{"人才", "人才卡"}, Weight: 0, Ref: 9},
		{Keys: []string{"人才政策"}, Weight: 2, Ref: 3},
	})
	if got, want := x.Complete("人才", 8), []int{9, 3, 8, 7}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDataOutlivesJSON(t *testing.T) {
	want := Prepare(fixture())
	stored, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Data
	if err := json.Unmarshal(stored, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("data read back is not what was stored")
	}
}

func TestCutOffSlotsAreAnError(t *testing.T) {
	for _, text := range []string{"AAAA", "AAA", "no base64"} {
		var s slots
		if err := s.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is read as %v", text, s)
		}
	}
}

func TestOrderOfNamesDoesNotShow(t *testing.T) {
	names := fixture()
	want := Prepare(names)
	rapid.Check(t, func(t *rapid.T) {
		if got := Prepare(rapid.Permutation(names).Draw(t, "names")); !reflect.DeepEqual(got, want) {
			t.Fatal("other data from the same names")
		}
	})
}

// TestCompletionsFit asks with the begins of real keys, in each view, and
// judges the answers by plain means.
func TestCompletionsFit(t *testing.T) {
	names := fixture()
	x := open(t, names)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		v := rapid.SampledFrom([]view{byText, bySound, byInitials}).Draw(t, "view")
		from := spellings(rapid.SampledFrom(name.Keys).Draw(t, "key"))[v]
		text := head(from, rapid.IntRange(1, 40).Draw(t, "length"))
		n := rapid.IntRange(1, 100).Draw(t, "n")
		got := x.Complete(text, n)
		if len(got) > n {
			t.Fatalf("%d answers, more than %d", len(got), n)
		}
		if n == 100 && !slices.Contains(got, name.Ref) {
			t.Fatalf("%q does not find %q", text, name.Keys)
		}
		for i, ref := range got {
			if slices.Contains(got[:i], ref) {
				t.Fatalf("%q finds %d twice", text, ref)
			}
			if !slices.ContainsFunc(names[ref].Keys, func(k string) bool { return fits(k, text) }) {
				t.Fatalf("%q finds %q", text, names[ref].Keys)
			}
		}
	})
}

// spellings are the text, the sound and the initials of a key without spaces.
func spellings(key string) [views]string {
	key = hanzi.Compact(hanzi.FoldString(key))
	var sound, initials strings.Builder
	sounds := hanzi.Readings(key)
	for i, r := range []rune(key) {
		s := sounds[i]
		if s == "" {
			s = string(r)
		}
		sound.WriteString(s)
		initials.WriteRune([]rune(s)[0])
	}
	return [views]string{key, sound.String(), initials.String()}
}

func fits(key, text string) bool {
	for _, s := range spellings(key) {
		if strings.Contains(s, text) || strings.Contains(s, shortened(text)) {
			return true
		}
	}
	return false
}
