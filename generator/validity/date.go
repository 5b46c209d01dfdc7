package validity

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"time"
	_ "time/tzdata" // the same days on a machine without a zone database
)

// Zone is the time zone in which every date of the content is meant.
var Zone = mustZone("Asia/Shanghai")

func mustZone(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // cannot happen: tzdata is embedded
	}
	return l
}

// Date is a day, month or year, as precise as its source states it. Day is 0
// for a month, Month and Day are 0 for a year, and all are 0 for no date.
type Date struct{ Year, Month, Day int }

var datePattern = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

// ParseDate reads 2023, 2023-06 or 2023-06-27 (ISO 8601, the extended form).
func ParseDate(s string) (Date, error) {
	m := datePattern.FindStringSubmatch(s)
	if m == nil {
		return Date{}, fmt.Errorf("%q is not a date like 2023-06-27, 2023-06 or 2023", s)
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only, or empty for 0
	}
	d := Date{n[0], n[1], n[2]}
	if d.Year == 0 || d.First().Format(d.layout()) != s {
		return Date{}, fmt.Errorf("%q is not in the calendar", s)
	}
	return d, nil
}

// DateOf is the day of t in Zone.
func DateOf(t time.Time) Date {
	y, m, d := t.In(Zone).Date()
	return Date{y, int(m), d}
}

func (d Date) layout() string {
	switch {
	case d.Day > 0:
		return "2006-01-02"
	case d.Month > 0:
		return "2006-01"
	}
	return "2006"
}

// IsZero reports that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Precise reports whether d names a day, and not only a month or a year.
func (d Date) Precise() bool { return d.Day > 0 }

// First is the first moment of d.
func (d Date) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, Zone)
}

// After is the first moment that no longer belongs to d.
func (d Date) After() time.Time {
	switch {
	case d.Day > 0:
		return d.First().AddDate(0, 0, 1)
	case d.Month > 0:
		return d.First().AddDate(0, 1, 0)
	}
	return d.First().AddDate(1, 0, 0)
}

// DaysFrom counts the days from the day of t to the last day of d: 0 on that
// day, less than 0 after it.
func (d Date) DaysFrom(t time.Time) int {
	from, after := DateOf(t).First(), d.After()
	return int(math.Round(after.Sub(from).Hours()/24)) - 1 // Shanghai's clocks have been put forward
}

// Before reports whether d ends before e ends, and where they end together
// whether it starts earlier; it is an order for sorting.
func (d Date) Before(e Date) bool {
	if !d.After().Equal(e.After()) {
		return d.After().Before(e.After())
	}
	return d.First().Before(e.First())
}

// String is the ISO 8601 form in the precision of the source, "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.First().Format(d.layout())
}

// In spells d for readers: 2023年6月27日, or 27 June 2023 for "en".
func (d Date) In(lang string) string {
	if d.IsZero() {
		return ""
	}
	t := d.First()
	en := lang == "en"
	switch {
	case d.Day > 0 && en:
		return t.Format("2 January 2006")
	case d.Day > 0:
		return t.Format("2006年1月2日")
	case d.Month > 0 && en:
		return t.Format("January 2006")
	case d.Month > 0:
		return t.Format("2006年1月")
	case en:
		return t.Format("2006")
	}
	return t.Format("2006年")
}

// UnmarshalText reads what ParseDate reads; empty text is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// MarshalJSON writes the date as a string.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// Expects tells an editor what may stand where a date belongs.
func (Date) Expects() (zh, en string) {
	return "日期写作 2023-06-27；来源只写到月或年的，写作 2023-06 或 2023",
		"write a date as 2023-06-27, or 2023-06 or 2023 where the source states no more"
}
