package theme

import (
	"bytes"
	"encoding/xml"
	"slices"

	"anju/generator/diag"
)

// probeSearch finds what the script and the fragments of the search need and
// the theme lacks: the form that fields outside of it name, and an answer that
// can be put in the place of another.
func (t *Theme) probeSearch() (findings diag.List) {
	var page, answer bytes.Buffer
	how := sample{full: true, lists: true}
	blank := func() Payload { return how.payload(payloads[fragmentLayout](), fragmentLayout, t.languages[0]) }
	if t.Execute(&page, blank()) != nil || t.ExecuteFragment(&answer, AnswerFragment, blank()) != nil {
		return nil // probe has told why
	}
	if all := elements(page.Bytes()); !hasSearchForm(all) {
		findings = append(findings, noSearchForm.At(diag.Pos{File: "layouts/" + fragmentLayout + ".html"}))
	} else if !holdsAnswer(all) {
		findings = append(findings, noAnswer.At(diag.Pos{File: "layouts/" + fragmentLayout + ".html"}))
	}
	if !isAnswer(elements(answer.Bytes()), none) {
		findings = append(findings, answerRoot.At(diag.Pos{File: "layouts/partials/" + AnswerFragment + ".html"}))
	}
	return findings
}

// none is the parent of what stands in no element.
const none = -1

// element is one of a page: its name, its attributes and the number of the one
// that holds it.
type element struct {
	name   string
	attrs  map[string]string
	parent int
}

// elements are those of a piece of HTML, in its order. What browsers forgive is
// forgiven; behind what cannot be read at all nothing is seen.
func elements(html []byte) (all []element) {
	dec := xml.NewDecoder(bytes.NewReader(html))
	dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	inside := []int{none}
	for {
		token, err := dec.Token()
		if err != nil {
			return all
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{token.Name.Local, map[string]string{}, inside[len(inside)-1]}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			inside = append(inside, len(all))
			all = append(all, e)
		case xml.EndElement:
			inside = inside[:len(inside)-1]
		}
	}
}

// hasSearchForm reports whether there is a form with the id that hidden fields
// of the answer name, and in it the field that is typed into.
func hasSearchForm(all []element) bool {
	return slices.ContainsFunc(all, func(e element) bool {
		if e.name != "input" || e.attrs["type"] != "search" || e.attrs["name"] != "q" {
			return false
		}
		for at := e.parent; at != none; at = all[at].parent {
			if all[at].name == "form" && all[at].attrs["id"] == fragmentLayout {
				return true
			}
		}
		return false
	})
}

// holdsAnswer reports whether there is an element for the answer, with nothing
// else in it.
func holdsAnswer(all []element) bool {
	at := slices.IndexFunc(all, func(e element) bool { return e.attrs["id"] == AnswerFragment })
	return at >= 0 && isAnswer(all, at)
}

// isAnswer reports whether parent holds one element, which bears the title of
// its page.
func isAnswer(all []element, parent int) bool {
	var children []element
	for _, e := range all {
		if e.parent == parent {
			children = append(children, e)
		}
	}
	if len(children) != 1 {
		return false
	}
	_, titled := children[0].attrs["data-title"]
	return titled
}
