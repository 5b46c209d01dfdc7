package view

import (
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/theme"
)

// What a text already ends says so at the top, on its card and beside each of
// its windows, as of 22 November 2026.
func TestEndsToCome(t *testing.T) {
	for _, test := range []struct {
		name, lang, fields, replacedFrom string
		notices, status, card, windows   string
	}{
		{
			name: "repealed soon", lang: "zh-Hans", fields: "effective_to: 2028-10-31\nrepealed_on: 2026-12-01\nwindows: [{opens: 2026-11-01, closes: 2026-12-31}, {opens: 2026-12-01}]\n",
			notices: "first, warning: 本政策将于2026年12月1日废止。", status: "in_force 即将废止", card: "2026年12月1日起废止", windows: "即将截止 还有8天|到时政策已失效，不再受理",
		},
		{
			name: "repealed in a year, in English", lang: "en", fields: "repealed_on: 2027-12-01\n",
			notices: "info: This page has not been translated; the text below is in Chinese. </policies/butie/>|first, warning: To be repealed on 1 December 2027.",
			status:  "in_force In force", card: "Repealed from 1 December 2027",
		},
		{
			name: "replaced soon", lang: "zh-Hans", replacedFrom: "2026-12-01",
			notices: "first, warning: 本政策将于2026年12月1日由新政策代替： </policies/xin/>", status: "in_force 即将被代替", card: "2026年12月1日起被代替",
		},
		{
			name: "announced, and repealed later", lang: "zh-Hans", fields: "effective_from: 2027-01-01\nrepealed_on: 2027-12-01\n",
			notices: "info: 本政策自2027年1月1日起施行，现在还不能办。|first, warning: 本政策将于2027年12月1日废止。", status: "announced 尚未施行", card: "2027年12月1日起废止",
		},
		{
			name: "expires soon, before its repeal", lang: "zh-Hans", fields: "effective_to: 2026-12-31\nrepealed_on: 2027-12-01\n",
			notices: "warning: 本政策将于2026年12月31日到期。", status: "in_force 即将到期", card: "有效期至2026年12月31日",
		},
		{
			name: "in force for long", lang: "zh-Hans", fields: "effective_to: 2028-10-31\nwindows: [{opens: 2028-11-01}]\n",
			status: "in_force 现行有效", card: "有效期至2028年10月31日", windows: "到时政策已失效，不再受理",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			v, page := butie(t, test.lang, "basis: official_text\n"+test.fields, test.replacedFrom)
			equal(t, "notices", noticeLines(page.Notices), test.notices)
			equal(t, "status", page.Status.Value+" "+page.Status.Label, test.status)
			p := v.lib.Get("policy:butie").(*content.Policy)
			facts := v.policyFacts(p)
			equal(t, "card", facts[len(facts)-1].Text, test.card)
			var windows []string
			for _, w := range page.Windows {
				windows = append(windows, strings.TrimSpace(w.State+" "+w.Left))
			}
			equal(t, "windows", strings.Join(windows, "|"), test.windows)
		})
	}
}

// noticeLines are notices with their kind and where they lead.
func noticeLines(notices []theme.Notice) string {
	var lines []string
	for _, n := range notices {
		line := n.Kind + ": " + n.Text
		if n.First {
			line = "first, " + line
		}
		for _, l := range n.Links {
			line += " <" + l.URL + ">"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "|")
}
