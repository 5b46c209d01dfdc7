package view

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"sync"
	"testing"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/themes"
)

// speaking is a View with the strings of the default theme and no entries.
func speaking(t *testing.T, lang string) View {
	t.Helper()
	return View{Lang: lang, theme: defaultTheme(t), lib: &content.Library{}}
}

// loadTheme loads the default theme once for all tests: it does not change.
var loadTheme = sync.OnceValues(func() (*theme.Theme, error) {
	files, err := fs.Sub(themes.Default, "default")
	if err != nil {
		return nil, err
	}
	th, list := theme.Load(nil, files, languages)
	if list.HasErrors() {
		return nil, fmt.Errorf("%v", list)
	}
	return th, nil
})

func defaultTheme(t *testing.T) *theme.Theme {
	t.Helper()
	th, err := loadTheme()
	if err != nil {
		t.Fatal(err)
	}
	return th
}

var languages = []string{"zh-Hans", "en"}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestNumber(t *testing.T) {
	zh, en := speaking(t, "zh-Hans"), speaking(t, "en")
	for _, test := range []struct {
		x           float64
		zhHans, eng string
	}{
		{0, "0", "0"},
		{999, "999", "999"},
		{1500, "1,500", "1,500"},
		{9900, "9,900", "9,900"},
		{10000, "1万", "10,000"},
		{12300, "1.23万", "12,300"},
		{12345, "12,345", "12,345"},
		{15000000, "1,500万", "15,000,000"},
		{1234567.5, "1,234,567.5", "1,234,567.5"},
		{-123456, "-123,456", "-123,456"},
	} {
		equal(t, "zh", zh.number(test.x), test.zhHans)
		equal(t, "en", en.number(test.x), test.eng)
	}
}

func TestMoney(t *testing.T) {
	zh, en := speaking(t, "zh-Hans"), speaking(t, "en")
	for _, test := range []struct {
		name        string
		money       *content.Money
		zhHans, eng string
	}{
		{"none", nil, "", ""},
		{"exact", &content.Money{Amount: new(int64(3000))}, "3,000元", "3,000 yuan"},
		{"once", &content.Money{Amount: new(int64(50000)), Period: "one_off"}, "一次性5万元", "50,000 yuan once"},
		{"range", &content.Money{Min: new(int64(600)), Max: new(int64(1000)), Period: "month"}, "每月600–1,000元", "600–1,000 yuan a month"},
		{"a range in one scale", &content.Money{Min: new(int64(2000)), Max: new(int64(10000)), Period: "one_off"}, "一次性2,000–10,000元", "2,000–10,000 yuan once"},
		{"a range in ten thousands", &content.Money{Min: new(int64(50000)), Max: new(int64(15000000))}, "5万–1,500万元", "50,000–15,000,000 yuan"},
		{"both ends alike", &content.Money{Min: new(int64(600)), Max: new(int64(600))}, "600元", "600 yuan"},
		{"up to", &content.Money{Max: new(int64(1500)), Period: "month"}, "每月最高1,500元", "up to 1,500 yuan a month"},
		{"at least", &content.Money{Min: new(int64(800)), Period: "year"}, "每年800元起", "from 800 yuan a year"},
		{"each household", &content.Money{Max: new(int64(400000)), Per: "household"}, "每户最高40万元", "up to 400,000 yuan for each household"},
		{"each person goes without saying", &content.Money{Amount: new(int64(100)), Per: "person"}, "100元", "100 yuan"},
		{"large sums in yuan stay figures in English", &content.Money{Amount: new(int64(1000000))}, "100万元", "1,000,000 yuan"},
	} {
		t.Run(test.name, func(t *testing.T) {
			equal(t, "zh", zh.money(test.money), test.zhHans)
			equal(t, "en", en.money(test.money), test.eng)
		})
	}
}

func TestSumLeavesOutWhenAndForWhom(t *testing.T) {
	deposit := &content.Money{Amount: new(int64(900)), Per: "household", Period: "one_off"}
	equal(t, "deposit", speaking(t, "zh-Hans").sum(deposit), "900元")
	equal(t, "none", speaking(t, "zh-Hans").sum(nil), "")
}

func TestFigureValue(t *testing.T) {
	zh, en := speaking(t, "zh-Hans"), speaking(t, "en")
	for _, test := range []struct {
		name        string
		figure      content.Figure
		zhHans, eng string
	}{
		{"exact", content.Figure{Value: new(120.0), Unit: "套"}, "120套", "120 homes"},
		{"range", content.Figure{Min: new(20.0), Max: new(35.5), Unit: "平方米"}, "20–35.5平方米", "20–35.5 m²"},
		{"up to", content.Figure{Max: new(30.0), Unit: "分钟"}, "不超过30分钟", "up to 30 minutes"},
		{"at least", content.Figure{Min: new(5.0), Unit: "家"}, "不少于5家", "at least 5 organisations"},
		{"about", content.Figure{Value: new(300.0), Approx: true, Unit: "名"}, "约300名", "about 300 people"},
		{"more than", content.Figure{Min: new(200.0), Approx: true, Unit: "名"}, "超过200名", "over 200 people"},
		{"about a range", content.Figure{Min: new(2.0), Max: new(3.0), Approx: true, Unit: "公里"}, "约2–3公里", "about 2–3 km"},
		{"no word for the unit", content.Figure{Value: new(7.0), Unit: "个"}, "7个", "7"},
		{"per cent", content.Figure{Value: new(42.5), Unit: "%"}, "42.5%", "42.5%"},
		{"ten thousands", content.Figure{Value: new(60000.0), Unit: "人"}, "6万人", "60,000 people"},
		{"a range in one scale", content.Figure{Min: new(9000.0), Max: new(12000.0), Unit: "套"}, "9,000–12,000套", "9,000–12,000 homes"},
		{"tens of thousands of yuan", content.Figure{Value: new(3.0), Unit: "万元"}, "3万元", "30,000 yuan"},
		{"parts of ten thousand yuan", content.Figure{Value: new(6.2), Unit: "万元"}, "6.2万元", "62,000 yuan"},
		{"millions", content.Figure{Value: new(300.0), Unit: "万元"}, "300万元", "3 million yuan"},
		{"millions from 亿", content.Figure{Value: new(0.5), Unit: "亿元"}, "0.5亿元", "50 million yuan"},
		{"not whole in binary", content.Figure{Value: new(1.1), Unit: "亿元"}, "1.1亿元", "110 million yuan"},
		{"billions", content.Figure{Value: new(12.0), Approx: true, Unit: "亿元"}, "约12亿元", "about 1.2 billion yuan"},
		{"a range of money", content.Figure{Min: new(5.0), Max: new(12.0), Unit: "亿元"}, "5–12亿元", "500 million–1.2 billion yuan"},
		{"trillions", content.Figure{Min: new(123456.0), Unit: "亿元"}, "不少于123,456亿元", "at least 12.3456 trillion yuan"},
		{"up to ten thousands of yuan", content.Figure{Max: new(80.0), Unit: "万元"}, "不超过80万元", "up to 800,000 yuan"},
	} {
		t.Run(test.name, func(t *testing.T) {
			equal(t, "zh", zh.figureValue(test.figure), test.zhHans)
			equal(t, "en", en.figureValue(test.figure), test.eng)
		})
	}
}

func TestEnglishUnitsCoverTheSchema(t *testing.T) {
	for unit := range yuanIn {
		if englishUnits[unit] != "yuan" {
			t.Errorf("%s is %q in English", unit, englishUnits[unit])
		}
	}
	for _, unit := range schemaUnits(t) {
		if _, ok := englishUnits[unit]; !ok {
			t.Errorf("the unit %s has no English", unit)
		}
	}
}

// schemaUnits are the units that editors may write.
func schemaUnits(t *testing.T) []string {
	t.Helper()
	field, _ := reflect.TypeFor[content.Figure]().FieldByName("Unit")
	_, units, ok := strings.Cut(field.Tag.Get("rule"), "enum=")
	if !ok {
		t.Fatal("the unit of a figure is no enumeration")
	}
	return strings.Split(units, "|")
}
