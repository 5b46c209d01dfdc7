package validity

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestNext(t *testing.T) {
	windowed := noEnd.with(func(s *Subject) { s.Windows = []Window{march} })
	looked := noEnd.with(func(s *Subject) { s.Reviewed = d("2024-03-10") })
	tests := []struct {
		name     string
		subject  Subject
		at, want string // want "" for never
	}{
		{"start", year2024, "2024-02-29", "2024-03-01T00:00:00+08:00"},
		{"expiring", year2024, "2024-03-01", "2024-11-01T00:00:00+08:00"},
		{"end", year2024, "2024-11-01", "2025-01-01T00:00:00+08:00"},
		{"at the end itself", year2024, "2025-01-01T00:00:00+08:00", ""},
		{"repeal", repealed, "2024-06-01", "2024-07-01T00:00:00+08:00"},
		{"replacement", replaced, "2024-06-01", "2024-07-01T00:00:00+08:00"},
		{"no end stated", noEnd, "2024-03-01", ""},
		{"review grows old", looked, "2024-03-11", "2025-09-11T00:00:00+08:00"},
		{"window opens", Subject{Windows: []Window{march}}, "2024-02-01", "2024-03-01T00:00:00+08:00"},
		{"window will close", windowed, "2024-03-01", "2024-03-17T00:00:00+08:00"},
		{"window closes", windowed, "2024-03-17", "2024-04-01T00:00:00+08:00"},
		{"job", job, "2024-03-02", "2024-04-01T00:00:00+08:00"},
		{"event by the hour", meeting, "2024-03-01", "2024-03-01T16:00:00+08:00"},
		{"event of a day", dayEvent, "2024-03-01", "2024-03-02T00:00:00+08:00"},
		{"withdrawn", withdrawn, "2024-02-01", ""},
		{"cancelled", cancelled, "2024-02-01", "2024-03-04T00:00:00+08:00"},
		{"guide", Subject{Kind: "guide"}, "2024-02-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			next, ok := tt.subject.Next(at(tt.at))
			if ok != (tt.want != "") || ok && !next.Equal(at(tt.want)) {
				t.Errorf("%v, %v after %s, want %q", next.In(Zone), ok, tt.at, tt.want)
			}
		})
	}
}

func TestDeadline(t *testing.T) {
	open := noEnd.with(func(s *Subject) { s.Windows = []Window{{Closes: d("2024-05-31")}, march, rolling} })
	tests := []struct {
		name     string
		subject  Subject
		at, want string
	}{
		{"first window", open, "2024-03-31", "2024-04-01T00:00:00+08:00"},
		{"second window", open, "2024-04-01", "2024-06-01T00:00:00+08:00"},
		{"all closed", open, "2024-06-01", ""},
		{"end of validity", year2024, "2024-06-01", "2025-01-01T00:00:00+08:00"},
		{"window before the end", year2024.with(func(s *Subject) { s.Windows = []Window{march} }), "2024-03-02", "2024-04-01T00:00:00+08:00"},
		{"undated", noEnd, "2024-06-01", ""},
		{"withdrawn", withdrawn, "2024-06-01", ""},
		{"cancelled", cancelled, "2024-02-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := tt.subject.Deadline(at(tt.at))
			if ok != (tt.want != "") || ok && !got.Equal(at(tt.want)) {
				t.Errorf("%v, %v, want %q", got.In(Zone), ok, tt.want)
			}
		})
	}
}

var (
	anyDate = rapid.Custom(func(t *rapid.T) Date {
		day := time.Date(2023, 1, rapid.IntRange(1, 1200).Draw(t, "day"), 0, 0, 0, 0, Zone)
		date := DateOf(day)
		switch rapid.IntRange(0, 5).Draw(t, "precision") {
		case 0:
			return Date{Year: date.Year}
		case 1:
			return Date{Year: date.Year, Month: date.Month}
		}
		return date
	})
	someDate = rapid.OneOf(rapid.Just(Date{}), anyDate)
	anyTime  = rapid.Custom(func(t *rapid.T) time.Time {
		return time.Unix(rapid.Int64Range(at("2022-06-01").Unix(), at("2027-12-31").Unix()).Draw(t, "unix"), 0)
	})
	someTime  = rapid.OneOf(rapid.Just(time.Time{}), anyTime)
	anyWindow = rapid.Custom(func(t *rapid.T) Window {
		return Window{Opens: someDate.Draw(t, "opens"), Closes: someDate.Draw(t, "closes"), Rolling: rapid.Bool().Draw(t, "rolling")}
	})
	anySubject = rapid.Custom(func(t *rapid.T) Subject {
		s := Subject{
			Kind: rapid.SampledFrom([]string{"policy", "policy", "job", "event", "guide"}).Draw(t, "kind"),
			From: someDate.Draw(t, "from"), To: someDate.Draw(t, "to"), Reviewed: someDate.Draw(t, "reviewed"),
			Withdrawn: rapid.IntRange(0, 9).Draw(t, "withdrawn") == 0,
			Windows:   rapid.SliceOfN(anyWindow, 0, 3).Draw(t, "windows"),
		}
		switch s.Kind {
		case "policy":
			s.Repealed, s.SupersededFrom = someDate.Draw(t, "repealed"), someDate.Draw(t, "superseded")
			s.Reported = rapid.IntRange(0, 4).Draw(t, "reported") == 0
		case "event":
			s.Starts, s.Ends = someTime.Draw(t, "starts"), someTime.Draw(t, "ends")
			s.Cancelled = rapid.IntRange(0, 4).Draw(t, "cancelled") == 0
		}
		return s
	})
)

// answer is all that can be asked about a subject.
type answer struct {
	status   Status
	window   WindowState
	expiring bool
	rank     int
}

func answers(s Subject, t time.Time) answer {
	return answer{s.Status(t), s.Window(t), s.Expiring(t), s.Rank(t)}
}

// Nothing changes before Next, so what was computed at t may be kept until
// then; and where there is no Next, nothing ever changes.
func TestNothingChangesBeforeNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, from := anySubject.Draw(t, "subject"), anyTime.Draw(t, "at")
		next, ok := s.Next(from)
		if ok && !next.After(from) {
			t.Fatalf("next %v is not after %v", next, from)
		}
		end := next.Add(-time.Nanosecond)
		if !ok {
			end = from.AddDate(50, 0, 0)
		}
		middle := from.Add(time.Duration(rapid.Int64Range(0, int64(end.Sub(from))).Draw(t, "part")))
		for _, later := range []time.Time{middle, end} {
			if got, want := answers(s, later), answers(s, from); got != want {
				t.Fatalf("%+v at %v, %+v at %v, but next is %v (%v)", want, from, got, later, next, ok)
			}
		}
	})
}

// Every change happens at a Next: walking from one to the next meets each
// change that a look at every day finds, and comes to an end.
func TestNextMeetsEveryChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySubject.Draw(t, "subject")
		start, end := at("2020-01-01"), at("2040-01-01")
		told := []answer{answers(s, start)}
		steps := 0
		for next, ok := s.Next(start); ok; next, ok = s.Next(next) {
			if steps++; steps > 100 {
				t.Fatalf("no end of transitions, at %v", next)
			}
			if a := answers(s, next); a != told[len(told)-1] {
				told = append(told, a)
			}
		}
		if last := answers(s, end); last != told[len(told)-1] {
			t.Fatalf("ends with %+v, but is %+v", told[len(told)-1], last)
		}
		found := answers(s, start)
		seen := 0
		for day := start; day.Before(end); day = day.AddDate(0, 0, 7) {
			if a := answers(s, day); a != found {
				found = a
				for seen < len(told) && told[seen] != a {
					seen++
				}
				if seen == len(told) {
					t.Fatalf("%+v on %v is not among %+v", a, day, told)
				}
			}
		}
	})
}
