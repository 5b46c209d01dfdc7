package view

import (
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/theme"
)

// thingsOf is what the page of the entry "it" states, as text.
func thingsOf(t *testing.T, ref content.Ref, files map[string]string) string {
	t.Helper()
	byLang, lib, _ := views(t, files)
	page := theme.Page{Frame: &theme.Frame{}, Lang: "zh-Hans", Canonical: "https://x.test/it/"}
	return string(byLang["zh-Hans"].Things(lib.Get(ref), &page).JSON())
}

// holds complains of words that should be in a text, or with ! before them
// should not.
func holds(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, word := range words {
		bare, not := strings.CutPrefix(word, "!")
		if strings.Contains(text, bare) == not {
			t.Errorf("want %s in\n%s", word, text)
		}
	}
}

// TestThingsOfAPolicy: that something is in force is said only where a text
// says until when, and a service is promised only where nothing says that it
// has ended.
func TestThingsOfAPolicy(t *testing.T) {
	const official = "level: municipal\nissuer: [示例局]\nissued: 2025-01-01\ndocument_number: 示发〔2025〕1号\n"
	for name, test := range map[string]struct {
		fields string
		says   []string
	}{
		"in force":      {official + "effective_to: 2027-12-31\n", []string{"schema.org/InForce", `"GovernmentService"`, "示发〔2025〕1号", "示例局", "按2026年11月22日的情况", `"areaServed"`, `"jurisdiction"`, `"legislationJurisdiction"`}},
		"no end stated": {official, []string{"!InForce", `"GovernmentService"`, "未注明有效期"}},
		"of a district": {strings.Replace(official, "municipal", "district", 1), []string{`"GovernmentService"`, "!areaServed", "!urisdiction"}},
		"expired":       {official + "effective_to: 2026-01-31\n", []string{"schema.org/NotInForce", "!GovernmentService"}},
		"repealed":      {official + "repealed_on: 2026-01-31\n", []string{"schema.org/NotInForce", "!GovernmentService"}},
		"announced":     {official + "effective_from: 2027-01-01\n", []string{"schema.org/NotInForce", "!GovernmentService"}},
		"reported":      {"level: municipal\nbasis: news_report\nunknown: [issuer, issued]\n", []string{"!InForce", "据报道", "!legislationPassedBy", "!serviceOperator", "!datePublished"}},
		"withdrawn":     {official + "withdrawn: {on: 2026-02-01, reason: 来源有误，撤下}\n", []string{`"@graph":null`}},
	} {
		t.Run(name, func(t *testing.T) {
			basis := ""
			if !strings.Contains(test.fields, "basis:") {
				basis = "basis: official_text\nofficial_url: https://example.org/\n"
			}
			text := thingsOf(t, "policy:it", map[string]string{"policies/it.md": "---\n" + head + "city: shili\n" + basis + test.fields + source + "---\n"})
			holds(t, text, test.says...)
		})
	}
}

// TestThingsOfACommunity: what is planned is no amenity, a rent is one of its
// period, and an old number of homes is not told.
func TestThingsOfACommunity(t *testing.T) {
	files := map[string]string{
		"vocab/facilities.yaml": "- {slug: gym, zh: 健身房, en: Gym}\n- {slug: shop, zh: 便利店, en: Shop}\n",
		"communities/place.md":  "---\n" + head + "city: shili\naddress: 样板路1号\n" + source + "---\n",
		"communities/it.md": "---\n" + head + "city: shili\n" + source +
			"facilities:\n  - {kind: gym, status: existing}\n  - {kind: shop, status: planned}\n" +
			"homes:\n  - {id: a, unit_type: studio, rent: {min: 900, max: 1200, period: month}, area: {value: 30}, availability: {units: 3, total: 40, as_of: 2026-11-20}}\n" +
			"  - {id: b, unit_type: single, rent: {amount: 800, period: year}, unknown: [area], availability: {units: 1, total: 50, as_of: 2025-11-20}}\n---\n",
	}
	holds(t, thingsOf(t, "community:it", files),
		`"ApartmentComplex"`, "健身房", "!便利店", `"@id":"https://x.test/it/#home-a"`,
		`"minPrice":900,"maxPrice":1200,"priceCurrency":"CNY","unitCode":"MON"`, `"floorSize":{"@type":"QuantitativeValue","value":30,"unitCode":"MTK"}`,
		`"numberOfAccommodationUnits":{"@type":"QuantitativeValue","value":40}`, `"price":800,"priceCurrency":"CNY","unitCode":"ANN"`, `!"value":50`, `!"value":3}`)
	holds(t, thingsOf(t, "community:place", files), `"@type":"Place"`, "样板路1号", `"containedInPlace":{"@type":"City","name":"示例市"}`, "!FloorPlan")
}

func TestThingsOfADay(t *testing.T) {
	for name, test := range map[string]struct {
		fields string
		says   []string
	}{
		"by the hour": {"starts_at: 2026-12-05T14:00+08:00\nends_at: 2026-12-05T16:00+08:00\n",
			[]string{`"startDate":"2026-12-05T14:00:00+08:00","endDate":"2026-12-05T16:00:00+08:00"`, "EventScheduled", "一层大厅", "示例单位"}},
		"without an end": {"starts_at: 2026-12-05T14:00+08:00\n", []string{"2026-12-05T14:00:00+08:00", "!endDate"}},
		"days":           {"starts_on: 2026-12-05\nends_on: 2026-12-06\n", []string{`"startDate":"2026-12-05","endDate":"2026-12-06"`}},
		"the next time":  {"starts_on: 2026-11-01\nalso_on: [2026-12-05]\n", []string{`"startDate":"2026-12-05"`}},
		"cancelled":      {"starts_on: 2026-12-05\ncancelled: true\n", []string{"EventCancelled", "!EventScheduled"}},
	} {
		t.Run(name, func(t *testing.T) {
			holds(t, thingsOf(t, "event:it", map[string]string{"events/it.md": eventText(test.fields)}), test.says...)
		})
	}
}

func TestThingsOfAJob(t *testing.T) {
	const job = "employer: 示例公司\nplace: 示例市高新区\nposted_on: 2026-11-01\n"
	for name, test := range map[string]struct {
		fields string
		says   []string
	}{
		"whole":          {job + "closes_on: 2026-12-31\nemployment: full_time\npositions: 3\nsalary: {min: 8000, max: 12000, period: month}\n", []string{`"validThrough":"2026-12-31T23:59:59+08:00"`, "FULL_TIME", `"totalJobOpenings":3`, `"minValue":8000,"maxValue":12000,"unitText":"MONTH"`}},
		"a salary alone": {job + "salary: {amount: 9000}\nemployment: contract\n", []string{"!baseSalary", "!validThrough", "合同制"}},
	} {
		t.Run(name, func(t *testing.T) {
			holds(t, thingsOf(t, "job:it", map[string]string{"jobs/it.md": "---\n" + head + "city: shili\n" + test.fields + source + "---\n"}), test.says...)
		})
	}
}

func TestThingsOfAGuide(t *testing.T) {
	holds(t, thingsOf(t, "guide:it", map[string]string{"guides/it.md": "---\n" + head + "genre: how_to\nsteps:\n  - {title: 登记, text: 带身份证到窗口。}\n" + source + "---\n正文"}),
		`"HowTo"`, `"position":1,"name":"登记","text":"带身份证到窗口。"`, "!Article")
	holds(t, thingsOf(t, "guide:it", map[string]string{"guides/it.md": "---\n" + head + "genre: explainer\n" + source + "---\n正文"}),
		`"Article"`, `"headline":"试写的页面"`, `"datePublished":"2026-01-02"`, "!HowTo")
}
