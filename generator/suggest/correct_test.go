package suggest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"anju/generator/hanzi"
)

func TestCorrect(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"pinyin with spaces", "rencai gongyu", "人才公寓"},
		{"pinyin in one", "rencaigongyu", "人才公寓"},
		{"pinyin in capitals", "RenCai GongYu", "人才公寓"},
		{"each syllable apart", "ren cai gong yu", "人才公寓"},
		{"another key", "zufang butie", "租房补贴"},
		{"words that never stand together", "suzhou rencai gongyu", "苏州 人才公寓"},
		{"the same in one", "suzhourencaigongyu", "苏州 人才公寓"},
		{"short pinyin", "luohu", "落户"},
		{"heteronym", "chongqing rencai", "重庆人才"},
		{"apostrophe", "xi'an", "西安"},
		{"ü", "lüse shequ", "绿色社区"},
		{"wrong letter in pinyin", "rencai gangyu", "人才公寓"},
		{"missing letter in pinyin", "rencai gongu", "人才公寓"},
		{"missing letter at the end of pinyin", "zufang buti", "租房补贴"},
		{"swapped letters of pinyin in one", "rencaigognyu", "人才公寓"},
		{"additional letter behind another word", "suzhou zufang buttie", "suzhou 租房补贴"},
		{"pinyin of the begin and the end of a clause", "daikuan shenqing", "贷款 申请"},
		{"pinyin of a heading", "banli liucheng", "办理 流程"},
		{"initials", "rcgy", "人才公寓"},
		{"initials of the end of a key", "zfbt", "租房补贴"},
		{"two initials of a short key", "lh", "落户"},
		{"initials in two letters", "zhph", "招聘会"},
		{"pinyin beside Han", "changzhou 人才公寓", "常州 人才公寓"},
		{"a word of names is pinyin beside others", "suzhou luohu", "苏州 落户"},
		{"pinyin right after Han", "人才gongyu", "人才公寓"},
		{"pinyin beside English", "talent gongyu", "talent 公寓"},
		{"homophone", "人材公寓", "人才公寓"},
		{"homophone at the begin", "仁才公寓", "人才公寓"},
		{"homophone at the end", "租房补帖", "租房补贴"},
		{"beside a correct word", "购房补帖 硕士", "购房补贴 硕士"},
		{"in a short name", "漫泊", "漫柏"},
		{"two in one run", "人材社趋", "人才社区"},
		{"after another word", "苏州人材公寓", "苏州 人才公寓"},
		{"before a question", "人材公寓怎么申请", "人才公寓怎么申请"},
		{"short name before a question", "落护怎么办", "落户怎么办"},
		{"traditional script", "租房補帖", "租房补贴"},
		{"doubled character", "人才才公寓", "人才公寓"},
		{"swapped characters", "人公才寓", "人才公寓"},
		{"doubled character of no whole key", "性租赁住住房", "性租赁住房"},
		{"swapped characters of no whole key", "性租住赁房", "性租赁住房"},
		{"character too many", "人才公社区", "人才社区"},
		{"missing character", "漫柏人才区", "漫柏人才社区"},
		{"wrong letter", "apartmant", "apartment"},
		{"swapped letters, capital", "Suzhuo", "Suzhou"},
		{"missing letter", "talent comunity", "talent community"},
		{"additional letter", "subsiddy", "subsidy"},
	}
	x := open(t, fixture())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := x.Correct(tt.text)
			if len(got) == 0 || got[0] != tt.want {
				t.Errorf("Correct(%q) = %q, want %q first", tt.text, got, tt.want)
			}
		})
	}
}

// fine are texts with nothing to correct, or nothing that can be known.
var fine = strings.Split(`人才公寓
租房补贴
租房補貼
购房补贴 硕士
落户
苏州人才公寓
南京人才公寓怎么申请
人才公寓怎么申请
租房补贴什么时候到账
租房补贴能领多久
大专 能申请人才公寓吗
漫柏人才社区
独墅湖
独墅湖科创湾
东方青年社区
应届生
应届毕业生 面试补贴
外国人工作许可
保障性租赁住房 70平米
国办发〔2021〕22号
公租房条件
太湖新城
银行
重庆
长沙
会计
硕士
博士后
补贴3万
三万 补贴
月租1500以下
月租
路演大厅
今天天气很好
你好
我
房子租金多少钱
什么时候到账
居住证怎么办
小孩上学
配偶
苏州
西安
10分钟人才宜居圈
talent apartment
talent apartment Suzhou
Suzhou
work permit
China work permit category B
R visa
K visa
UWC+
SIP
CBD
social security card
job fair
the
can
hang
long
women
china
made in china
like
time
name
nine
line
game
home
have
house
housing
rental
university
graduate
engineer
hello world
how to apply
foreigner
banana
danger
asdfgh
qwerty
zxcvbnm
xyz
aaaa
12345
2024
3D
C++
???
“”`, "\n")

func TestCorrectLeavesAlone(t *testing.T) {
	x := open(t, fixture())
	for _, text := range slices.Concat(fine, slices.Concat(titles...)) {
		if got := x.Correct(text); len(got) > 0 {
			t.Errorf("Correct(%q) = %q, want nothing", text, got)
		}
	}
}

// english are words that many know, some of which can be read as pinyin or as
// initials.
var english = strings.Fields(`the be to of and a in that have it for not on with he as you do at this but his by from they
we say her she or an will my one all would there their what so up out if about who get which go me when make can like time
no just him know take people into year your good some could them see other than then now look only come its over think
also back after use two how our work first well way even new want because any these give day most us women hash ssh hang
long men gang sun fan ban pan ran china banana danger change dance chance range page wage age huge image june lake cake
bike male same fame home hope line fine nine wine pine lane late date gate hate site suite bite kite guide side wide code
mode node rude dude cute mute duke piano tango mango panda canada bingo lingo japan korea ginger tiger paper super water
later letter center enter under engineer singer finger longer manager language university student teacher degree salary
income apply application flat home living life love room bed bath kitchen loan bank bonus tax visa residence foreign
family child school nursery hospital health insurance fund pension company employer job career hire policy notice event
city town district park metro bus train airport office business innovation space hall phd mba hr html pdf sms tv gps ppt
vpn app why try dry sky fly cry shy gym rhythm mr mrs dr ltd inc ok hello thanks please help search find show open stop
max mix fix six ten tan van wan bang sang rang fang tang wang song gong ding ping king ring sing wing die pie tie run nun
fun she wei fei tai lai zen pen den hen shed ship hue due sue lunch menu genuine continue revenue value unique tender
gender lender wonder cinema drama yoga sauna arena agenda has gas his is as am an at`)

func TestCorrectKeepsEnglish(t *testing.T) {
	x := open(t, fixture())
	for i, word := range english {
		for _, text := range []string{word, word + " " + english[(i+1)%len(english)]} {
			if got := x.Correct(text); slices.ContainsFunc(got, func(s string) bool { return strings.ContainsFunc(s, hanzi.IsHan) }) {
				t.Errorf("Correct(%q) = %q", text, got)
			}
		}
	}
}

func TestSlip(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"apartmant", "apartment", true},
		{"comunity", "community", true},
		{"subsiddy", "subsidy", true},
		{"suzhuo", "suzhou", true},
		{"wrok", "work", true},
		{"works", "work", true},
		{"like", "lake", false},
		{"talent", "talent", false},
		{"tenant", "talent", false},
		{"abcdef", "badcef", false},
		{"stay", "stable", false},
	}
	for _, tt := range tests {
		t.Run(tt.a+" "+tt.b, func(t *testing.T) {
			if slip(tt.a, tt.b) != tt.want || slip(tt.b, tt.a) != tt.want {
				t.Errorf("slip is not %v both ways", tt.want)
			}
		})
	}
}

func TestCorrectIsBounded(t *testing.T) {
	x := open(t, fixture())
	for _, text := range []string{
		strings.Repeat("人材", 20),          // a run too long to look at
		strings.Repeat("rencai", 20),      // a word too long
		strings.Repeat("补", 200) + "人材公寓", // behind the end of what is looked at
	} {
		if got := x.Correct(text); len(got) > 0 {
			t.Errorf("Correct(%q) = %q, want nothing", text, got)
		}
	}
}

// TestCorrectionsOfSpeltKeys takes a Han key, writes it in pinyin with spaces
// anywhere between syllables, and expects a text with that sound.
func TestCorrectionsOfSpeltKeys(t *testing.T) {
	names := fixture()
	x := open(t, names)
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.SampledFrom(rapid.SampledFrom(names).Draw(t, "name").Keys).Draw(t, "key")
		if !allHan(key) || utf8.RuneCountInString(key) < 2 {
			return
		}
		var text, letters strings.Builder
		for _, syllable := range hanzi.Readings(key) {
			if text.Len() > 0 && rapid.Bool().Draw(t, "space") {
				text.WriteByte(' ')
			}
			text.WriteString(syllable)
			letters.WriteString(syllable)
		}
		if x.said(letters.String()) > 0 || letters.Len() > maxLetters {
			return
		}
		if got := x.Correct(text.String()); len(got) == 0 || spellings(got[0])[bySound] != letters.String() {
			t.Fatalf("Correct(%q) = %q, want a sound of %q", text.String(), got, key)
		}
	})
}

// TestCorrectionsAreKnown mistypes keys and checks what every answer promises.
func TestCorrectionsAreKnown(t *testing.T) {
	names := fixture()
	x := open(t, names)
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.SampledFrom(rapid.SampledFrom(names).Draw(t, "name").Keys).Draw(t, "key"))
		i := rapid.IntRange(0, len(text)-1).Draw(t, "place")
		text[i] = rapid.SampledFrom([]rune("人材才帖贴泊柏社区 rx")).Draw(t, "rune")
		checkAnswers(t, string(text), x.Correct(string(text)))
	})
}

type failer interface{ Fatalf(string, ...any) }

func checkAnswers(t failer, text string, answers []string) {
	if len(answers) > maxAnswers {
		t.Fatalf("%d answers", len(answers))
	}
	for i, a := range answers {
		if a == text || a == "" || slices.Contains(answers[:i], a) || utf8.ValidString(text) && !utf8.ValidString(a) {
			t.Fatalf("Correct(%q) = %q", text, answers)
		}
	}
}

func FuzzIndex(f *testing.F) {
	for _, text := range fine {
		f.Add(text)
	}
	for _, text := range []string{"rencai gongyu", "人材公寓", "suzhou 人才gy", "Suzhuo", "xi'an", "lüse", "㏂人㍿材", "\xff"} {
		f.Add(text)
	}
	x := open(f, fixture())
	f.Fuzz(func(t *testing.T, text string) {
		checkAnswers(t, text, x.Correct(text))
		got := x.Complete(text, 5)
		if len(got) > 5 {
			t.Fatalf("%d completions", len(got))
		}
		for i, ref := range got {
			if slices.Contains(got[:i], ref) {
				t.Fatalf("%q finds %d twice", text, ref)
			}
		}
	})
}
