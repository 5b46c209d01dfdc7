package hanzi

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pairsToRead are phrases in traditional characters with how they are read in
// simplified ones.
const pairsToRead = `
著名學者=著名学者 顯著提升=显著提升 沿著運河=沿着运河 著力發展=着力发展 著眼長遠=着眼长远 著手籌備=着手筹备
隨著發展=随着发展 跟著產業走=跟着产业走 意味著機遇=意味着机遇 編著者單位=编著者单位 學術專著=学术专著 成績卓著=成绩卓著
聞名著稱於世=闻名著称于世 有著優勢=有着优势 一頭連著人才=一头连着人才 帶著需求=带着需求 執著追求=执着追求 沿著名勝=沿着名胜
乾淨衛生=干净卫生 餅乾=饼干 乾坤灣畫卷=乾坤湾画卷 乾隆年間=乾隆年间 乾縣=乾县 幹部=干部 樹幹=树干
瞭解情況=了解情况 明瞭簡潔=明了简洁 瞭望臺=瞭望台 憑藉優勢=凭借优势 藉此機會=借此机会 精神慰藉與幫助=精神慰藉与帮助
於是開會=于是开会 關於補貼=关于补贴 會後=会后 皇后與後方=皇后与后方 裏面=里面 這裡=这里 公裏數=公里数
頭髮=头发 發展=发展 臺灣=台湾 平台與臺階=平台与台阶 颱風=台风 檯燈=台灯 關係=关系 繫帶=系带 系統與聯繫=系统与联系
餘額=余额 業餘=业余 徵收稅費=征收税费 特徵與=特征与 遠征與徵集=远征与征集 宮商角徵羽與樂=宫商角徵羽与乐 合夥人與夥伴們=合伙人与伙伴们
甚麼時候=什么时候 彷彿隔著=仿佛隔着 計畫書與項目=计划书与项目 覆蓋=覆盖 答覆與複製=答覆与复制 恢復=恢复
鬆緊=松紧 製造制度=制造制度 傢具=家具 鐘錶=钟表 表現與錶=表现与表 週邊=周边 註冊=注册 佔地=占地 遊客=游客
迴廊=回廊 麵粉與面積=面粉与面积 穀物與山谷=谷物与山谷 向內嚮導=向内向导 盡量儘快=尽量尽快 彙編匯率=汇编汇率
隻身與只有=只身与只有 摺疊與折扣=折叠与折扣 APP與Ｃ３０=APP与Ｃ３０ 纔能與才華=才能与才华 鬥爭=斗争 薑湯與姜姓=姜汤与姜姓
蘇州工業園區=苏州工业园区 崑山=昆山 瀋陽=沈阳 廠房=厂房 僅僅=仅仅 龍頭=龙头 獨墅湖=独墅湖 鹽城=盐城 鎮江=镇江`

func TestSimplified(t *testing.T) {
	phrases := strings.Fields(pairsToRead)
	if len(phrases) < 60 {
		t.Fatalf("only %d phrases", len(phrases))
	}
	for _, pair := range phrases {
		from, want, _ := strings.Cut(pair, "=")
		if got := Simplified(from); got != want {
			t.Errorf("Simplified(%s) = %s, want %s", from, got, want)
		}
	}
}

// TestSimplifiedStays holds Simplified against every text of the site, which is
// in simplified characters already, line by line and whole, and in pieces.
func TestSimplifiedStays(t *testing.T) {
	files, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no content", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		for line := range strings.Lines(text) {
			if got := Simplified(line); got != line {
				t.Errorf("%s: %s became %s", name, line, got)
			}
		}
	}
}

// TestSimplifiedOnce: what is simplified stays so.
func TestSimplifiedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("著名沿著顯乾坤隆瞭望解藉慰甚麼計畫後於關體 Aａ（）"))).Draw(t, "s")
		once := Simplified(s)
		if twice := Simplified(once); twice != once {
			t.Fatalf("%q became %q, then %q", s, once, twice)
		}
	})
}

func TestWithoutReadings(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		count          int
	}{
		{"half width", "關(guān)注民生", "關注民生", 1},
		{"full width", "社區（qū）服務（wù）", "社區服務", 2},
		{"two syllables", "社區(shè qū)", "社區", 1},
		{"in a row", "計(jì)劃(huà)", "計劃", 2},
		{"without a tone", "計(ji)劃", "計劃", 1},
		{"with ü", "綠(lǜ)地", "綠地", 1},
		{"marks apart", "區(qu\u0304)", "區", 1},
		{"a rare reading", "單(chán)于", "單于", 1},
		{"abbreviation", "应用(APP)", "应用(APP)", 0},
		{"code", "混凝土(C30)", "混凝土(C30)", 0},
		{"year", "意见(2023)", "意见(2023)", 0},
		{"words", "办法（以下简称）", "办法（以下简称）", 0},
		{"a word of other letters", "项目(plan)", "项目(plan)", 0},
		{"not behind Han", "A(guān)", "A(guān)", 0},
		{"empty", "区()", "区()", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, n := WithoutReadings(tt.in); got != tt.want || n != tt.count {
				t.Errorf("%s became %s with %d readings, want %s with %d", tt.in, got, n, tt.want, tt.count)
			}
		})
	}
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		ok             bool
	}{
		{"UTF-8", "人才", "人才", true},
		{"byte order mark", "\ufeff人才", "人才", true},
		{"GBK", "\xc8\xcb\xb2\xc5", "人才", true},
		{"UTF-16", "\xff\xfe\xba\x4e\x4d\x62", "人才", true},
		{"neither", "\xff\x00\xff", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := Decode([]byte(tt.in)); got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %v", got, ok)
			}
		})
	}
}
