package view

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"anju/generator/config"
	"anju/generator/content"
)

// drawn is a figure as an editor may write it: a value, a lower end or a range.
func drawn(t *rapid.T) content.Figure {
	hundredths := rapid.IntRange(0, rapid.SampledFrom([]int{100, 1e5, 1e7, 1e9, 1e11}).Draw(t, "below")).Draw(t, "hundredths")
	more := rapid.IntRange(0, 1e7).Draw(t, "more")
	low, high := float64(hundredths)/100, float64(hundredths+more)/100
	f := content.Figure{
		Unit:   rapid.SampledFrom([]string{"套", "平方米", "万元", "亿元", "元/月", "%"}).Draw(t, "unit"),
		Approx: rapid.Bool().Draw(t, "approx"),
	}
	switch rapid.SampledFrom([]string{"value", "min", "range"}).Draw(t, "form") {
	case "value":
		f.Value = &low
	case "min":
		f.Min = &low
	case "range":
		f.Min, f.Max = &low, &high
	}
	return f
}

// quoted is a page with f, quoted from a source.
func quoted(f content.Figure, quote string) string {
	var fields strings.Builder
	for _, end := range []struct {
		name  string
		value *float64
	}{{"value", f.Value}, {"min", f.Min}, {"max", f.Max}} {
		if end.value != nil {
			fmt.Fprintf(&fields, "%s: %s, ", end.name, decimal(*end.value))
		}
	}
	return "---\n" + head + "sources: [{title: 来源, publisher: 示例日报, url: https://example.cn/}]\n" +
		fmt.Sprintf("figures: [{label: 数量, %sunit: %q, scope: 示例市, as_of: 2024, source: 1, quote: %q}]\n---\n", &fields, f.Unit, quote)
}

// Where a figure is quoted in the words in which the site itself writes it, the
// check of content finds its number there.
func TestFiguresAreFoundAsTheSiteWritesThem(t *testing.T) {
	v := speaking(t, "zh-Hans")
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t)
		text := quoted(f, "2023年共"+v.figureValue(f))
		_, list := content.Load(fstest.MapFS{"content/pages/here.md": {Data: []byte(text)}},
			config.Config{Languages: languages}, content.Options{Now: now, Jobs: 1})
		if len(list) > 0 {
			t.Fatalf("%s\n%+v", text, list)
		}
	})
}
