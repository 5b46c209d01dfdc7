package search

import (
	"fmt"
	"testing"
)

func TestCacheIsBounded(t *testing.T) {
	var c cache
	half := counted{docs: make([]uint32, cachedPostings/2-entryCost)}
	for i := range 5 {
		term := fmt.Sprint(i)
		c.put(term, half)
		c.put(term, half) // counts once
		if _, ok := c.get(term); !ok {
			t.Errorf("term %d was not kept", i)
		}
		if want := min(i+1, 2); len(c.terms) != want || c.size != want*cachedPostings/2 {
			t.Errorf("after term %d there are %d of size %d, want %d", i, len(c.terms), c.size, want)
		}
	}
}

// TestCacheChangesNothing asks twice: the second time no posting is read.
func TestCacheChangesNothing(t *testing.T) {
	s := openFixture(t, crowd(500))
	for _, text := range []string{"租房补贴", "公寓指南", "房", "办法 没有的"} {
		first, again := ask(t, s, Query{Text: text}), ask(t, s, Query{Text: text})
		if len(first.Hits) == 0 || fmt.Sprint(first) != fmt.Sprint(again) {
			t.Errorf("%s: %d hits, then %d others", text, len(first.Hits), len(again.Hits))
		}
	}
}
