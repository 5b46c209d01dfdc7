package view

import (
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
		label = v.T("status.expiring")
	}
	return &theme.Status{Value: string(value), Label: label, AsOf: v.date(validity.DateOf(v.now))}
}

// notices are the banners that a reader must see before the text.
func (v View) notices(e content.Entry, translated bool) (out []theme.Notice) {
	h := e.Common()
	add := func(kind, key string, args ...any) {
		out = append(out, theme.Notice{Kind: kind, Text: v.T(key, args...)})
	}
	if h.Withdrawn != nil {
		add("ended", "notice.withdrawn", v.date(h.Withdrawn.On), h.Withdrawn.Reason)
	}
	if !translated {
		add("info", "notice.untranslated")
	} else if h.Stale() {
		add("warning", "notice.stale_translation", v.date(h.NewestChange()))
	}
	return append(out, v.statusNotice(e)...)
}

// statusNotice says of an entry that is not simply in force what that means.
func (v View) statusNotice(e content.Entry) []theme.Notice {
	s := v.lib.Subject(e)
	notice := func(kind, key string, args ...any) []theme.Notice {
		return []theme.Notice{{Kind: kind, Text: v.T(key, args...)}}
	}
	switch status := s.Status(v.now); {
	case status == validity.Reported:
		return notice("warning", "notice.reported")
	case status == validity.Repealed:
		return notice("ended", "notice.repealed", v.date(s.Repealed))
	case status == validity.Superseded:
		return notice("ended", "notice.superseded", v.replacing(e))
	case status == validity.Expired:
		return notice("ended", "notice.expired", v.date(s.To))
	case status == validity.Announced:
		return notice("info", "notice.announced", v.date(s.From))
	case status == validity.NoEndStated:
		return notice("info", "notice.no_end_stated")
	case s.Expiring(v.now):
		return notice("warning", "notice.expiring", v.date(s.To))
	case status == validity.Closed:
		return notice("ended", "notice.closed")
	case status == validity.Past:
		return notice("info", "notice.past")
	case status == validity.Cancelled:
		return notice("ended", "notice.cancelled")
	}
	return nil
}

// replacing names what replaces a policy.
func (v View) replacing(e content.Entry) string {
	p, ok := e.(*content.Policy)
	if !ok {
		return ""
	}
	var titles []string
	for _, by := range v.lib.ReplacedBy(p) {
		local, _ := v.lib.In(by, v.Lang)
		titles = append(titles, local.Common().Title)
	}
	return v.joined(titles...)
}
