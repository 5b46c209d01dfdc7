package dev

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"anju/generator/config"
	"anju/generator/search"
	"anju/generator/site"
)

// queries are asked after each step, of which the last find what an editor wrote.
var queries = []string{"q=人才公寓", "q=租房补贴&sort=newest", "q=shili", "type=home", "q=补贴&city=shili", "q=毛驴&literal=1", "q=白鹭", "q=硕士+虚构"}

// search compares the hits of queries and their order.
func (c *comparison) search(name string, s *site.Site) {
	dir := c.TempDir()
	if err := search.Build(filepath.Join(dir, "index"), "clean", s.Documents(), s.Lexicon); err != nil {
		c.Fatal(err)
	}
	searcher, err := search.Open(filepath.Join(dir, "index"))
	if err != nil {
		c.Fatal(err)
	}
	defer os.RemoveAll(dir)
	defer searcher.Close()
	for _, query := range queries {
		values, err := url.ParseQuery(query)
		if err != nil {
			c.Fatal(err)
		}
		q, bad := search.ParseParams(values)
		if len(bad) > 0 {
			c.Fatal(bad)
		}
		q.Lang, q.At = config.Language, noon
		result, err := searcher.Search(context.Background(), q)
		if err != nil {
			c.Fatal(err)
		}
		var want []string
		for _, h := range result.Hits {
			want = append(want, h.ID)
		}
		if got, total := c.hits(values.Encode()); !slices.Equal(got, want) || total != result.Total {
			c.Errorf("%s: %s finds %d: %v\nwant %d: %v", name, query, total, got, result.Total, want)
		}
	}
}

func (c *comparison) hits(query string) (ids []string, total int) {
	_, body := c.get(c, "/api/v1/search?"+query)
	var answer struct {
		Total int
		Hits  []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		c.Fatal(err, body)
	}
	for _, h := range answer.Hits {
		ids = append(ids, h.ID)
	}
	return ids, answer.Total
}
