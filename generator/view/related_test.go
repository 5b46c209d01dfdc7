package view

import (
	"slices"
	"testing"

	"anju/generator/content"
	"anju/generator/theme"
)

const oneSource = "sources:\n  - {title: 来源, publisher: 示例日报, url: https://example.org/a, kind: local_media}\n"

// What is linked with an entry stands in one group each: of a community first
// what is to be had there. What is to come stands before what is over.
func TestRelated(t *testing.T) {
	files := map[string]string{
		"communities/home.md": "---\n" + head + oneSource + "city: shili\nservices: [guide:service]\nrelated: [guide:other, event:elsewhere, job:here-old]\n---\n见[办事](guide:service)。",
		"guides/service.md":   "---\n" + head + oneSource + "genre: service\n---\n正文",
		"guides/other.md":     "---\n" + head + oneSource + "genre: explainer\n---\n正文",
	}
	job := func(closes, community string) string {
		return "---\n" + head + oneSource + "city: shili\nemployer: 示例公司\nplace: 示例市\nposted_on: 2026-10-01\ncloses_on: " + closes + "\n" + community + "---\n"
	}
	event := func(starts, community string) string {
		return "---\n" + head + oneSource + "city: shili\nvenue: 大厅\norganiser: 示例公司\nstarts_on: " + starts + "\n" + community + "---\n"
	}
	const here = "community: community:home\n"
	files["jobs/here-old.md"], files["jobs/here-open.md"] = job("2026-10-02", here), job("2027-10-02", here)
	files["events/elsewhere.md"] = event("2026-12-30", "")
	files["events/past.md"], files["events/later.md"], files["events/next.md"] = event("2026-01-03", here), event("2027-02-01", here), event("2026-12-01", here)
	byLang, lib, list := views(t, files)
	if list.HasErrors() {
		t.Fatal(list)
	}
	v := byLang["zh-Hans"]
	for _, test := range []struct {
		of   content.Ref
		want []string
	}{
		{"community:home", []string{
			"能办的服务", "/guides/service/", "这里的岗位", "/jobs/here-open/", "/jobs/here-old/",
			"这里的活动", "/events/next/", "/events/later/", "/events/past/",
			"相关指南", "/guides/other/", "相关活动", "/events/elsewhere/",
		}},
		{"job:here-old", []string{"相关社区", "/communities/home/"}},
	} {
		if got := shownGroups(v.related(lib.Get(test.of), nil)); !slices.Equal(got, test.want) {
			t.Errorf("%s shows %q, want %q", test.of, got, test.want)
		}
	}
}

func shownGroups(groups []theme.Group) (out []string) {
	for _, g := range groups {
		out = append(out, g.Title)
		for _, c := range g.Cards {
			out = append(out, c.URL)
		}
	}
	return out
}
