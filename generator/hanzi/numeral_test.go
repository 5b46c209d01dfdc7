package hanzi

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumeral(t *testing.T) {
	tests := []struct {
		in   string
		want float64
		read string
	}{
		{"30000元", 30000, "30000"},
		{"30,000", 30000, "30,000"},
		{"1,234,567块", 1234567, "1,234,567"},
		{"2000,3000", 2000, "2000"},
		{"12,34", 12, "12"},
		{"1.5万", 15000, "1.5万"},
		{"0.5", 0.5, "0.5"},
		{"3.元", 3, "3"},
		{"3万", 30000, "3万"},
		{"3w补贴", 30000, "3w"},
		{"3wifi", 3, "3"},
		{"3万5", 35000, "3万5"},
		{"3万5千", 35000, "3万5千"},
		{"3万5000", 35000, "3万5000"},
		{"3万20000", 30000, "3万"},
		{"3w5", 35000, "3w5"},
		{"三万五", 35000, "三万五"},
		{"三万零五", 30005, "三万零五"},
		{"三万五千", 35000, "三万五千"},
		{"三万五百", 30500, "三万五百"},
		{"两千", 2000, "两千"},
		{"十五", 15, "十五"},
		{"十分钟", 10, "十"},
		{"二十平", 20, "二十"},
		{"十万", 100000, "十万"},
		{"一千五百", 1500, "一千五百"},
		{"一千五", 1500, "一千五"},
		{"一百零八", 108, "一百零八"},
		{"3千", 3000, "3千"},
		{"3k", 3000, "3k"},
		{"五百万", 5e6, "五百万"},
		{"一千万", 1e7, "一千万"},
		{"1.2亿", 1.2e8, "1.2亿"},
		{"一亿零五百万", 105e6, "一亿零五百万"},
		{"一万亿", 1e12, "一万亿"},
		{"叁万元", 30000, "叁万"},
		{"叁拾万", 300000, "叁拾万"},
		{"壹仟贰佰伍拾圆", 1250, "壹仟贰佰伍拾"},
		{"玖佰零捌", 908, "玖佰零捌"},
		{"3仟", 3000, "3仟"},
		{"佰", 0, ""},
		{"二〇二四年", 2024, "二〇二四"},
		{"二零二四年", 2024, "二零二四"},
		{"〇", 0, "〇"},
		{"零距离", 0, "零"},
		{"0元", 0, "0"},
		{"三千个百", 3000, "三千"},
		{"一万万", 10000, "一万"},
		{"一百千", 100, "一百"},
		{"三五年", 0, ""},
		{"三五万", 0, ""},
		{"十四五规划", 0, ""},
		{"万", 0, ""},
		{"千万别", 0, ""},
		{"百家", 0, ""},
		{"亿", 0, ""},
		{"k签证", 0, ""},
		{"w", 0, ""},
		{"人才", 0, ""},
		{"", 0, ""},
		{strings.Repeat("9", 30), 0, ""},
		{strings.Repeat("九", 30), 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			got, size := Numeral(tt.in)
			if got != tt.want || tt.in[:size] != tt.read {
				t.Errorf("Numeral(%q) = %v of %q, want %v of %q", tt.in, got, tt.in[:size], tt.want, tt.read)
			}
		})
	}
}

// TestNumeralOfWritten reads back what is written in each of the usual ways.
func TestNumeralOfWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(1, 1e8), rapid.IntRange(1, 20000)).Draw(t, "n")
		after := rapid.SampledFrom([]string{"", "元", " ", "的", "套"}).Draw(t, "after")
		spellings := []string{written(n), fmt.Sprint(n), grouped(n)}
		if short, ok := strings.CutPrefix(written(n), "一十"); ok {
			spellings = append(spellings, "十"+short)
		}
		for _, s := range spellings {
			if got, size := Numeral(s + after); got != float64(n) || size != len(s) {
				t.Fatalf("%q of %d reads as %v in %d bytes of %d", s, n, got, size, len(s))
			}
		}
	})
}

// written is n in Chinese numerals, 一十五 for 15.
func written(n int) string {
	for _, big := range []struct {
		of   int
		name string
	}{{1e8, "亿"}, {1e4, "万"}} {
		if n < big.of {
			continue
		}
		s := written(n/big.of) + big.name
		if rest := n % big.of; rest >= big.of/10 {
			return s + written(rest)
		} else if rest > 0 {
			return s + "零" + written(rest)
		}
		return s
	}
	return belowMyriad(n)
}

func belowMyriad(n int) (s string) {
	gap := false
	for i, unit := range []int{1000, 100, 10, 1} {
		d := n / unit % 10
		if d == 0 {
			gap = s != ""
			continue
		}
		if gap {
			s += "零"
		}
		gap = false
		s += string([]rune("零一二三四五六七八九")[d]) + []string{"千", "百", "十", ""}[i]
	}
	return s
}

// grouped is n with commas.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

func FuzzNumeral(f *testing.F) {
	for _, s := range []string{"1.2亿", "三万五", "十万零一十", "9,999,999", "3w5", "二〇二四", "\xff", "1.", "零零"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, size := Numeral(s)
		if size < 0 || size > len(s) || value < 0 || value > 1e25 || value > 0 && size == 0 {
			t.Fatalf("Numeral(%q) = %v, %d", s, value, size)
		}
		if again, n := Numeral(s[:size]); again != value || n != size {
			t.Fatalf("%q reads as %v, alone as %v", s[:size], value, again)
		}
	})
}
