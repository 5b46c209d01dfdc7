package validity

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// d reads a date of a table.
func d(s string) Date {
	if s == "" {
		return Date{}
	}
	date, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return date
}

func TestParseDate(t *testing.T) {
	good := map[string]Date{
		"2023-06-27": {2023, 6, 27}, "2024-02-29": {2024, 2, 29}, "2000-02-29": {2000, 2, 29},
		"2023-06": {2023, 6, 0}, "2023": {2023, 0, 0}, "0001": {1, 0, 0}, "9999-12-31": {9999, 12, 31},
	}
	for text, want := range good {
		if got, err := ParseDate(text); err != nil || got != want {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "2023-6-27", "2023-06-31", "2023-02-29", "1900-02-29", "2023-13", "2023-00", "2023-06-00", "0000",
		"2023/06/27", "2023年6月27日", "20230627", "23-06-27", "12023", " 2023", "2023-06-27T00:00", "２０２３", "-2023",
	} {
		if got, err := ParseDate(text); err == nil || got != (Date{}) {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

// Shanghai's clocks have been put forward, sometimes at midnight; every day of
// two centuries is one all the same, and follows on the day before.
func TestEveryDayRoundTrips(t *testing.T) {
	for day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2100; day = day.AddDate(0, 0, 1) {
		text := day.Format(time.DateOnly)
		date, err := ParseDate(text)
		if err != nil || date.String() != text {
			t.Fatalf("%s is read as %v, %v", text, date, err)
		}
		if got := DateOf(date.First()); got != date {
			t.Errorf("%s begins on %v", text, got)
		}
		if got := DateOf(date.After()).String(); got != day.AddDate(0, 0, 1).Format(time.DateOnly) {
			t.Errorf("%s is followed by %v", text, got)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023-06-27", "2023-06", "2023", "2023-02-29", "1940-06-01", "0000", "9999-12-31", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, err := ParseDate(s)
		if err != nil {
			return
		}
		if date.IsZero() || date.String() != s || !date.First().Before(date.After()) {
			t.Errorf("%q is %#v, printed %q, from %v to %v", s, date, date, date.First(), date.After())
		}
	})
}

func TestBounds(t *testing.T) {
	tests := []struct{ date, first, after string }{
		{"2023-06-27", "2023-06-27T00:00:00+08:00", "2023-06-28T00:00:00+08:00"},
		{"2024-02-28", "2024-02-28T00:00:00+08:00", "2024-02-29T00:00:00+08:00"},
		{"2024-02", "2024-02-01T00:00:00+08:00", "2024-03-01T00:00:00+08:00"},
		{"2023-12", "2023-12-01T00:00:00+08:00", "2024-01-01T00:00:00+08:00"},
		{"2023", "2023-01-01T00:00:00+08:00", "2024-01-01T00:00:00+08:00"},
	}
	for _, tt := range tests {
		first, after := d(tt.date).First().Format(time.RFC3339), d(tt.date).After().Format(time.RFC3339)
		if first != tt.first || after != tt.after {
			t.Errorf("%s lasts from %s to %s", tt.date, first, after)
		}
	}
}

func TestDateOf(t *testing.T) {
	tests := []struct{ moment, want string }{
		{"2023-06-26T15:59:59Z", "2023-06-26"},
		{"2023-06-26T16:00:00Z", "2023-06-27"},
		{"2023-06-27T23:59:59+08:00", "2023-06-27"},
		{"2023-12-31T10:00:00-08:00", "2024-01-01"},
	}
	for _, tt := range tests {
		if got := DateOf(at(tt.moment)).String(); got != tt.want {
			t.Errorf("%s is on %s, not %s", tt.moment, got, tt.want)
		}
	}
}

func TestDateWords(t *testing.T) {
	tests := []struct{ date, zh, en string }{
		{"2023-06-27", "2023年6月27日", "27 June 2023"},
		{"2023-06", "2023年6月", "June 2023"},
		{"2023", "2023年", "2023"},
		{"", "", ""},
	}
	for _, tt := range tests {
		if zh, en := d(tt.date).In("zh-Hans"), d(tt.date).In("en"); zh != tt.zh || en != tt.en {
			t.Errorf("%q reads %q and %q", tt.date, zh, en)
		}
	}
}

func TestPrecise(t *testing.T) {
	for text, want := range map[string]bool{"2023-06-27": true, "2023-06": false, "2023": false, "": false} {
		if d(text).Precise() != want {
			t.Errorf("%q names a day: %v", text, !want)
		}
	}
}

func TestDateAsTextAndJSON(t *testing.T) {
	type dates struct{ A, B Date }
	text, err := json.Marshal(dates{A: d("2023-06")})
	if err != nil || string(text) != `{"A":"2023-06","B":""}` {
		t.Errorf("%s, %v", text, err)
	}
	got := dates{B: d("2020")}
	if err := json.Unmarshal(text, &got); err != nil || got != (dates{A: d("2023-06")}) {
		t.Errorf("%v, %v", got, err)
	}
	if err := json.Unmarshal([]byte(`{"A":"June"}`), &got); err == nil {
		t.Error("June is taken for a date")
	}
}

// A date that ends earlier stands earlier; of those that end together, the
// longer one.
func TestBefore(t *testing.T) {
	want := []string{"2022", "2023-06-26", "2023-06-27", "2023-06", "2023-06-30", "2023", "2023-12", "2023-12-31", "2024-01-01"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int {
		if d(a).Before(d(b)) {
			return -1
		}
		return 1
	})
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBeforeIsAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyDate.Draw(t, "a"), anyDate.Draw(t, "b"), anyDate.Draw(t, "c")
		switch {
		case a.Before(a):
			t.Fatalf("%v is before itself", a)
		case a != b && a.Before(b) == b.Before(a):
			t.Fatalf("%v and %v: neither or both come first", a, b)
		case a.Before(b) && b.Before(c) && !a.Before(c):
			t.Fatalf("%v, %v, %v are not in order", a, b, c)
		}
	})
}

func TestDaysFrom(t *testing.T) {
	tests := []struct {
		date, moment string
		want         int
	}{
		{"2024-03-31", "2024-03-31T23:59:59+08:00", 0},
		{"2024-03-31", "2024-03-31T16:00:00Z", -1},
		{"2024-03-31", "2024-03-01T00:00:00+08:00", 30},
		{"2024-02", "2024-02-28T12:00:00+08:00", 1},
		{"2025", "2024-12-31T12:00:00+08:00", 365},
		{"1986-12-31", "1986-01-01T00:00:00+08:00", 364}, // over a summer of clocks put forward
		{"1986-06-01", "1986-05-03T00:00:00+08:00", 29},
	}
	for _, tt := range tests {
		if got := d(tt.date).DaysFrom(at(tt.moment)); got != tt.want {
			t.Errorf("%s from %s: %d days, not %d", tt.date, tt.moment, got, tt.want)
		}
	}
}
