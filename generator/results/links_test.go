package results

import (
	"slices"
	"testing"

	"anju/generator/search"
	"anju/generator/theme"
)

func TestPager(t *testing.T) {
	for name, c := range map[string]struct {
		total, page, perPage int
		count                int
		numbers              []string
		prev, next           string
	}{
		"nothing":              {0, 1, 20, 1, []string{"1"}, "", ""},
		"one page":             {20, 1, 20, 1, []string{"1"}, "", ""},
		"first of two":         {21, 1, 20, 2, []string{"1", "2"}, "", "/search?page=2"},
		"last of two":          {21, 2, 20, 2, []string{"1", "2"}, "/search/", ""},
		"in the middle":        {200, 5, 20, 10, []string{"3", "4", "5", "6", "7"}, "/search?page=4", "/search?page=6"},
		"beyond the last":      {21, 9, 20, 2, []string{"1", "2"}, "/search?page=2", ""},
		"more than are shown":  {5000, 50, 20, 50, []string{"48", "49", "50"}, "/search?page=49", ""},
		"not evenly divisible": {5000, 33, 30, 33, []string{"31", "32", "33"}, "/search?page=32&per_page=30", ""},
	} {
		t.Run(name, func(t *testing.T) {
			a := answer{page: &theme.SearchPage{Page: theme.Page{Lang: "zh-Hans"}}, query: search.Query{Page: c.page, PerPage: c.perPage}}
			p := a.pager(c.total)
			var numbers []string
			for _, link := range p.Pages {
				numbers = append(numbers, link.Text)
				if link.Current != (link.URL == a.pageAt(c.page)) {
					t.Errorf("page %s is current: %t", link.Text, link.Current)
				}
			}
			if p.Count != c.count || !slices.Equal(numbers, c.numbers) || p.Prev != c.prev || p.Next != c.next {
				t.Errorf("got %d pages, %v, back to %q, on to %q", p.Count, numbers, p.Prev, p.Next)
			}
		})
	}
}

// TestSorts offers the lowest rent for homes alone, which close on no day.
func TestSorts(t *testing.T) {
	for name, c := range map[string]struct {
		params, asked string
		want          []string // label → where it leads; the present one marked
	}{
		"all":           {"q=x", "q=x", []string{"*最相关 /search?q=x", "最新 /search?q=x&sort=newest", "最快截止 /search?q=x&sort=closing"}},
		"homes":         {"type=home&sort=rent", "type=home&sort=rent", []string{"最相关 /search?type=home", "最新 /search?sort=newest&type=home", "*租金从低到高 /search?sort=rent&type=home"}},
		"homes, read":   {"q=x", "q=x&rent_max=900", []string{"*最相关 /search?q=x", "最新 /search?q=x&sort=newest", "租金从低到高 /search?q=x&sort=rent"}},
		"not of policy": {"type=policy&sort=rent", "type=policy&sort=rent", []string{"*最相关 /search?type=policy", "最新 /search?sort=newest&type=policy", "最快截止 /search?sort=closing&type=policy"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, link := range filled(t, c.params, c.asked, search.Result{Total: 1}).Sort {
				text := link.Text + " " + decoded(t, link.URL)
				if link.Current {
					text = "*" + text
				}
				got = append(got, text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
