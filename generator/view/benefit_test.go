package view

import (
	"strings"
	"testing"

	"anju/generator/content"
)

const offer = `city: shili
basis: official_text
benefits: [{id: a, kind: rent, name: 租房补贴, money: {amount: 800, period: month}, who: 硕士, source: 1}]
sources: [{title: 办法, publisher: 示例社, url: "https://example.org/1"}]
`

// TestBenefitCell: only what is in force by its text is shown as such, and what
// a part of the city gives names the part.
func TestBenefitCell(t *testing.T) {
	for _, test := range []struct {
		name, fields, place string
		current             bool
	}{
		{"in force", "level: municipal\nissuer: [示例局]\nissued: 2025-01-01\neffective_to: 2027-12-31\n", "", true},
		{"no end stated", "level: municipal\nissuer: [示例局]\nissued: 2025-01-01\n", "", false},
		{"of a district", "level: district\nissuer: [示例区人民政府, 示例区人社局]\nissued: 2025-01-01\neffective_to: 2027-12-31\n",
			"区县：示例区人民政府、示例区人社局", true},
		{"of a park whose issuer no source states", "level: park\nunknown: [issuer]\nissued: 2025-01-01\neffective_to: 2020-12-31\n", "园区：试写的页面", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			byLang, lib, _ := views(t, map[string]string{
				"vocab/benefits.yaml": "- {slug: rent, zh: 租房补贴, en: Rent subsidy}\n",
				"policies/butie.md":   "---\n" + head + test.fields + offer + "---\n正文\n",
			})
			cell := byLang["zh-Hans"].BenefitCell(lib.Get("policy:butie").(*content.Policy), 0)
			equal(t, "place", cell.Place, test.place)
			equal(t, "detail", cell.Detail, "硕士")
			if cell.Current != test.current {
				t.Errorf("current is %t", cell.Current)
			}
		})
	}
}

// TestPracticeDatesItsMeasures: what a source of long ago calls existing says
// of when the source is.
func TestPracticeDatesItsMeasures(t *testing.T) {
	byLang, lib, _ := views(t, map[string]string{"guides/zuofa.md": "---\n" + head + `genre: practice
measures:
  - {text: 已经改了两处, stated_as: existing, source: 1}
  - {text: 还要改三处, stated_as: planned, source: 2}
sources:
  - {title: 做法, publisher: 示例社, url: "https://example.org/1", published_on: 2023-02}
  - {title: 规划, publisher: 示例社, url: "https://example.org/2"}
` + "---\n正文\n"})
	var got []string
	for _, m := range byLang["zh-Hans"].Practice(lib.Get("guide:zuofa").(*content.Guide)).Measures {
		got = append(got, m.StatedAs+" "+m.Dated)
	}
	equal(t, "measures", strings.Join(got, "|"), "现有 据2023年2月的来源|计划 来源没有写日期")
}
