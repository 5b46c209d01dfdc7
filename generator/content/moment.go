package content

import (
	"fmt"
	"time"
)

// Moment is a time with its offset (RFC 3339, seconds optional).
type Moment struct{ time.Time }

// minutes is the form in which editors write moments.
const minutes = "2006-01-02T15:04Z07:00"

func (m Moment) text() string { return m.Format(minutes) }

// UnmarshalText reads 2026-12-01T14:00+08:00, with or without seconds.
func (m *Moment) UnmarshalText(b []byte) error {
	for _, layout := range []string{time.RFC3339, minutes} {
		if t, err := time.Parse(layout, string(b)); err == nil {
			m.Time = t
			return nil
		}
	}
	return fmt.Errorf("%q is not a moment like 2026-12-01T14:00+08:00", b)
}

// Expects tells an editor what may stand where a moment belongs.
func (Moment) Expects() (zh, en string) {
	return "时刻写作 2026-12-01T14:00+08:00", "write a moment as 2026-12-01T14:00+08:00"
}

// Pattern is the form of a moment as JSON Schema tells it.
func (Moment) Pattern() string {
	return `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})$`
}
