package view

import (
	"slices"
	"strings"
	"testing"
	"time"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

const source = "sources:\n  - {title: 通知, publisher: 示例单位, url: \"https://example.org/\", kind: official}\n"

// eventText is an event as editors write it, with further fields.
func eventText(fields string) string {
	return "---\n" + head + "city: shili\nvenue: 一层大厅\norganiser: 示例单位\n" + fields + source + "---\n"
}

// eventPage is the page of the event "it" on the day of the build.
func eventPage(t *testing.T, lang string, files map[string]string) *theme.EventPage {
	t.Helper()
	byLang, lib, list := views(t, files)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return byLang[lang].EntryPage(lib.Get("event:it"), theme.Page{}, nil, nil).(*theme.EventPage)
}

// TestEventStates looks at events on 22 November 2026.
func TestEventStates(t *testing.T) {
	const registration = "registration: {required: true, url: \"https://example.org/\", text: 填表报名, deadline: "
	for _, test := range []struct {
		name, fields       string
		calendar, register bool // what there is to press
		sessions           []string
		notices            []string
		fact, says         string
	}{
		{name: "once", fields: "starts_on: 2026-12-05\n", calendar: true},
		{name: "once, today", fields: "starts_on: 2026-11-22\n", calendar: true},
		{name: "over", fields: "starts_on: 2026-11-21\n" + registration + "2026-11-20}\n", notices: []string{"活动已经结束。"}},
		{name: "cancelled", fields: "starts_on: 2026-12-05\ncancelled: true\n" + registration + "2026-12-01}\n", notices: []string{"活动已取消。"}},
		{
			name: "every week by the hour", calendar: true,
			fields:   "starts_at: 2026-11-14T19:00+08:00\nends_at: 2026-11-14T20:30+08:00\nrepeats: {every: week, until: 2026-12-12, except: [2026-12-05]}\n",
			sessions: []string{"2026年11月28日（周六）19:00–20:30", "2026年12月12日（周六）19:00–20:30"},
			fact:     "重复举行", says: "每周，到2026年12月12日为止 / 不含2026年12月5日",
		},
		{
			name: "on further days", fields: "starts_on: 2026-11-21\nalso_on: [2026-12-05, 2026-12-06]\n", calendar: true,
			sessions: []string{"2026年12月5日（周六）", "2026年12月6日（周日）"},
			fact:     "重复举行", says: "另有2026年12月5日，2026年12月6日",
		},
		{name: "registration open", fields: "starts_on: 2026-12-20\n" + registration + "2026-12-07}\n", calendar: true, register: true},
		{
			name: "registration closing", fields: "starts_on: 2026-12-20\n" + registration + "2026-12-06}\n", calendar: true, register: true,
			notices: []string{"报名2026年12月6日截止，当天还可以报名。"},
		},
		{
			name: "registration closed", fields: "starts_on: 2026-12-20\n" + registration + "2026-11-21}\n", calendar: true,
			notices: []string{"报名已于2026年11月21日截止。"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := eventPage(t, "zh-Hans", map[string]string{"events/it.md": eventText(test.fields)})
			if want := "/events/it/event.ics"; (page.Calendar == want) != test.calendar || (page.Calendar == "") == test.calendar {
				t.Errorf("calendar at %q", page.Calendar)
			}
			if (page.RegisterURL != "") != test.register {
				t.Errorf("registration at %q", page.RegisterURL)
			}
			if !slices.Equal(page.Sessions, test.sessions) {
				t.Errorf("sessions %q, want %q", page.Sessions, test.sessions)
			}
			var notices []string
			for _, n := range page.Notices {
				notices = append(notices, n.Text)
			}
			if !slices.Equal(notices, test.notices) {
				t.Errorf("notices %q, want %q", notices, test.notices)
			}
			equal(t, test.fact, factOf(page.Facts, test.fact), test.says)
		})
	}
}

// factOf is what the facts say under a label, values parted by slashes.
func factOf(facts []theme.Fact, label string) string {
	for _, f := range facts {
		if f.Label == label {
			var values []string
			for _, link := range f.Values {
				values = append(values, link.Text)
			}
			return strings.Join(values, " / ")
		}
	}
	return ""
}

// A page spells the sessions of a year of weeks, and counts the others.
func TestManySessions(t *testing.T) {
	page := eventPage(t, "en", map[string]string{"events/it.md": eventText("starts_on: 2026-12-01\nrepeats: {every: day, until: 2027-01-23}\n")})
	if len(page.Sessions) != 53 || page.Sessions[0] != "1 December 2026 (Tuesday)" || page.Sessions[52] != "2 more" {
		t.Errorf("sessions %q", page.Sessions)
	}
}

// What one can still go to is said first, and the first time where it is another.
func TestNextSession(t *testing.T) {
	for _, test := range []struct{ name, fields, next, first string }{
		{"begun", "starts_on: 2026-11-20\nalso_on: [2026-11-24]\n", "2026年11月24日（周二）", "2026年11月20日（周五）"},
		{"to come", "starts_on: 2026-12-01\nalso_on: [2026-12-04]\n", "2026年12月1日（周二）", ""},
		{"over", "starts_on: 2026-11-01\nalso_on: [2026-11-04]\n", "", "2026年11月1日（周日）"},
		{"once", "starts_on: 2026-12-01\n", "2026年12月1日", ""},
	} {
		page := eventPage(t, "zh-Hans", map[string]string{"events/it.md": eventText(test.fields)})
		if when := page.Glance[0]; (when.As == "") != (test.next != "") || test.next != "" && when.Values[0].Text != test.next {
			t.Errorf("%s: next %+v, want %s", test.name, when, test.next)
		}
		equal(t, test.name, factOf(page.Facts, "第一场"), test.first)
	}
}

func TestSessionWords(t *testing.T) {
	hour := func(day, hour int) time.Time { return time.Date(2026, 12, day, hour, 0, 0, 0, validity.Zone) }
	for _, test := range []struct {
		name        string
		session     validity.Session
		days        bool
		zhHans, eng string
	}{
		{"a day", validity.Session{Starts: hour(5, 0), Ends: hour(6, 0)}, true, "2026年12月5日（周六）", "5 December 2026 (Saturday)"},
		{"days", validity.Session{Starts: hour(5, 0), Ends: hour(7, 0)}, true, "2026年12月5日（周六）–2026年12月6日（周日）", "5 December 2026 (Saturday)–6 December 2026 (Sunday)"},
		{"hours", validity.Session{Starts: hour(5, 9), Ends: hour(5, 11)}, false, "2026年12月5日（周六）09:00–11:00", "5 December 2026 (Saturday), 09:00–11:00"},
		{"until midnight", validity.Session{Starts: hour(5, 20), Ends: hour(6, 0)}, false, "2026年12月5日（周六）20:00–00:00", "5 December 2026 (Saturday), 20:00–00:00"},
		{"over night", validity.Session{Starts: hour(5, 20), Ends: hour(6, 2)}, false, "2026年12月5日（周六）20:00–2026年12月6日（周日）02:00", "5 December 2026 (Saturday), 20:00–6 December 2026 (Sunday), 02:00"},
		{"no end stated, seen from UTC", validity.Session{Starts: hour(5, 3).UTC()}, false, "2026年12月5日（周六）03:00", "5 December 2026 (Saturday), 03:00"},
	} {
		equal(t, test.name, speaking(t, "zh-Hans").session(test.session, test.days), test.zhHans)
		equal(t, test.name, speaking(t, "en").session(test.session, test.days), test.eng)
	}
}

// The other events of a series stand first and once: what is to come, the
// soonest first, before what is over.
func TestSeries(t *testing.T) {
	in := func(day string) string { return eventText("starts_on: " + day + "\nseries: 湖畔路演\n") }
	byLang, lib, list := views(t, map[string]string{
		"events/it.md":    eventText("starts_on: 2026-12-05\nseries: 湖畔路演\nrelated: [event:past, event:other, page:about]\n"),
		"events/past.md":  in("2026-10-05"),
		"events/late.md":  in("2027-01-05"),
		"events/soon.md":  in("2026-12-12"),
		"events/other.md": eventText("starts_on: 2026-12-05\n"),
		"pages/about.md":  page("正文"),
	})
	if list.HasErrors() {
		t.Fatal(list)
	}
	series := []content.Entry{lib.Get("event:past"), lib.Get("event:late"), lib.Get("event:soon")}
	groups := byLang["zh-Hans"].related(lib.Get("event:it"), series)
	want := []string{
		"同系列的活动：湖畔路演", "/events/soon/", "/events/late/", "/events/past/",
		"相关活动", "/events/other/", "相关页面", "/about/",
	}
	if got := shownGroups(groups); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestJobStates looks at jobs on 22 November 2026.
func TestJobStates(t *testing.T) {
	for _, test := range []struct {
		name, closes    string
		calendar, apply bool
		notice          string
	}{
		{"no day stated", "", false, true, ""},
		{"open, 15 days left", "2026-12-07", true, true, ""},
		{"closing, 14 days left", "2026-12-06", true, true, "这个岗位2026年12月6日截止，当天还可以应聘。"},
		{"last day", "2026-11-22", true, true, "这个岗位2026年11月22日截止，当天还可以应聘。"},
		{"closed", "2026-11-21", false, false, "这个岗位已经截止。"},
	} {
		t.Run(test.name, func(t *testing.T) {
			fields := ""
			if test.closes != "" {
				fields = "closes_on: " + test.closes + "\n"
			}
			byLang, lib, _ := views(t, map[string]string{"jobs/it.md": "---\n" + head + fields +
				"employer: 示例公司\nplace: 示例路\nposted_on: 2026-11-01\napply: {method: online, url: \"https://example.org/\"}\n" + source + "---\n"})
			page := byLang["zh-Hans"].EntryPage(lib.Get("job:it"), theme.Page{}, nil, nil).(*theme.JobPage)
			if (page.Calendar == "/jobs/it/job.ics") != test.calendar || (page.Calendar == "") == test.calendar {
				t.Errorf("calendar at %q", page.Calendar)
			}
			if (page.ApplyURL != "") != test.apply {
				t.Errorf("application at %q", page.ApplyURL)
			}
			notice := ""
			for _, n := range page.Notices {
				notice += n.Text
			}
			equal(t, "notices", notice, test.notice)
		})
	}
}

// The card of an event bears the day on which one can still go.
func TestNextDay(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{"events/it.md": eventText("starts_on: 2026-11-20\nalso_on: [2026-11-24]\n")})
	v := byLang["zh-Hans"]
	e := lib.Get("event:it").(*content.Event)
	equal(t, "while one is to come", v.Card(e).DateISO, "2026-11-24")
	v.now = now.AddDate(0, 1, 0)
	equal(t, "afterwards", v.Card(e).DateISO, "2026-11-20")
}
