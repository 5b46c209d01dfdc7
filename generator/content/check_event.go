package content

import (
	"slices"

	"anju/generator/diag"
	"anju/generator/validity"
)

// What can be wrong with when an event takes place.
var (
	codeStart     = diag.New("content/event-start", "活动没有写什么时候开始", "the event does not say when it starts")
	codeTwoStarts = diag.New("content/event-start", "starts_on 和 starts_at 只能写一个", "starts_on and starts_at cannot both be there")
	codeMixedEnd  = diag.New("content/event-end", "开始写的是 %s，结束就不能写 %s", "an event with %s cannot have %s")
	codeManyTimes = diag.New("content/event-repeats", "一共超过 %d 场", "there are more than %d sessions")
	codeOverlap   = diag.New("content/event-repeats", "一场还没有结束，下一场就开始了", "a session begins before the last one ends")
	codeNoSession = diag.New("content/event-session", "%s 本来就没有这个活动", "the event does not take place on %s anyway")
	codeFirstOff  = diag.New("content/event-session", "%s 是第一场，不能写进 except", "%s is the first session; it cannot be an exception")
	codeTwiceOn   = diag.New("content/event-session", "%s 已经有一场了", "there is a session on %s already")

	hintStart     = diag.Text{Zh: "只知道哪一天，写 starts_on: 2026-12-01；知道几点，写 starts_at: 2026-12-01T14:00+08:00", En: "write starts_on: 2026-12-01, or with the hour starts_at: 2026-12-01T14:00+08:00"}
	hintTwoStarts = diag.Text{Zh: "知道几点就留 starts_at，否则留 starts_on", En: "keep starts_at if the hour is known, else starts_on"}
	hintMixedEnd  = diag.Text{Zh: "只写日期的，用 starts_on 和 ends_on；写到几点的，用 starts_at 和 ends_at", En: "use starts_on with ends_on, or starts_at with ends_at"}
	hintManyTimes = diag.Text{Zh: "核对 until 的年份；真有这么多，分成几个活动", En: "check the year of until; make several events of so many"}
	hintOverlap   = diag.Text{Zh: "结束写第一场在哪天、几点结束；最后一场的日子写在 repeats 的 until 里", En: "the end is that of the first session; the day of the last one belongs in until of repeats"}
	hintNoSession = diag.Text{Zh: "对照来源核对日期：从第一场起，按 every 一场一场往后数；多写的就删掉", En: "check the day: count from the first session by every; or delete it"}
	hintFirstOff  = diag.Text{Zh: "第一场不举行，就把开始改成真正的第一场", En: "let the start be the first one that takes place"}
	hintTwiceOn   = diag.Text{Zh: "对照来源核对日期；重复的就删掉", En: "check the day, or delete it"}
)

func checkEvent(e *Event, doc document) (list diag.List) {
	day, hour := !e.StartsOn.IsZero(), !e.StartsAt.IsZero()
	switch {
	case day && hour:
		list = append(list, codeTwoStarts.At(doc.At("starts_on")).Hinted(hintTwoStarts))
	case day && !e.EndsAt.IsZero():
		list = append(list, codeMixedEnd.At(doc.At("ends_at"), "starts_on", "ends_at").Hinted(hintMixedEnd))
	case hour && !e.EndsOn.IsZero():
		list = append(list, codeMixedEnd.At(doc.At("ends_on"), "starts_at", "ends_on").Hinted(hintMixedEnd))
	case !day && !hour && !doc.told("starts_on") && !doc.told("starts_at"):
		list = append(list, codeStart.At(doc.At("starts_on")).Hinted(hintStart))
	}
	if hour && !e.EndsAt.IsZero() && !e.EndsAt.After(e.StartsAt.Time) {
		f := codeNotAfter.At(doc.At("ends_at"), label(e, "ends_at"), e.EndsAt.text(), label(e, "starts_at"), e.StartsAt.text())
		list = append(list, f.Hinted(hintBackwards))
	}
	list = append(list, span(e, "starts_on", "ends_on", doc)...)
	if list.HasErrors() || !day && !hour {
		return list // the days that follow depend on the first
	}
	return append(checkRepeats(e, doc), checkAlsoOn(e, doc)...)
}

// checkRepeats checks the rule of an event whose start is known.
func checkRepeats(e *Event, doc document) diag.List {
	r, days, first := e.Repeats, e.repeated(), e.first()
	switch {
	case r == nil || r.Until.IsZero() || r.interval() == 0:
		return nil
	case r.Until.Before(Date(e)):
		return diag.List{beforeStart(e, r, "until", r.Until, doc.At("repeats", "until"))}
	case len(days) == maxSessions:
		return diag.List{codeManyTimes.At(doc.At("repeats", "until"), maxSessions).Hinted(hintManyTimes)}
	case first.Ends.After(moved(first, r.interval()).Starts):
		return diag.List{codeOverlap.At(doc.At("repeats", "every")).Hinted(hintOverlap)}
	}
	return checkExcept(e, days, doc)
}

// checkExcept demands that every exception is one of days, on which the event
// repeats.
func checkExcept(e *Event, days []validity.Date, doc document) (list diag.List) {
	for i, d := range e.Repeats.Except {
		switch at := doc.At("repeats", "except", i); {
		case d == Date(e):
			list = append(list, codeFirstOff.At(at, d).Hinted(hintFirstOff))
		case !d.IsZero() && !slices.Contains(days, d):
			list = append(list, codeNoSession.At(at, d).Hinted(hintNoSession))
		}
	}
	return list
}

// checkAlsoOn demands that every further day is later than the first, and none
// on which the event takes place already.
func checkAlsoOn(e *Event, doc document) (list diag.List) {
	taken := e.regular()
	for i, d := range e.AlsoOn {
		switch at := doc.At("also_on", i); {
		case d.IsZero():
		case d.Before(Date(e)):
			list = append(list, beforeStart(e, e, "also_on", d, at))
		case slices.Contains(taken, d):
			list = append(list, codeTwiceOn.At(at, d).Hinted(hintTwiceOn))
		}
		taken = append(taken, d)
	}
	return list
}

// beforeStart tells that d, in the field name of v, is before e begins.
func beforeStart(e *Event, v any, name string, d validity.Date, at diag.Pos) diag.Diagnostic {
	start := "starts_on"
	if e.StartsOn.IsZero() {
		start = "starts_at"
	}
	return codeBackwards.At(at, label(v, name), d, label(e, start), Date(e)).Hinted(hintBackwards)
}
