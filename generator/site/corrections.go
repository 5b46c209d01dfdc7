package site

import (
	"cmp"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// logged are the kinds of change notes that the log of corrections shows.
var logged = []string{"correction", "withdrawn"}

// corrections is the log of what was put right or taken down, newest first; of
// the same day, in the order of references.
func (ed edition) corrections() theme.Payload {
	page := &theme.CorrectionsPage{
		Page: ed.page("corrections", "/corrections/", ed.T("corrections.title"), ed.T("corrections.description")),
	}
	entries := slices.SortedFunc(slices.Values(ed.lib.Entries), func(a, b content.Entry) int {
		return cmp.Compare(a.Common().Ref(), b.Common().Ref())
	})
	for _, e := range entries {
		page.Rows = append(page.Rows, ed.corrected(e)...)
	}
	slices.SortStableFunc(page.Rows, func(a, b theme.Correction) int { return cmp.Compare(b.DateISO, a.DateISO) })
	return page
}

// corrected are the corrections of an entry.
func (ed edition) corrected(e content.Entry) (rows []theme.Correction) {
	local, lang := ed.In(e)
	h := local.Common()
	for _, c := range h.Changes {
		if slices.Contains(logged, c.Kind) {
			rows = append(rows, theme.Correction{
				Date: c.Date.In(ed.Lang), DateISO: c.Date.String(), Kind: ed.T("change." + c.Kind),
				Entry: ed.EntryLink(e), Lang: lang, Note: c.Note,
			})
		}
	}
	return rows
}
