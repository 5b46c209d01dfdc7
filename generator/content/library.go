package content

import (
	"reflect"
	"slices"

	"anju/generator/validity"
)

// Library is all content, valid and linked. It does not change once made.
type Library struct {
	Vocab        Vocab
	VocabVersion int // the same in two libraries of one Memory only if Vocab is

	Communities []*Community
	Policies    []*Policy
	Guides      []*Guide
	Jobs        []*Job
	Events      []*Event
	Pages       []*Page

	Entries []Entry // all of the above, by kind and id
	Gone    []Entry // removed for good: only their addresses remain
	LeftOut []LeftOut

	// Libraries of one Memory share what is in rank, targets and linkedFrom.
	rank       map[Ref]int        // the place of each entry in Entries
	targets    [][]Ref            // by rank: linked from here
	linkedFrom [][]Ref            // by rank: linked here
	inLang     map[string][]Entry // by rank: translations laid over their entries, nil where there is none
	replacedBy map[Ref][]*Policy
}

// LeftOut is an entry that this build does not publish.
type LeftOut struct {
	File  string
	Ref   Ref
	Draft bool
	From  validity.Date // published later than now, when not a draft
}

// Unpublished are the entries that readers do not find yet: those left out, and
// those taken in as drafts or before the day of their publication. Day
// is the present one.
func (l *Library) Unpublished(day validity.Date) []LeftOut {
	out := slices.Clone(l.LeftOut)
	for _, e := range l.Entries {
		if h := e.Common(); !h.PublishedBy(day) {
			out = append(out, LeftOut{File: h.File, Ref: h.Ref(), Draft: h.Draft, From: h.Published})
		}
	}
	return out
}

// Get returns the entry that ref names, or nil.
func (l *Library) Get(ref Ref) Entry {
	if rank, ok := l.rank[ref]; ok {
		return l.Entries[rank]
	}
	return nil
}

// Rank returns the place in Entries of the entry that ref names, and whether
// there is one.
func (l *Library) Rank(ref Ref) (rank int, ok bool) {
	rank, ok = l.rank[ref]
	return rank, ok
}

// RankNear is as Rank for the entry of the name of e, which is looked for around
// a rank first: most entries stand where they stood in the library before, or
// next to it.
func (l *Library) RankNear(e Entry, near int) (rank int, ok bool) {
	for _, rank := range [...]int{near, near - 1, near + 1} {
		if 0 <= rank && rank < len(l.Entries) && l.Entries[rank] == e {
			return rank, true
		}
	}
	return l.Rank(e.Common().Ref())
}

// In returns the entry in lang, and whether it is translated; otherwise the
// Chinese one.
func (l *Library) In(e Entry, lang string) (Entry, bool) {
	if l.inLang[lang] != nil {
		if rank, ok := l.rank[e.Common().Ref()]; ok && l.inLang[lang][rank] != nil {
			return l.inLang[lang][rank], true
		}
	}
	return e, lang == e.Common().Lang
}

// InAt is as In for the entry of a rank.
func (l *Library) InAt(rank int, lang string) (Entry, bool) {
	if there := l.inLang[lang]; there != nil && there[rank] != nil {
		return there[rank], true
	}
	return l.Entries[rank], lang == l.Entries[rank].Common().Lang
}

// SameFields reports whether two entries are of one kind and differ in their
// title, summary and text at most.
func SameFields(a, b Entry) bool {
	return a == b || reflect.DeepEqual(withoutWords(a), withoutWords(b))
}

func withoutWords(e Entry) any {
	bare := reflect.New(reflect.TypeOf(e).Elem())
	bare.Elem().Set(reflect.ValueOf(e).Elem())
	h := bare.Interface().(Entry).Common()
	h.Title, h.Summary, h.Body = "", "", Body{}
	return bare.Interface()
}

// Neighbours returns the entries that link to ref or that it links to, in the
// order of Entries: a link is shown on both its ends.
func (l *Library) Neighbours(ref Ref) []Ref {
	return sorted(slices.Concat(l.at(l.targets, ref), l.at(l.linkedFrom, ref)), l.rank)
}

// LinkedFrom returns the entries that refer to ref, in the order of Entries.
func (l *Library) LinkedFrom(ref Ref) []Ref { return l.at(l.linkedFrom, ref) }

func (l *Library) at(byRank [][]Ref, ref Ref) []Ref {
	if rank, ok := l.rank[ref]; ok {
		return byRank[rank]
	}
	return nil
}

// NewestChange is the latest change note of h, or its first publication.
func (h *Head) NewestChange() validity.Date {
	newest := h.Published
	for _, c := range h.Changes {
		if newest.Before(c.Date) {
			newest = c.Date
		}
	}
	return newest
}

// Stale reports whether a translation is older than a change of its original.
func (h *Head) Stale() bool {
	return !h.Translated.IsZero() && slices.ContainsFunc(h.Changes, func(c Change) bool {
		return h.Translated.Before(c.Date)
	})
}

// Subject is what the status of e depends on.
func (l *Library) Subject(e Entry) validity.Subject {
	h := e.Common()
	s := validity.Subject{Kind: h.Kind, Withdrawn: h.Withdrawn != nil, Reviewed: h.ReviewedOn}
	switch e := e.(type) {
	case *Policy:
		l.policySubject(e, &s)
	case *Job:
		s.From, s.To = e.PostedOn, e.ClosesOn
		if !e.ClosesOn.IsZero() {
			s.Windows = []validity.Window{{Opens: e.PostedOn, Closes: e.ClosesOn}}
		}
	case *Event:
		s.From, s.To, s.Cancelled = e.StartsOn, e.EndsOn, e.Cancelled
		s.Starts, s.Ends = e.StartsAt.Time, e.EndsAt.Time
		if sessions := e.Sessions(); len(sessions) > 1 {
			s.Sessions = sessions
		}
		if r := e.Registration; r != nil && !r.Deadline.IsZero() {
			s.Windows = []validity.Window{{Closes: r.Deadline}}
		}
	}
	return s
}

func (l *Library) policySubject(p *Policy, s *validity.Subject) {
	s.Reported = p.Basis == "news_report"
	s.From, s.To, s.Repealed = p.Start(), p.EffectiveTo, p.RepealedOn
	for _, w := range p.Windows {
		s.Windows = append(s.Windows, validity.Window{Opens: w.Opens, Closes: w.Closes, Rolling: w.Rolling})
	}
	for _, by := range l.ReplacedBy(p) {
		start := by.Start()
		if start.IsZero() { // nobody knows when it begins to replace
			continue
		}
		if s.SupersededFrom.IsZero() || start.First().Before(s.SupersededFrom.First()) {
			s.SupersededFrom = start
		}
	}
}

// Start is the day from which a policy holds, as far as it is stated.
func (p *Policy) Start() validity.Date {
	if !p.EffectiveFrom.IsZero() {
		return p.EffectiveFrom
	}
	return p.Issued
}

// ReplacedBy returns the policies that replace p. One that is known from news
// only replaces nothing: a report is not a text in force.
func (l *Library) ReplacedBy(p *Policy) []*Policy { return l.replacedBy[p.Ref()] }

// Date is the day that stands for an entry: issued, posted or begun; for a
// policy known from news only, the day of the report where the text's own is
// not known. It is zero for what has no such day.
func Date(e Entry) validity.Date {
	switch e := e.(type) {
	case *Policy:
		if e.Issued.IsZero() && e.Basis == "news_report" && len(e.Sources) > 0 {
			return e.Sources[0].PublishedOn
		}
		return e.Issued
	case *Job:
		return e.PostedOn
	case *Event:
		if !e.StartsAt.IsZero() {
			return validity.DateOf(e.StartsAt.Time)
		}
		return e.StartsOn
	}
	return validity.Date{}
}

// SortDate is Date, or else the day of first publication.
func SortDate(e Entry) validity.Date {
	if d := Date(e); !d.IsZero() {
		return d
	}
	return e.Common().Published
}
