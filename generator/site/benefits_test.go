package site_test

import (
	"strings"
	"testing"

	"anju/generator/theme"
)

// A cell shows the newest benefits of many and leads to the rest; a chart has
// one bar for each city.
func TestManyBenefits(t *testing.T) {
	s := planOf(t, "testdata/many.txtar")
	table := payloadAt[*theme.ComparePage](t, s, "/compare/").Benefits[0]
	cell := table.Rows[0].Spans[0]
	var amounts []string
	for _, c := range cell.Cells {
		amounts = append(amounts, c.Amount)
	}
	same(t, amounts, []string{"每月600元", "每月500元", "每月400元", "每月300元"})
	if digits(cell.More.Text) != "2" || !strings.Contains(cell.More.URL, "benefit=rent-subsidy&city=shili") {
		t.Errorf("the rest is behind %+v", cell.More)
	}
	if other := table.Rows[1].Spans[0]; len(other.Cells) != 1 || other.More.URL != "" {
		t.Errorf("one benefit is shown as %+v", other)
	}
	for _, chart := range payloadAt[*theme.ComparePage](t, s, "/compare/").Charts {
		if len(chart.Bars) != 2 {
			t.Errorf("%s has %d bars, want one for each of 2 cities", chart.Title, len(chart.Bars))
		}
	}
}
