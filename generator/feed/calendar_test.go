package feed

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ical "github.com/emersion/go-ical"
)

var shanghai = time.FixedZone("Asia/Shanghai", 8*60*60)

func midnight(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 0, 0, 0, 0, shanghai)
}

func sampleCalendar() Calendar {
	return Calendar{Name: "安居，示例市；活动", Zone: shanghai, Events: []Event{
		{
			UID: "a", Title: "人才公寓开放日", URL: "https://example.org/events/a/", Place: "人才公寓一层, 北门; 会议室",
			Summary: "看样板间，问租金和申请办法。\n请带身份证；\\n 不是换行。这一行很长，要折成几行，每行不超过七十五个字节，而且不能从一个汉字中间折断。",
			Starts:  time.Date(2026, 12, 5, 14, 0, 0, 0, shanghai), Ends: time.Date(2026, 12, 5, 16, 30, 0, 0, shanghai), Changed: midnight(11, 2), Changes: 2,
		},
		{UID: "b", Title: "招聘会", Starts: midnight(12, 30), Ends: midnight(12, 32), WholeDays: true, Changed: midnight(11, 1)},
		{UID: "c", Title: "路演", Starts: time.Date(2026, 12, 10, 9, 0, 0, 0, shanghai), Cancelled: true, Changed: midnight(11, 1)},
	}}
}

func written(t testing.TB, c Calendar) []byte {
	t.Helper()
	data, err := ICalendar(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestICalendar(t *testing.T) {
	const file = "testdata/calendar.ics"
	got := written(t, sampleCalendar())
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if again := written(t, sampleCalendar()); !bytes.Equal(again, got) {
		t.Errorf("written again it is\n%s", again)
	}
}

// parsed reads a calendar with a parser that is not the writer's.
func parsed(t testing.TB, data []byte) *ical.Calendar {
	t.Helper()
	cal, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return cal
}

func property(t testing.TB, props ical.Props, name string) string {
	t.Helper()
	text, err := props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestICalendarIsReadable(t *testing.T) {
	in := sampleCalendar()
	cal := parsed(t, written(t, in))
	for name, want := range map[string]string{"VERSION": "2.0", "METHOD": "PUBLISH", "X-WR-CALNAME": in.Name} {
		if got := property(t, cal.Props, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	events := cal.Events()
	if len(events) != len(in.Events) {
		t.Fatalf("%d events, want %d", len(events), len(in.Events))
	}
	for i, e := range events {
		want := in.Events[i]
		status := "CONFIRMED"
		if want.Cancelled {
			status = "CANCELLED"
		}
		for name, text := range map[string]string{
			"UID": want.UID, "SUMMARY": want.Title, "DESCRIPTION": want.Summary, "LOCATION": want.Place, "STATUS": status,
		} {
			if got := property(t, e.Props, name); got != text {
				t.Errorf("%s of %s is %q, want %q", name, want.UID, got, text)
			}
		}
		starts, err := e.DateTimeStart(shanghai)
		if err != nil || !starts.Equal(want.Starts) {
			t.Errorf("%s starts at %v, %v", want.UID, starts, err)
		}
		ends, err := e.DateTimeEnd(shanghai)
		if wanted := want.Ends; !wanted.IsZero() && (err != nil || !ends.Equal(wanted)) {
			t.Errorf("%s ends at %v, %v", want.UID, ends, err)
		}
		stamp, err := e.Props.DateTime("DTSTAMP", nil)
		if err != nil || !stamp.Equal(want.Changed) {
			t.Errorf("%s is stamped %v, %v", want.UID, stamp, err)
		}
	}
}

// A calendar of nothing is one all the same: it names its zone.
func TestICalendarOfNothing(t *testing.T) {
	cal := parsed(t, written(t, Calendar{Name: "空", Zone: shanghai}))
	if len(cal.Children) != 1 || cal.Children[0].Name != "VTIMEZONE" || len(cal.Events()) != 0 {
		t.Errorf("holds %v", cal.Children)
	}
}

func TestICalendarDemandsWhatTheRFCDemands(t *testing.T) {
	for name, spoil := range map[string]func(*Event){
		"uid":       func(e *Event) { e.UID = "" },
		"title":     func(e *Event) { e.Title = "" },
		"beginning": func(e *Event) { e.Starts = time.Time{} },
		"change":    func(e *Event) { e.Changed = time.Time{} },
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleCalendar()
			spoil(&c.Events[1])
			if data, err := ICalendar(c); err == nil || data != nil {
				t.Errorf("accepted: %s", data)
			}
		})
	}
}

// FuzzICalendar reads back what was written, but for what no text may hold.
func FuzzICalendar(f *testing.F) {
	f.Add("标题", "第一行\n第二行；有,逗号\\和反斜杠")
	f.Add(strings.Repeat("长", 100), strings.Repeat("word <b> ", 40))
	f.Add("a\x00b\x7f", "x\r\ny\ttab 🏠\u0085")
	f.Fuzz(func(t *testing.T, title, summary string) {
		if !utf8.ValidString(title + summary) {
			t.Skip("content is UTF-8")
		}
		in := sampleCalendar()
		in.Name, in.Events[0].Title, in.Events[0].Summary = "x"+title, "x"+title, "x"+summary
		data := written(t, in)
		for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("line %q of %d octets", line, len(line))
			}
		}
		cal := parsed(t, data)
		first := cal.Events()[0]
		for name, pair := range map[string][2]string{
			"X-WR-CALNAME": {property(t, cal.Props, "X-WR-CALNAME"), clean(in.Name)},
			"SUMMARY":      {property(t, first.Props, "SUMMARY"), clean(in.Events[0].Title)},
			"DESCRIPTION":  {property(t, first.Props, "DESCRIPTION"), clean(in.Events[0].Summary)},
		} {
			if pair[0] != pair[1] {
				t.Fatalf("%s is read as %q, want %q", name, pair[0], pair[1])
			}
		}
	})
}
