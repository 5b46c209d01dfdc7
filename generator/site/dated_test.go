package site_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"
	"github.com/rogpeppe/go-internal/txtar"
)

// datedSite holds jobs and events around 22 November 2026, the day of the
// build, in a city that has both, one that has a past event only, and one that
// has none.
func datedSite(t *testing.T) func(path string) string {
	a := txtar.Parse([]byte(`-- config.yaml --
title: {zh: 示例安居, en: Sample}
base_url: https://anju.example/
region: {zh: 示例省, en: Sample Province}
languages: [zh-Hans, en]
per_page: 5
publisher: {name: {zh: 示例编辑, en: Sample editors}, kind: unofficial, correction: "mailto:fix@anju.example"}
-- content/vocab/cities.yaml --
- {slug: shili, zh: 示例市, en: Shili}
- {slug: guo, zh: 过市, en: Guo}
- {slug: kong, zh: 空市, en: Kong}
`))
	add := func(kind, id, city, fields string) {
		a.Files = append(a.Files, txtar.File{Name: "content/" + kind + "/" + id + ".md", Data: []byte("---\ntitle: " + id + "\n" +
			"summary: 用来检查列表和日历的条目。\npublished: 2026-01-02\ncity: " + city + "\n" + fields +
			"sources: [{title: 通知, publisher: 示例单位, url: \"https://example.org/\", kind: official}]\n---\n")})
	}
	event := func(id, city, fields string) {
		add("events", id, city, "venue: 一层\norganiser: 示例单位\n"+fields)
	}
	job := func(id, fields string) {
		add("jobs", id, "shili", "employer: 示例公司\nplace: 示例路\nposted_on: 2026-02-01\n"+fields)
	}
	event("weekly", "shili", "starts_at: 2026-11-21T19:00+08:00\nends_at: 2026-11-21T20:30+08:00\nrepeats: {every: week, until: 2026-12-05}\n")
	event("days", "shili", "starts_on: 2026-11-23\nends_on: 2026-11-24\n")
	event("tonight", "shili", "starts_at: 2026-11-22T19:00+08:00\n") // the build is at noon in UTC, at 20 in Shanghai
	event("past1", "guo", "starts_on: 2026-11-21\n")
	event("past2", "guo", "starts_on: 2026-10-21\n")
	event("past3", "guo", "starts_on: 2026-09-21\n")
	event("off", "shili", "starts_on: 2026-12-01\ncancelled: true\nchanges: [{date: 2026-11-05, kind: major, note: 因施工取消活动。}]\n")
	event("taken", "shili", "starts_on: 2026-12-01\nwithdrawn: {on: 2026-11-01, reason: 重复的条目}\n")
	job("endless", "")
	job("later", "closes_on: 2026-12-07\n")
	job("soon", "closes_on: 2026-12-06\n")
	job("today", "closes_on: 2026-11-22\n")
	job("closed", "closes_on: 2026-11-21\n")
	return outputs(t, a)
}

var groupOrCard = regexp.MustCompile(`<h2 id="([a-z]+)">([^<]*)</h2>|<h3[^>]*><a href="([^"]+)"`)

// shown are the groups of a list and the addresses in them, in their order.
func shown(page string) (list []string) {
	for _, m := range groupOrCard.FindAllStringSubmatch(page, -1) {
		switch m[1] {
		case "":
			list = append(list, m[3])
		case "narrow": // the heading of the facets
		default:
			list = append(list, m[1]+": "+m[2])
		}
	}
	return list
}

func TestListGroups(t *testing.T) {
	got := datedSite(t)
	for path, want := range map[string][]string{
		"events/index.html": {
			"upcoming: 即将举行（3场）", "/events/tonight/", "/events/days/", "/events/weekly/",
			"past: 已结束（3场，这里是第1至2场）", "/events/past1/", "/events/past2/",
		},
		"events/page/2/index.html":    {"past: 已结束（3场，这里是第3场）", "/events/past3/", "cancelled: 已取消（1场）", "/events/off/"},
		"en/events/page/2/index.html": {"past: Over (3, here no. 3)", "/en/events/past3/", "cancelled: Cancelled (1)", "/en/events/off/"},
		"jobs/index.html": {
			"closing: 招聘中，14天内截止（2个）", "/jobs/today/", "/jobs/soon/",
			"open: 招聘中（2个）", "/jobs/endless/", "/jobs/later/", "closed: 已截止（1个）", "/jobs/closed/",
		},
	} {
		if list := shown(got(path)); !slices.Equal(list, want) {
			t.Errorf("%s shows %q, want %q", path, list, want)
		}
		calendar := "/calendar.ics"
		if strings.HasPrefix(path, "en/") {
			calendar = "/en/calendar.ics"
		}
		if !strings.Contains(got(path), `href="`+calendar+`"`) {
			t.Errorf("%s does not lead to %s", path, calendar)
		}
	}
}

// entries are the events of a calendar, as when, until when, what, and whether
// it is cancelled.
func entries(t *testing.T, text string) (list []string) {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	uids := map[string]bool{}
	for _, e := range cal.Events() {
		until := ""
		if end := e.Props.Get("DTEND"); end != nil {
			until = end.Value
		}
		list = append(list, strings.Join([]string{e.Props.Get("DTSTART").Value, until, e.Props.Get("SUMMARY").Value, e.Props.Get("STATUS").Value}, " "))
		uids[e.Props.Get("UID").Value] = true
	}
	if len(uids) != len(list) {
		t.Errorf("%d ids for %d events", len(uids), len(list))
	}
	return list
}

func TestCalendars(t *testing.T) {
	got := datedSite(t)
	weekly := []string{"20261128T110000Z 20261128T123000Z weekly CONFIRMED", "20261205T110000Z 20261205T123000Z weekly CONFIRMED"}
	toCome := []string{
		"20261122 20261123 截止：today CONFIRMED", "20261122T110000Z  tonight CONFIRMED", "20261123 20261125 days CONFIRMED", weekly[0],
		"20261201 20261202 off CANCELLED", weekly[1], "20261206 20261207 截止：soon CONFIRMED", "20261207 20261208 截止：later CONFIRMED",
	}
	for path, want := range map[string][]string{
		"calendar.ics":               toCome,
		"cities/shili/calendar.ics":  toCome,
		"cities/guo/calendar.ics":    nil, // nothing to come, but people have subscribed
		"events/weekly/event.ics":    weekly,
		"events/off/event.ics":       {"20261201 20261202 off CANCELLED"},
		"events/past1/event.ics":     {"20261121 20261122 past1 CONFIRMED"},
		"jobs/closed/job.ics":        {"20261121 20261122 截止：closed CONFIRMED"},
		"en/jobs/soon/job.ics":       {"20261206 20261207 Closes: soon CONFIRMED"},
		"en/events/days/event.ics":   {"20261123 20261125 days CONFIRMED"},
		"en/cities/guo/calendar.ics": nil,
	} {
		if list := entries(t, got(path)); !slices.Equal(list, want) {
			t.Errorf("%s holds %q, want %q", path, list, want)
		}
	}
	all := strings.Fields(got("paths"))
	for _, path := range []string{"cities/kong/calendar.ics", "events/taken/event.ics", "jobs/endless/job.ics"} {
		if slices.Contains(all, path) {
			t.Errorf("there is a %s", path)
		}
	}
}

// What is stamped is when the entry was changed, not when the site was built;
// the id is the same in every calendar of a language.
func TestCalendarEntry(t *testing.T) {
	got := datedSite(t)
	alone := got("events/off/event.ics")
	for _, line := range []string{"DTSTAMP:20261104T160000Z", "SEQUENCE:1", "URL:https://anju.example/events/off/", "LOCATION:一层", "METHOD:PUBLISH"} {
		if !strings.Contains(alone, "\r\n"+line+"\r\n") {
			t.Errorf("no line %s in %s", line, alone)
		}
	}
	uid := regexp.MustCompile(`UID:[0-9a-f-]{36}\r\n`).FindString(alone)
	if uid == "" || !strings.Contains(got("calendar.ics"), uid) || strings.Contains(got("en/calendar.ics"), uid) {
		t.Errorf("id %q of %s", uid, alone)
	}
	for _, day := range []string{"20261128", "20261205"} {
		if !strings.Contains(got("events/weekly/event.ics"), "-"+day+"\r\n") {
			t.Errorf("no session has an id that ends with %s", day)
		}
	}
}
