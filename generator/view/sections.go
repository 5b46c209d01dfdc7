package view

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/markdown"
)

// Sections are all that the page of an entry says, for the search: what stands
// above the text first, then the text by section. e is in the view's language.
func (v View) Sections(e content.Entry) (sections []markdown.Section) {
	h := e.Common()
	words := append([]string{v.city(h.City)}, v.fields(e)...)
	for _, f := range h.Figures {
		words = append(words, f.Label+" "+v.figureValue(f))
	}
	if words = slices.DeleteFunc(words, empty); len(words) > 0 {
		sections = append(sections, markdown.Section{Text: v.Sentences(words)})
	}
	return append(sections, v.text(h).Sections...)
}

// Sentences are texts as one, some of which may end with a stop of their own.
func (v View) Sentences(texts []string) string {
	stop := v.T("sentence.separator")
	var ended []string
	for _, text := range texts {
		ended = append(ended, strings.TrimSuffix(text, strings.TrimSpace(stop)))
	}
	return strings.Join(ended, stop)
}

// fields are the words of an entry's own fields, some of them "".
func (v View) fields(e content.Entry) (words []string) {
	add := func(more ...string) { words = append(words, more...) }
	switch e := e.(type) {
	case *content.Community:
		add(v.communityWords(e)...)
	case *content.Policy:
		add(e.Issuer...)
		for _, b := range e.Benefits {
			add(strings.TrimSpace(b.Name+" "+v.money(b.Money)), b.InKind, b.Who, b.Conditions)
		}
		add(e.Conditions...)
		add(e.Claim...)
		add(e.PilotArea)
	case *content.Guide:
		add(e.TimeLimit, e.Fee)
		for _, s := range e.Steps {
			add(s.Title, s.Text)
		}
		for _, d := range e.Documents {
			add(d.Name)
		}
		for _, m := range v.measures(e.Measures) { // with its label: a plan is not to read as done
			add(m.StatedAs + " " + m.Text)
		}
	case *content.Job:
		add(e.Employer, e.Place)
		add(e.Skills...)
	case *content.Event:
		add(e.Venue, e.Organiser, e.Series, e.Outcome)
	}
	return words
}

func (v View) communityWords(c *content.Community) []string {
	words := []string{c.Positioning, c.Address, v.organisation(v.lib.Vocab.Brands, c.Brand)}
	for _, x := range c.Facilities {
		words = append(words, v.facility(x).Name)
	}
	for _, x := range c.Recognitions {
		words = append(words, x.Name)
	}
	if s := c.Stars; s != nil {
		words = append(words, v.T("stars.count", *s.Value)+" "+s.Scheme)
	}
	for _, x := range c.Amenities {
		words = append(words, x.Name)
	}
	for _, x := range c.Commute {
		words = append(words, x.To)
	}
	for _, x := range c.Partners {
		words = append(words, x.Name+" "+v.opt("partner", x.Role))
	}
	return words
}
