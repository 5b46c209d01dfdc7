package search_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"anju/generator/search"
)

// deadly are texts that have brought search engines down, or made them err.
// Most come from nowhere but a reader's hand.
var deadly = []struct{ name, text string }{
	{"10 KB of Han", strings.Repeat("人才公寓怎么申请补贴", 350)},
	{"10 KB of one character", strings.Repeat("人", 3500)},
	{"10 KB of letters", strings.Repeat("a", 10_240)},
	{"10 KB of words", strings.Repeat("work permit ", 850)},
	{"10 KB of spaces", strings.Repeat(" ", 10_240)},
	{"10 KB of digits", strings.Repeat("9", 10_240)},
	{"10 KB of brackets", strings.Repeat("〔", 3500)},
	{"punctuation", "！？。，、；：“”‘’（）【】《》—…·~!@#$%^&*()_+-=[]{}|\\;':\",./<>?"},
	{"one mark", "。"},
	{"stop words", "的 吗 呢 怎么 如何 请问"},
	{"stop words as a sentence", "请问怎么的呢吗"},
	{"emoji", "😀🏠👨‍👩‍👧‍👦🇨🇳"},
	{"emoji in a question", "🏠人才公寓🔑怎么申请❓"},
	{"half a surrogate", "人才\xed\xa0\x80公寓"},
	{"the other half", "\xed\xb0\x80"},
	{"a character cut short", "人才公\xe5\xaf"},
	{"bytes of no encoding", "\xff\xfe\xfd\x80\x81"},
	{"NUL", "人才\x00公寓"},
	{"control characters", "\x01\x02\x1b[31m人才\x7f"},
	{"an escape cut short", "%E4%BA%BA%E"},
	{"per cent", "100%"},
	{"SQL", "'; DROP TABLE policies; --"},
	{"SQL of Chinese", "租房补贴' OR '1'='1"},
	{"script", "<script>alert('人才')</script>"},
	{"markup", "<mark>人才</mark><img src=x onerror=alert(1)>"},
	{"template", "{{.Secret}} ${jndi:ldap://a/b} #{7*7}"},
	{"query string", `+title:人才^99 -公寓 AND (租房 OR "补贴") NOT x~2`},
	{"field and wildcard", "title:* *:* 人* ?才 [a TO z]"},
	{"regular expression", "/(a+)+$/ (人|才)*公寓? .* \\p{Han}{1,100000}"},
	{"open brackets", "((((((((((人才[[[[[{{{{{"},
	{"a path", "../../../../etc/passwd"},
	{"line ends", "人才\r\n公寓\n\n补贴"},
	{"combining marks", "e" + strings.Repeat("\u0301", 200)},
	{"combining marks on Han", "人\u0300\u0301才\u0302\u0303公寓"},
	{"right to left", "\u202e寓公才人\u202c شقق المواهب שיכון"},
	{"zero width", "人\u200b才\u200d公\ufeff寓"},
	{"only zero width", "\u200b\u200c\u200d\ufeff\u2060"},
	{"variation selectors", "人\ufe00才\ufe0f公\U000e0100寓"},
	{"ligature that grows", strings.Repeat("\ufdfa", 100)},
	{"signs that grow", strings.Repeat("㍿㌫㎡", 60)},
	{"full width", "ＳＥＬＥＣＴ　＊　ＦＲＯＭ　人才"},
	{"16 rare words", "龘 犇 羴 鱻 麤 爨 饕 餮 魑 魅 魍 魉 鼗 鼙 龠 靐"},
	{"16 rare pairs", "龘犇 羴鱻 麤爨 饕餮 魑魅 魍魉 鼗鼙 龠靐 齉爩 虪鬱 灪厵 龖龗 鸞鸝 鑫淼 焱垚 赑屃"},
	{"16 common words", "人才 社区 公寓 补贴 政策 来源 申请 城市 租房 报道 本站 没有 条件 服务 江苏 可以"},
	{"16 common characters", "人 才 社 区 公 寓 补 贴 政 策 来 源 申 请 城 市"},
	{"all cities", "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁"},
	{"a word of all readings", "rencaigongyuzenmeshenqingbutieduoshaoqian"},
	{"pinyin without end", strings.Repeat("shi", 60)},
	{"initials without end", strings.Repeat("rcgy", 50)},
	{"numbers", "1e309 -1 0x7fffffff 999999999999999999999999 NaN Inf ∞"},
	{"numerals", strings.Repeat("万亿", 60)},
	{"numerals without a number", "十百千万亿零两半"},
	{"amounts", "3万4万5万6万 月租1500以下2000以上 40平50平60平"},
	{"a document number too large", "国办发〔99999999999〕99999999999999999999号"},
	{"document numbers", strings.Repeat("国办发〔2021〕22号", 20)},
	{"years", "0000年 9999年 2024年 ２０２４年 二〇二四年"},
	{"statuses", "有效 失效 废止 即将到期 尚未生效 已结束"},
}

// sheets are pages, some of them of no answer, with how many hits they may hold.
var sheets = []struct{ page, perPage, holds int }{
	{1, 10, 10},
	{-1, -1, search.DefaultPerPage},
	{1, 1 << 30, search.MaxPerPage},
	{999_999, 50, 0}, // the twentieth is the last
}

// TestDeath: whatever is asked, there is an answer that agrees with itself.
func TestDeath(t *testing.T) {
	s, _ := published.index(t)
	for _, d := range deadly {
		for _, sheet := range sheets {
			for _, literal := range []bool{false, true} {
				name := fmt.Sprintf("%s/page=%d/per_page=%d/literal=%t", d.name, sheet.page, sheet.perPage, literal)
				t.Run(name, func(t *testing.T) {
					q := search.Query{Text: d.text, Literal: literal, At: published.now, Page: sheet.page, PerPage: sheet.perPage}
					r, err := s.Search(t.Context(), q)
					if err != nil {
						t.Fatal(err)
					}
					agree(t, r, sheet.holds)
				})
			}
		}
	}
}

// agree checks the numbers of a result, whose page may hold so many hits,
// against each other.
func agree(t *testing.T, r search.Result, holds int) {
	t.Helper()
	if r.Full < 0 || r.Full > r.Total {
		t.Errorf("%d hits hold all words, of %d", r.Full, r.Total)
	}
	if len(r.Hits) != min(r.Total, holds) {
		t.Errorf("%d hits are on a page for %d, of %d", len(r.Hits), holds, r.Total)
	}
	seen := map[string]bool{}
	for _, h := range r.Hits {
		if h.ID == "" || h.URL == "" || h.Title == "" || seen[h.ID] {
			t.Errorf("a hit is incomplete or there twice: %q, %q, %q", h.ID, h.URL, h.Title)
		}
		seen[h.ID] = true
	}
	for _, f := range r.Facets {
		for _, v := range f.Values {
			if v.Count < 0 || v.Value == "" {
				t.Errorf("%d hits in %s=%s", v.Count, f.Name, v.Value)
			}
		}
	}
}

// BenchmarkDeath reports how long the slowest of the deadly texts takes.
func BenchmarkDeath(b *testing.B) {
	s, _ := published.index(b)
	var slowest time.Duration
	for b.Loop() {
		for _, d := range deadly {
			start := time.Now()
			if _, err := s.Search(b.Context(), search.Query{Text: d.text, At: published.now, Page: 1, PerPage: 10}); err != nil {
				b.Fatal(d.name, err)
			}
			slowest = max(slowest, time.Since(start))
		}
	}
	b.ReportMetric(float64(slowest)/float64(time.Millisecond), "slowest-ms")
}
