package strictyaml

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"anju/generator/diag"
)

// aDate is a value that reads itself from text and names a day, or less.
type aDate interface{ Precise() bool }

// loose is a date in one of the forms in which people write it: 2026-3-1,
// 2026/3/1, 2026.3.1, 2026年3月1日, each with or without the day.
var loose = regexp.MustCompile(`^(\d{4}) *[-/.．－年] *(\d{1,2})(?: *[-/.．－月] *(\d{1,2}))? *[月日号]?$`)

// dateHint is the remedy for text that is no date; day tells that the field
// wants one. It is empty where nothing more can be said than in general.
func dateHint(text string, day bool) diag.Text {
	m := loose.FindStringSubmatch(text)
	if m == nil {
		if day {
			return hintDay
		}
		return diag.Text{}
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only, or empty for 0
	}
	year, month, dayOf := n[0], n[1], n[2]
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case month < 1 || month > 12:
		return diag.Text{Zh: fmt.Sprintf("没有 %d 月", month), En: fmt.Sprintf("there is no month %d", month)}
	case m[3] != "" && (dayOf < 1 || dayOf > last):
		return diag.Text{
			Zh: fmt.Sprintf("%d 年 %d 月没有 %d 日", year, month, dayOf),
			En: fmt.Sprintf("%s %d has no day %d", time.Month(month), year, dayOf),
		}
	case m[3] == "" && day:
		return hintDay
	}
	iso := fmt.Sprintf("%04d-%02d", year, month)
	if m[3] != "" {
		iso += fmt.Sprintf("-%02d", dayOf)
	}
	return diag.Text{Zh: "写成 " + iso, En: "write it as " + iso}
}
