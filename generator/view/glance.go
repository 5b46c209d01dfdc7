package view

import (
	"cmp"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// glance collects what a page says in ten seconds. A question without an answer
// is answered by saying so.
type glance struct {
	view    View
	unknown []string // fields that the source does not state
	rows    []theme.GlanceRow
}

// add adds a line of the values that are not empty. field is what is unknown
// where there are none.
func (g *glance) add(icon theme.Icon, label, field string, values ...theme.GlanceValue) *theme.GlanceRow {
	values = slices.DeleteFunc(values, func(v theme.GlanceValue) bool { return v.Text == "" })
	if len(values) == 0 {
		values = g.view.said(g.view.silence(g.unknown, field))
	}
	g.rows = append(g.rows, theme.GlanceRow{Icon: icon, Label: g.view.T("glance." + label), Values: values})
	return &g.rows[len(g.rows)-1]
}

// said are values without addresses and remarks.
func (v View) said(texts ...string) (out []theme.GlanceValue) {
	for _, text := range texts {
		out = append(out, v.noted(text, ""))
	}
	return out
}

// noted is a value with a remark.
func (v View) noted(text, note string) theme.GlanceValue { return v.led(text, "", note) }

// led is a value with a remark that leads somewhere.
func (v View) led(text, url, note string) theme.GlanceValue {
	return theme.GlanceValue{Link: theme.Link{Text: text, URL: url, Lang: v.Tongue(text + note)}, Note: note}
}

// linked are links as values.
func (v View) linked(links []theme.Link, note string) (out []theme.GlanceValue) {
	for _, l := range links {
		out = append(out, v.led(l.Text, l.URL, note))
	}
	return out
}

// left says how many days there are to the end of d, as of the build day, which
// the status beside it names; "" of what is over, and where nobody stated the day.
func (v View) left(d validity.Date) string {
	days := d.DaysFrom(v.now)
	switch {
	case !d.Precise() || days < 0:
		return ""
	case days == 0:
		return v.T("glance.last_day", v.date(validity.DateOf(v.now)))
	}
	return v.T("glance.left", days)
}

// unstated says of an amount that nobody wrote how often it is paid.
func (v View) unstated(m *content.Money) string {
	if m == nil || m.Period != "" {
		return ""
	}
	return v.T("glance.no_period")
}

// asking is whom to ask about an entry: its own contacts, else its city's, whose
// page has the others.
func (v View) asking(own []content.Contact, h *content.Head, on theme.Page) []theme.GlanceValue {
	if len(own) > 0 {
		return []theme.GlanceValue{v.askingAt(own[0].Name, own[0].Phone, "#ask")}
	}
	if on.Frame == nil || len(on.Ask[v.Lang][h.City]) == 0 {
		return nil
	}
	c := on.Ask[v.Lang][h.City][0]
	values := []theme.GlanceValue{v.askingAt(c.Name, c.Phone, "")}
	if h.City != "" {
		values = append(values, v.led(v.T("glance.city_page", v.city(h.City)), v.URL(CityPath(h.City))+"#ask", ""))
	}
	return values
}

// askingAt is whom to ask and the number to call, which a hotline may also have
// in its name: it is said once.
func (v View) askingAt(name, phone, url string) theme.GlanceValue {
	if phone != "" {
		name = strings.TrimSpace(strings.ReplaceAll(name, phone, ""))
	}
	value := v.led(strings.TrimSpace(v.T("glance.ask", name)), url, "")
	value.Phone, value.Lang = phone, v.Tongue(value.Text+phone)
	return value
}

// where is a place and its city.
func (v View) where(place string, h *content.Head) []theme.GlanceValue {
	values := v.said(place)
	if h.City != "" {
		values = append(values, v.led(v.city(h.City), v.URL(CityPath(h.City)), ""))
	}
	return values
}

// residents are whom homes of a community are for, by the homes or else by the
// community.
func (v View) residents(c *content.Community) []theme.GlanceValue {
	var slugs []string
	for _, h := range c.Homes {
		slugs = append(slugs, h.Audience...)
	}
	if len(slugs) == 0 {
		slugs = slices.Clone(c.Audience)
	}
	slices.Sort(slugs)
	return v.linked(v.terms(slices.Compact(slugs), content.Terms(v.lib.Vocab.Audiences), "audience"), "")
}

func (v View) communityGlance(c *content.Community, on theme.Page) []theme.GlanceRow {
	g := &glance{view: v, unknown: c.Unknown}
	g.add("pin", "where", "address", v.where(c.Address, &c.Head)...)
	g.add("home", "homes", "homes", v.homesGlance(c)...)
	g.add("who", "residents", "audience", v.residents(c)...)
	g.add("phone", "asking", "contacts", v.asking(c.Contacts, &c.Head, on)...)
	return g.rows
}

// homesGlance says how many unit types there are, at which rents, and how many
// are free; of a community without any, that nobody wrote them down here.
func (v View) homesGlance(c *content.Community) []theme.GlanceValue {
	n := len(c.Homes)
	if n == 0 {
		return v.said(v.T("glance.no_homes"))
	}
	rent, dated := v.rents(c)
	return []theme.GlanceValue{v.led(v.T("count.home", n), "#homes", ""), v.noted(rent, dated), v.vacant(c)}
}

// vacant says how many homes of c are free, and on which day that was; nothing
// where it is not stated of all of them on one day.
func (v View) vacant(c *content.Community) theme.GlanceValue {
	var day validity.Date
	free := 0
	for i, h := range c.Homes {
		a := h.Availability
		if a == nil || a.Units == nil || i > 0 && a.AsOf != day {
			return theme.GlanceValue{}
		}
		day = a.AsOf
		free += *a.Units
	}
	note := ""
	if validity.Outdated(day, v.now) {
		note = v.T("homes.outdated", validity.AvailabilityDays)
	}
	return v.noted(v.T("glance.vacant", v.T("homes.free", free), v.date(day)), note)
}

// rents are the rents of all homes of c as one span, and of when they are; ""
// where they are not of one kind or not of one day.
func (v View) rents(c *content.Community) (rent, dated string) {
	var all *content.Money
	for _, h := range c.Homes {
		if h.Rent == nil {
			continue
		}
		day := v.homeDated("compare.dated", "sources.accessed", c, h)
		if all == nil {
			all, dated = &content.Money{Min: least(h.Rent), Max: most(h.Rent), Period: h.Rent.Period, Per: h.Rent.Per}, day
			continue
		}
		if h.Rent.Period != all.Period || h.Rent.Per != all.Per || day != dated {
			return "", ""
		}
		all.Min, all.Max = outer(all.Min, least(h.Rent), -1), outer(all.Max, most(h.Rent), 1)
	}
	if all == nil || all.Period == "" || dated == "" {
		return "", ""
	}
	return v.money(all), dated
}

func least(m *content.Money) *int64 { return cmp.Or(m.Amount, m.Min) }

func most(m *content.Money) *int64 { return cmp.Or(m.Amount, m.Max) }

// outer is the lower of two ends for side -1, the upper for 1; an open end
// leaves both open.
func outer(a, b *int64, side int) *int64 {
	switch {
	case a == nil || b == nil:
		return nil
	case cmp.Compare(*b, *a) == side:
		return b
	}
	return a
}
