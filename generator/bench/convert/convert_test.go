package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/config"
	"anju/generator/content"
)

const community = `---
title: "南京骑行社区"
slug: c-nanjing-000000
date: 2026-10-20
entry_kind: community
city: nanjing
city_name: 南京
tags: ["骑行", "公益"]
summary: "南京市的骑行社区，每周组织一次活动。"
audience: ["应届毕业生", "博士后"]
members: 120
venue: "中山路8号"
founded: 2015
related:
  - policies/p-wuxi-000001
---
参见[无锡市骑行补贴办法](/policies/p-wuxi-000001/)。

![湖边的车](/img/pic-01.svg)
`

const policy = `---
title: "无锡市骑行补贴办法"
slug: p-wuxi-000001
date: 2024-05-06
entry_kind: policy
city: wuxi
city_name: 无锡
tags: ["骑行"]
summary: "无锡市给骑行上班的人发补贴。"
audience: ["创业者"]
issuer: "无锡市青年发展中心"
amount_min: 1000
amount_max: 3000
valid_from: 2023-01-01
valid_to: 2024-12-31
related:
  - communities/c-nanjing-000000
---
骑行上班的人都可以领。
`

func TestConvert(t *testing.T) {
	corpus := fstest.MapFS{
		"content/communities/_index.md":           {Data: []byte("---\ntitle: 社区\n---\n")},
		"content/communities/c-nanjing-000000.md": {Data: []byte(community)},
		"content/policies/p-wuxi-000001.md":       {Data: []byte(policy)},
	}
	dir := t.TempDir()
	if err := convert(corpus, dir); err != nil {
		t.Fatal(err)
	}
	lib := load(t, dir)
	if len(lib.Communities) != 1 || len(lib.Policies) != 1 {
		t.Fatalf("%d communities and %d policies, want 1 and 1", len(lib.Communities), len(lib.Policies))
	}
	c, p := lib.Communities[0], lib.Policies[0]
	for _, want := range []string{"](policy:p-wuxi-000001)", "（图：湖边的车）"} {
		if !strings.Contains(c.Body.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, c.Body.Text)
		}
	}
	if got := strings.Join(c.Audience, " "); got != "graduate postdoc" {
		t.Errorf("audience is %q", got)
	}
	if len(c.Tags) != 2 || len(p.Tags) != 1 || c.Tags[0] != p.Tags[0] {
		t.Errorf("tags are %q and %q, want the first one shared", c.Tags, p.Tags)
	}
	if m := p.Benefits[0].Money; *m.Min != 1000 || *m.Max != 3000 {
		t.Errorf("amount is %d to %d", *m.Min, *m.Max)
	}
}

func TestConvertRefuses(t *testing.T) {
	tests := map[string]fstest.MapFS{
		"no entries":      {"content/policies/_index.md": {Data: []byte("---\n---\n")}},
		"no front matter": {"content/policies/p.md": {Data: []byte("文字\n")}},
		"unknown field":   {"content/policies/p.md": {Data: []byte(strings.Replace(policy, "slug:", "slog:", 1))}},
	}
	for name, corpus := range tests {
		t.Run(name, func(t *testing.T) {
			if err := convert(corpus, t.TempDir()); err == nil {
				t.Error("no error")
			}
		})
	}
}

// load reads a source folder that must be free of findings.
func load(t *testing.T, dir string) *content.Library {
	t.Helper()
	text, err := os.ReadFile(dir + "/" + config.File)
	if err != nil {
		t.Fatal(err)
	}
	cfg, list := config.Load(text)
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	lib, found := content.Load(os.DirFS(dir), cfg, content.Options{Now: now})
	if list = append(list, found...); len(list) > 0 {
		t.Fatalf("findings: %v", list)
	}
	return lib
}
