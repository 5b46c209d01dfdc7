package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/content"
	"anju/generator/theme"
)

func TestBars(t *testing.T) {
	exact := func(x float64) Row { return Row{Least: x, Most: x} }
	for _, test := range []struct {
		name string
		rows []Row
		want [][2]float64 // Sure and Width of each
	}{
		{"none", nil, nil},
		{"one is its own longest", []Row{exact(7)}, [][2]float64{{100, 100}}},
		{"shares of the longest", []Row{exact(1583), exact(1500), exact(100)}, [][2]float64{{100, 100}, {94.76, 94.76}, {6.32, 6.32}}},
		{"a range and up to", []Row{{Least: 800, Most: 1000}, {Most: 2000}}, [][2]float64{{40, 50}, {0, 100}}},
		{"all zero", []Row{exact(0), exact(0)}, [][2]float64{{0, 0}, {0, 0}}},
		{"negative", []Row{exact(-5), exact(10)}, [][2]float64{{0, 0}, {100, 100}}},
		{"only negative", []Row{exact(-5)}, [][2]float64{{0, 0}}},
		{"endless", []Row{exact(math.Inf(1)), exact(10)}, [][2]float64{{0, 0}, {0, 0}}},
		{"the least there is", []Row{exact(math.SmallestNonzeroFloat64), exact(math.MaxFloat64)}, [][2]float64{{0, 0}, {100, 100}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			bars := Bars(test.rows)
			if len(bars) != len(test.want) {
				t.Fatalf("got %d bars", len(bars))
			}
			for i, want := range test.want {
				if got := [2]float64{bars[i].Sure, bars[i].Width}; got != want {
					t.Errorf("bar %d: got %v, want %v", i, got, want)
				}
			}
		})
	}
}

// TestBarsAreDrawable: whatever the numbers, a width is one that SVG can draw,
// what is certain never exceeds what may be, and a longer number never gets a
// shorter bar.
func TestBarsAreDrawable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ends := rapid.SliceOfN(rapid.Float64(), 2, 20).Draw(t, "ends")
		var rows []Row
		for i := 1; i < len(ends); i += 2 {
			rows = append(rows, Row{Least: min(ends[i-1], ends[i]), Most: max(ends[i-1], ends[i])})
		}
		bars := Bars(rows)
		for i, b := range bars {
			if !(0 <= b.Sure && b.Sure <= b.Width && b.Width <= 100) {
				t.Fatalf("%+v is drawn from %v to %v", rows[i], b.Sure, b.Width)
			}
			if i > 0 && rows[i].Most > rows[i-1].Most && b.Width < bars[i-1].Width {
				t.Fatalf("%v is longer than %v, its bar shorter", rows[i].Most, rows[i-1].Most)
			}
		}
	})
}

func TestExtent(t *testing.T) {
	two, nine := 2.0, 9.0
	for _, test := range []struct {
		name             string
		value, low, high *float64
		least, most      float64
	}{
		{"a value", &two, nil, nil, 2, 2},
		{"a range", nil, &two, &nine, 2, 9},
		{"at least", nil, &two, nil, 2, 2},
		{"up to", nil, nil, &nine, 0, 9},
		{"nothing stated", nil, nil, nil, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if least, most := extent(test.value, test.low, test.high); least != test.least || most != test.most {
				t.Errorf("got %v to %v", least, most)
			}
		})
	}
}

const figures = `city: shili
figures:
  - {label: 已经建成的公寓, value: 300, unit: 套, scope: 星河, as_of: 2025-06, source: 1}
  - {label: 占地, value: 40, unit: 亩, scope: 星河, as_of: 2025, stated_as: intended, source: 1}
  - {label: 计划再建的公寓, min: 500, max: 600, unit: 套, scope: 星河, as_of: 2025, stated_as: planned, source: 2}
sources:
  - {title: 星河介绍, publisher: 示例社, url: "https://example.org/1"}
  - {title: 星河规划, publisher: 示例规划局, url: "https://example.org/2"}
`

func TestFigureCharts(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{"communities/xinghe.md": "---\n" + head + figures + "---\n正文\n"})
	charts := byLang["zh-Hans"].FigureCharts([]content.Entry{lib.Get("community:xinghe")})
	if len(charts) != 2 || len(charts[0].Bars) != 2 || len(charts[1].Bars) != 1 {
		t.Fatalf("got %+v", charts)
	}
	drawn, alone := charts[0], charts[1]
	equal(t, "address of the chart", drawn.URL, "/communities/xinghe/")
	if drawn.Plain || !alone.Plain {
		t.Error("what shares a unit is drawn, what stands alone is not")
	}
	want := theme.Bar{
		Label: "计划再建的公寓", Scope: "星河", Value: "500–600套", Dated: "截至2025年", StatedAs: "计划", Outline: true,
		Source: theme.Link{Text: "示例规划局", URL: "/communities/xinghe/#source-2"}, Sure: 83.33, Width: 100,
	}
	if drawn.Bars[1] != want {
		t.Errorf("got %+v, want %+v", drawn.Bars[1], want)
	}
	if b := drawn.Bars[0]; b.Outline || b.StatedAs != "" || b.Width != 50 {
		t.Errorf("what is there is drawn as %+v", b)
	}
	if b := alone.Bars[0]; b.Label != "占地" || b.StatedAs != "意向" || !b.Outline {
		t.Errorf("what is intended stands as %+v", b)
	}
	if english := byLang["en"].FigureCharts([]content.Entry{lib.Get("community:xinghe")}); english[0].Lang != "zh-Hans" || english[0].Bars[0].Lang != "zh-Hans" {
		t.Error("Chinese on an English page is not marked")
	}
}
