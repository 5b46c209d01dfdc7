package content

import (
	"math"
	"slices"
	"strings"

	"anju/generator/diag"
)

// What can be wrong with a community and its homes.
var (
	codeVacancies = diag.New("content/vacancies", "空房 %d 套，多于总数 %d 套", "%d vacancies of %d in all")
	codeUncounted = diag.New("content/vacancies", "空房没有写有几套，也没有写一共几套", "availability says neither how many are free nor how many there are")
	codePeriod    = diag.New("content/rent-period", "%s没有写是每月、每年还是一次的", "%s does not say whether it is by the month, by the year or once")
	codeRentOnce  = diag.New("content/rent-period", "%s不会只付一次", "%s is not paid just once")
	codePace      = diag.New("content/walking-pace", "步行 %s 分钟走 %s 米，合每分钟 %s 米", "%s minutes for %s m on foot make %s m a minute")
	codeMeasured  = diag.New("content/measured-on", "自己量的距离没有写是哪天量的", "the distance was measured, but it does not say when")
	codeSilent    = diag.New("content/home-without", "户型 %[2]s 没有写%[1]s", "the unit type %[2]s has no %[1]s")

	hintSilent     = diag.Text{Zh: "来源真没写，就写进 unknown，如 unknown: [%s]；写了，就补上", En: "if the source does not say, name it in unknown, like unknown: [%s]; else fill it in"}
	hintVacancies  = diag.Text{Zh: "核对 units（空房）和 total（总数）", En: "check units and total"}
	hintUncounted  = diag.Text{Zh: "加上 units（空几套）或者 total（一共几套）；来源没有写的，删掉 availability，写 unknown: [availability]", En: "add units or total; if the source does not say, leave out availability and write unknown: [availability]"}
	hintRentPeriod = diag.Text{Zh: "按月付的写 period: month，按年付的写 period: year；来源没有写的，不填租金，写 unknown: [rent]", En: "write period: month or period: year; if the source does not say, leave out the rent and write unknown: [rent]"}
	hintDeposit    = diag.Text{Zh: "交一次的写 period: one_off；按几个月租金交的，金额照算，也写 one_off", En: "write period: one_off for what is paid once, some months' rent too"}
	hintPace       = diag.Text{Zh: "步行每分钟 60 到 100 米。核对两个数；来源就是这样写的，只留说得准的一个", En: "walking makes 60 to 100 m a minute. Check both; if the source says so, keep the one that is surer"}
	hintMeasured   = diag.Text{Zh: "加上 measured_on: 和量的日期；抄来源的，写 method: stated", En: "add measured_on: and the day; if the source states it, write method: stated"}
)

func checkCommunity(c *Community, doc document) (list diag.List) {
	if c.City == "" && !doc.told("city") {
		list = append(list, codeMissing.At(doc.At("city"), label(c, "city")).Hinted(hintNeedsCity))
	}
	for i, a := range c.Amenities {
		list = append(list, checkAmenity(a, doc, i)...)
	}
	var ids []string
	for i, home := range c.Homes {
		ids = append(ids, home.ID)
		list = append(list, checkHome(home, doc, i)...)
	}
	return append(list, sameIDs("homes", ids, doc)...)
}

func checkHome(h Home, doc document, i int) (list diag.List) {
	list = append(list, checkAvailability(h.Availability, doc, i)...)
	if h.Rent != nil && h.Rent.Period == "one_off" {
		list = append(list, codeRentOnce.At(doc.At("homes", i, "rent", "period"), label(&h, "rent")).Hinted(hintRentPeriod))
	}
	list = append(list, checkMoneyName(h.Title, h.Rent, doc.within(h.Title, "homes", i, "title"))...)
	list = append(list, checkPeriod(&h, "rent", h.Rent, hintRentPeriod, doc, i)...)
	list = append(list, checkPeriod(&h, "deposit", h.Deposit, hintDeposit, doc, i)...)
	return append(list, checkSaid(h, doc, i)...)
}

// checkAvailability demands a number of homes, for a day alone says nothing, and
// no more free than there are.
func checkAvailability(a *Availability, doc document, i int) diag.List {
	switch path := []any{"homes", i, "availability"}; {
	case a == nil:
	case a.Units == nil && a.Total == nil && !doc.told(path...) && !doc.toldAny(path, "units", "total"):
		return diag.List{codeUncounted.At(doc.At(path...)).Hinted(hintUncounted)}
	case a.Units != nil && a.Total != nil && *a.Units > *a.Total:
		return diag.List{codeVacancies.At(doc.At(step(path, "units")...), *a.Units, *a.Total).Hinted(hintVacancies)}
	}
	return nil
}

// checkSaid holds the contract of unknown for the facts that everybody asks
// of a home: each is filled in or named there, never both, and at best never
// neither.
func checkSaid(h Home, doc document, i int) (list diag.List) {
	filled := map[string]bool{"rent": h.Rent != nil, "area": h.Area != nil, "availability": h.Availability != nil}
	for j, name := range h.Unknown {
		if filled[name] {
			list = append(list, codeStated.At(doc.At("homes", i, "unknown", j), name).Hinted(hintStated))
		}
	}
	var names, zh []string
	for _, name := range []string{"rent", "area", "availability"} {
		if !filled[name] && !slices.Contains(h.Unknown, name) && !doc.told("homes", i, name) && !doc.told("homes", i, "unknown") {
			names, zh = append(names, name), append(zh, label(&h, name).Zh)
		}
	}
	if len(names) == 0 {
		return list
	}
	text := listed(names)
	hint := hintSilent.With(diag.Text{Zh: text.En, En: text.En})
	text.Zh = strings.Join(zh, "、")
	return append(list, codeSilent.Warn(doc.At("homes", i, "id"), text, h.ID).Hinted(hint))
}

// checkPeriod demands that m, the field name of home i, says for what time it
// is: a rent without that may be a month's or a year's.
func checkPeriod(h *Home, name string, m *Money, hint diag.Text, doc document, i int) diag.List {
	if m == nil || m.Period != "" || doc.told("homes", i, name, "period") {
		return nil
	}
	return diag.List{codePeriod.At(doc.At("homes", i, name), label(h, name)).Hinted(hint)}
}

// How many metres people walk in a minute.
const (
	slowPace       = 60
	fastPace       = 100
	impossiblePace = 150
)

func checkAmenity(a Amenity, doc document, i int) (list diag.List) {
	if (a.Method == "survey" || a.Method == "route") && a.MeasuredOn.IsZero() && !doc.told("amenities", i, "measured_on") {
		list = append(list, codeMeasured.Warn(doc.At("amenities", i, "method")).Hinted(hintMeasured))
	}
	if a.WalkMin == nil || a.DistanceM == nil {
		return list
	}
	// The way on foot is longer than a straight line: that may take any time.
	pace := *a.DistanceM / max(*a.WalkMin, 1)
	slow := pace < slowPace && *a.WalkMin > 1 && a.Method != "straight_line"
	if pace <= fastPace && !slow {
		return list
	}
	f := codePace.Warn(doc.At("amenities", i, "distance_m"), plain(*a.WalkMin), plain(*a.DistanceM), plain(math.Round(pace*10)/10))
	if pace > impossiblePace {
		f.Severity = diag.Error
	}
	return append(list, f.Hinted(hintPace))
}
