package theme

import "testing"

func TestNumerals(t *testing.T) {
	for _, test := range []struct{ amount, want string }{
		{"每人每月500元", "每人每月<b>500</b>元"},
		{"一次性20万–50万元", "一次性<b>20万–50万</b>元"},
		{"up to 1,500 yuan a month", "up to <b>1,500</b> yuan a month"},
		{"免费住三晚", "免费住三晚"},
		{"<5 & more", "&lt;<b>5</b> &amp; more"},
		{"", ""},
	} {
		if got := string(numerals(test.amount)); got != test.want {
			t.Errorf("%q is written %q, not %q", test.amount, got, test.want)
		}
	}
}
