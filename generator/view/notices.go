package view

import (
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// status is what holds on the build day.
func (v View) status(e content.Entry) *theme.Status {
	s := v.lib.Subject(e)
	value := s.Status(v.now)
	if value == validity.None {
		return nil
	}
	label := v.T("status." + string(value))
	if s.Expiring(v.now) {
		label = v.ending(s)
	}
	return &theme.Status{Value: string(value), Label: label, AsOf: v.date(validity.DateOf(v.now))}
}

// ending is the label of what is in force and ends soon.
func (v View) ending(s validity.Subject) string {
	switch _, then := s.Ending(); then {
	case validity.Repealed:
		return v.T("status.to_be_repealed")
	case validity.Superseded:
		return v.T("status.to_be_superseded")
	}
	return v.T("status.expiring")
}

// notices are the banners that a reader must see before the text.
func (v View) notices(e content.Entry, lang theme.Foreign) (out []theme.Notice) {
	h := e.Common()
	if w := h.Withdrawn; w != nil {
		reason := []theme.Link{{Text: w.Reason, Lang: lang}}
		out = append(out, theme.Notice{Kind: "ended", Text: v.T("notice.withdrawn", v.date(w.On)), Links: reason, First: true})
	}
	return append(append(out, v.translationNotice(h, lang)...), v.statusNotice(e)...)
}

// translationNotice says of a page that is not translated, or whose translation
// is older than its original, that it is so and where the original stands.
func (v View) translationNotice(h *content.Head, lang theme.Foreign) []theme.Notice {
	original := v
	original.Lang = config.Language
	link := []theme.Link{{Text: v.T("notice.original"), URL: original.EntryURL(h)}}
	switch {
	case lang != "":
		return []theme.Notice{{Kind: "info", Text: v.T("notice.untranslated"), Links: link}}
	case h.Stale():
		text := v.T("notice.stale_translation", v.date(h.Translated), v.date(h.NewestChange()))
		return []theme.Notice{{Kind: "warning", Text: text, Links: link}}
	}
	return nil
}

// statusNotice says of an entry that is not simply in force what that means.
func (v View) statusNotice(e content.Entry) []theme.Notice {
	s := v.lib.Subject(e)
	status := s.Status(v.now)
	notice := func(kind, key string, args ...any) []theme.Notice {
		first := kind == "ended" || status == validity.Reported
		return []theme.Notice{{Kind: kind, Text: v.T(key, args...), First: first}}
	}
	switch {
	case status == validity.Reported:
		return notice("warning", "notice.reported")
	case status == validity.Repealed:
		return notice("ended", "notice.repealed", v.date(s.Repealed))
	case status == validity.Superseded:
		list := notice("ended", "notice.superseded")
		list[0].Links = v.replacing(e.(*content.Policy)) // no other kind is superseded
		return list
	case status == validity.Expired:
		return notice("ended", "notice.expired", v.date(s.To))
	case status == validity.Announced:
		return append(notice("info", "notice.announced", v.date(s.From)), v.endingNotice(e, s)...)
	case status == validity.NoEndStated:
		return notice("info", "notice.no_end_stated")
	case status == validity.InForce:
		return v.endingNotice(e, s)
	case status == validity.Closed:
		return notice("ended", "notice.closed")
	case status == validity.Past:
		return notice("info", "notice.past")
	case status == validity.Cancelled:
		return notice("ended", "notice.cancelled")
	}
	return nil
}

// endingNotice says of what has not ended that a text already ends it, however
// long that still takes, and of what states its own end that it comes soon.
func (v View) endingNotice(e content.Entry, s validity.Subject) []theme.Notice {
	day, then := s.Ending()
	out := theme.Notice{Kind: "warning", First: then != validity.Expired}
	switch {
	case then == validity.Repealed:
		out.Text = v.T("notice.to_be_repealed", v.date(day))
	case then == validity.Superseded:
		out.Text = v.T("notice.to_be_superseded", v.date(day))
		out.Links = v.replacing(e.(*content.Policy)) // no other kind is superseded
	case s.Expiring(v.now):
		out.Text = v.T("notice.expiring", v.date(day))
	default:
		return nil
	}
	return []theme.Notice{out}
}
