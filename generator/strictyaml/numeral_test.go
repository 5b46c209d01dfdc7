package strictyaml

import "testing"

func TestNumberMeant(t *testing.T) {
	for _, tt := range []struct {
		text, whole, decimal string // "" for none that is sure
	}{
		{"0.08万", "800", ""}, {"1.5万元", "15000", ""}, {"800元", "800", "800"}, {"1,800", "1800", "1800"}, {"1，800元", "1800", "1800"},
		{"８００", "800", "800"}, {"８．５", "", "8.5"}, {"￥800", "800", "800"}, {"1 800", "1800", "1800"}, {"45.50平方米", "", "45.5"}, {"2亿元", "200000000", ""}, {"12个月", "12", "12"},
		{"800", "800", "800"}, {"0800", "800", "800"}, {"800.00", "800", "800"},
		{"800元以上", "", ""}, {"2年", "", ""}, {"1至2万元", "", ""}, {"1万元/月", "", ""}, {"1,80", "", ""}, {"约800", "", ""}, {"-800元", "", ""}, {"", "", ""}, {"八百元", "", ""}, {"1e3", "", ""},
	} {
		t.Run(tt.text, func(t *testing.T) {
			whole, _ := numberMeant(tt.text, false)
			decimal, _ := numberMeant(tt.text, true)
			if whole != tt.whole || decimal != tt.decimal {
				t.Errorf("got %q and %q, want %q and %q", whole, decimal, tt.whole, tt.decimal)
			}
		})
	}
}
