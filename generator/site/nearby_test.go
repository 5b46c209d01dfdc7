package site_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"anju/generator/site"
	"anju/generator/theme"
)

// Each page leads on to what else its city has: the city's own before what a
// level above issued, nothing that is over, and nothing that is linked already.
func TestNearby(t *testing.T) {
	s := planOf(t, "testdata/nearby.txtar")
	const policies = "示例市的政策，含国家和省级的"
	for _, test := range []struct {
		url  string
		want []string
	}{
		{"/communities/xinghe/", []string{
			policies, "政策p1", "政策p2", "政策p3", "政策p4", "→ /search?city=shili&type=policy 9",
			"示例市正在招的岗位", "岗位open", "→ /search?city=shili&status=open&type=job 2",
			"示例市将要举行的活动", "活动coming", "活动later",
		}},
		{"/communities/bieda/", []string{"邻市的政策，含国家和省级的", "政策elsewhere", "政策national", "政策provincial"}},
		{"/communities/xin/", []string{"国家和省级政策", "政策national", "政策provincial"}},
		{"/policies/linked/", []string{"示例市正在招的岗位", "岗位open", "岗位there"}},
		{"/policies/p1/", []string{
			"示例市的社区", "社区xinghe", "示例市正在招的岗位", "岗位open", "岗位there",
		}},
		{"/policies/national/", []string{"在各个城市", "→ /cities/"}},
		{"/jobs/there/", []string{
			policies, "政策linked", "政策p1", "政策p2", "政策p3", "→ /search?city=shili&type=policy 9",
		}},
		{"/events/coming/", []string{
			"示例市的社区", "社区xinghe", "示例市将要举行的活动", "活动later", "→ /search?city=shili&status=upcoming&type=event 2",
		}},
		{"/guides/local/", []string{
			"示例市的社区", "社区xinghe", policies, "政策linked", "政策p1", "政策p2", "政策p3", "→ /search?city=shili&type=policy 9",
		}},
		{"/guides/general/", nil},
		{"/en/policies/national/", []string{"In each city", "→ /en/cities/"}},
	} {
		t.Run(test.url, func(t *testing.T) { same(t, nearbyAt(t, s, test.url), test.want) })
	}
}

// nearbyAt is what a page shows of its city, a line each.
func nearbyAt(t *testing.T, s *site.Site, url string) (lines []string) {
	t.Helper()
	entry := entryOf(payloadAt[theme.Payload](t, s, url))
	for _, g := range entry.Nearby {
		lines = append(lines, g.Title)
		for _, c := range g.Cards {
			lines = append(lines, c.Title)
		}
		if g.More.URL != "" {
			lines = append(lines, strings.TrimSpace("→ "+g.More.URL+" "+digits(g.More.Text)))
		}
	}
	return lines
}

func entryOf(p theme.Payload) theme.Entry {
	switch p := p.(type) {
	case *theme.CommunityPage:
		return p.Entry
	case *theme.PolicyPage:
		return p.Entry
	case *theme.GuidePage:
		return p.Entry
	case *theme.JobPage:
		return p.Entry
	case *theme.EventPage:
		return p.Entry
	}
	return p.(*theme.PlainPage).Entry
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// The number beside "more" is what the search will find: by its documents, of
// the kind and status, in the city or shared by all.
func TestNearbyCountsWhatIsFound(t *testing.T) {
	s := planOf(t, "testdata/nearby.txtar")
	count := func(kind, status string) (n int) {
		for _, d := range s.Documents() {
			holds := status == "" || string(d.Subject.Status(plannedAt)) == status
			if d.Kind == kind && (d.City == "shili" || d.Shared) && holds {
				n++
			}
		}
		return n
	}
	seen := 0
	for _, page := range s.Pages {
		if strings.Count(page.URL, "/") != 3 || page.Updated.IsZero() {
			continue
		}
		for _, g := range entryOf(s.Payload(page)).Nearby {
			_, query, _ := strings.Cut(g.More.URL, "/search?")
			asked, err := url.ParseQuery(query)
			if err != nil {
				t.Fatal(g.More.URL, err)
			}
			if asked.Get("city") == "shili" {
				seen++
				if want := fmt.Sprint(count(asked.Get("type"), asked.Get("status"))); digits(g.More.Text) != want {
					t.Errorf("%s: %s says %q, the search finds %s", page.URL, g.Title, g.More.Text, want)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no page leads on to the search")
	}
}
