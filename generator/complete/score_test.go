package complete

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/validity"
)

// TestNotOfAll: of what is over, nobody is told how to take part; of a list
// that is empty, only that it is.
func TestNotOfAll(t *testing.T) {
	s := Standard{Rules: []Rule{
		{ID: "registration", Kind: "event", Weight: 3, Field: "registration", Open: true},
		{ID: "homes", Kind: "community", Weight: 5, Field: "homes"},
		{ID: "rent", Kind: "community", Weight: 4, Field: "homes.rent"},
	}}
	tests := []struct {
		name  string
		sub   subject
		lost  []string
		outOf int
	}{
		{"to come", subject{kind: "event", value: reflect.ValueOf(&content.Event{}).Elem()}, []string{"registration"}, 3},
		{"over", subject{kind: "event", value: reflect.ValueOf(&content.Event{}).Elem(), over: true}, nil, 0},
		{"no homes", subject{kind: "community", value: reflect.ValueOf(&content.Community{}).Elem()}, []string{"homes"}, 5},
		{"a home", subject{kind: "community", value: reflect.ValueOf(&content.Community{Homes: make([]content.Home, 1)}).Elem()}, []string{"rent"}, 9},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			score := s.score(test.sub, now)
			var lost []string
			for _, r := range score.Missing {
				lost = append(lost, r.Rule)
			}
			if score.Of != test.outOf || !slices.Equal(lost, test.lost) {
				t.Errorf("lost %v of %d points, want %v of %d", lost, score.Of, test.lost, test.outOf)
			}
		})
	}
}

// TestEveryListHasItsRule: a list whose items are looked at is missed itself.
func TestEveryListHasItsRule(t *testing.T) {
	rules := Current().Rules
	for _, r := range rules {
		list, _, below := strings.Cut(r.Field, ".")
		if below && !slices.ContainsFunc(rules, func(other Rule) bool { return other.Kind == r.Kind && other.Field == list }) {
			t.Errorf("no rule tells that %s has no %s", r.Kind, list)
		}
	}
}

// TestReasonOfADate: what was never reviewed is not told to be old.
func TestReasonOfADate(t *testing.T) {
	r := Rule{Field: "reviewed_on", Within: 30, Zh: "没有写", OldZh: "上次是"}
	for on, want := range map[validity.Date]string{
		{}:                               "没有写",
		{Year: 2024, Month: 11, Day: 30}: "上次是 2024-11-30",
	} {
		job := &content.Job{Head: content.Head{ReviewedOn: on}}
		if got := r.reason(subject{value: reflect.ValueOf(job).Elem()}, now).Zh; got != want {
			t.Errorf("reviewed on %q: %q, want %q", on, got, want)
		}
	}
}
