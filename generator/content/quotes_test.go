package content

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersInQuotes(t *testing.T) {
	for _, tt := range []struct {
		quote string
		value float64
		unit  string
		want  bool
	}{
		{"总面积4万平方米", 40000, "平方米", true},
		{"筹集人才住房44.63万套", 446300, "套", true},
		{"筹集人才住房 44.63 万套", 446300, "套", true},
		{"总投资1.5亿元", 1.5, "亿元", true},
		{"总投资１．５亿元", 1.5, "亿元", true},
		{"总投资12亿", 12, "亿元", true},
		{"投资1.2億元", 12000, "万元", true},
		{"首批200多名青年入住", 200, "名", true},
		{"两百余名", 200, "名", true},
		{"建成三十八处", 38, "处", true},
		{"共1,583套", 1583, "套", true},
		{"30多万平方米", 300000, "平方米", true},
		{"每人1-2万元", 1, "万元", true},
		{"每人1-2万元", 10000, "元", true},
		{"每人1 至 2 万元", 1, "万元", true},
		{"3万——5万元", 5, "万元", true},
		{"下降3.5%", -3.5, "%", true},
		{"百分之六十", 60, "%", true},
		{"1.2 billion yuan", 12, "亿元", true},
		{"0套", 0, "套", true},
		{"二〇二四年", 2024, "年", true},
		{"2023年建成", 3, "处", false},
		{"首批230套", 320, "套", false},
		{"总投资12万元", 12, "亿元", false},
		{"总投资12亿元", 12, "套", false},
		{"首批，3号楼至5万元", 3, "万元", false},
		{"没有数", 3, "处", false},
		{"", 0, "套", false},
	} {
		t.Run(tt.quote+" "+plain(tt.value)+tt.unit, func(t *testing.T) {
			equal(t, "held", numbersIn(tt.quote).hold(tt.value, tt.unit), tt.want)
		})
	}
}

// Words such as 一站式 hold a digit, but state no number.
func TestQuotesThatSurelyHoldNumbers(t *testing.T) {
	for quote, want := range map[string]bool{
		"提供一站式服务，十分方便": false, "建成三处": false, "": false,
		"建成3处": true, "建成三十八处": true, "2023年": true,
	} {
		equal(t, quote, numbersIn(quote).surely, want)
	}
}

// A number that is written in Arabic digits, or with 万 or 亿, is found among
// other words and numbers; one beside it is not.
func TestWrittenNumbersAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.IntRange(0, 1e9).Draw(t, "cents")
		value := float64(cents) / 100
		unit := rapid.SampledFrom([]struct {
			text  string
			worth float64
		}{{"", 1}, {"万", 1e4}, {"亿", 1e8}, {" 万", 1e4}, {"多万", 1e4}}).Draw(t, "unit")
		before := rapid.SampledFrom([]string{"", "2023年建成", "首批", "共计约 "}).Draw(t, "before")
		quote := before + strconv.FormatFloat(value, 'f', -1, 64) + unit.text + "套，其余待定"
		if !numbersIn(quote).hold(value*unit.worth, "套") {
			t.Errorf("%q does not hold %v", quote, value*unit.worth)
		}
		other := value*unit.worth*1.001 + 0.5
		if math.Abs(other-value) > 1 && numbersIn(quote).hold(other, "套") {
			t.Errorf("%q holds %v", quote, other)
		}
	})
}
