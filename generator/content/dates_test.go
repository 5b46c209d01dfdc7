package content

import (
	"testing"
	"time"

	"anju/generator/validity"
)

func TestDates(t *testing.T) {
	source := func(d validity.Date) []Source { return []Source{{PublishedOn: d}} }
	day := func(m, d int) validity.Date { return validity.Date{Year: 2026, Month: m, Day: d} }
	hour := Moment{time.Date(2026, 12, 5, 17, 0, 0, 0, time.UTC)} // 6 December in Shanghai
	published := Head{Published: day(1, 1)}
	tests := []struct {
		name       string
		entry      Entry
		date, sort validity.Date
	}{
		{"policy", &Policy{Head: published, Issued: day(2, 3)}, day(2, 3), day(2, 3)},
		{"policy, month of issue only", &Policy{Head: published, Issued: day(2, 0)}, day(2, 0), day(2, 0)},
		{"policy, day of issue unknown", &Policy{Head: published}, validity.Date{}, day(1, 1)},
		{"policy, official, day of issue unknown", &Policy{Head: Head{Published: day(1, 1), Sources: source(day(2, 4))}, Basis: "official_text"}, validity.Date{}, day(1, 1)},
		{"report", &Policy{Head: Head{Published: day(1, 1), Sources: source(day(2, 4))}, Basis: "news_report"}, day(2, 4), day(2, 4)},
		{"report of a policy with a date", &Policy{Head: Head{Sources: source(day(2, 4))}, Issued: day(2, 3), Basis: "news_report"}, day(2, 3), day(2, 3)},
		{"report without a source", &Policy{Head: published, Basis: "news_report"}, validity.Date{}, day(1, 1)},
		{"job", &Job{Head: published, PostedOn: day(3, 4)}, day(3, 4), day(3, 4)},
		{"event by day", &Event{Head: published, StartsOn: day(5, 6)}, day(5, 6), day(5, 6)},
		{"event by hour", &Event{Head: published, StartsAt: hour}, day(12, 6), day(12, 6)},
		{"guide", &Guide{Head: published}, validity.Date{}, day(1, 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			equal(t, "Date", Date(tt.entry), tt.date)
			equal(t, "SortDate", SortDate(tt.entry), tt.sort)
		})
	}
}

func TestNewestChangeAndStale(t *testing.T) {
	day := func(d int) validity.Date { return validity.Date{Year: 2026, Month: 5, Day: d} }
	h := Head{Published: day(1), Changes: []Change{{Date: day(9)}, {Date: day(4)}}}
	equal(t, "newest change", h.NewestChange(), day(9))
	equal(t, "without changes", (&Head{Published: day(1)}).NewestChange(), day(1))
	for translated, stale := range map[int]bool{8: true, 9: false, 10: false} {
		h.Translated = day(translated)
		equal(t, "stale when translated on "+h.Translated.String(), h.Stale(), stale)
	}
	h.Translated = validity.Date{}
	equal(t, "stale when it is no translation", h.Stale(), false)
}

func TestSubjects(t *testing.T) {
	lib := load(t, valid(t), Options{Now: now})
	date := func(y, m, d int) validity.Date { return validity.Date{Year: y, Month: m, Day: d} }
	equal(t, "policy", lib.Subject(lib.Get("policy:zufang")), validity.Subject{Kind: "policy", From: date(2024, 4, 1), To: date(2027, 3, 31)})
	equal(t, "policy by its issue", lib.Subject(lib.Get("policy:zufang-jiu")),
		validity.Subject{Kind: "policy", From: date(2020, 5, 0), SupersededFrom: date(2024, 4, 1)})
	equal(t, "job", lib.Subject(lib.Get("job:gongchengshi")), validity.Subject{Kind: "job", From: date(2026, 10, 30), To: date(2026, 12, 31),
		Windows: []validity.Window{{Opens: date(2026, 10, 30), Closes: date(2026, 12, 31)}}})
	event := lib.Subject(lib.Get("event:kaifangri"))
	equal(t, "hours of the event", event.Ends.Sub(event.Starts), 3*time.Hour)
	deadline := &Event{Head: Head{Kind: "event"}, Registration: &Registration{Deadline: date(2026, 12, 1)}, Cancelled: true}
	equal(t, "event with registration", lib.Subject(deadline),
		validity.Subject{Kind: "event", Cancelled: true, Windows: []validity.Window{{Closes: date(2026, 12, 1)}}})
	equal(t, "page", lib.Subject(lib.Get("page:about")), validity.Subject{Kind: "page"})
}
