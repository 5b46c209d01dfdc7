package content

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
)

// Placeholder marks what a person has still to fill in or to confirm: in the
// fields anywhere, in the text at the beginning of a line, a heading or an item.
const Placeholder = "【待填】"

var (
	codePlaceholder = diag.New("content/placeholder", "这里还没有填", "this is not filled in yet")
	hintPlaceholder = diag.Text{
		Zh: "换成真的内容，再删去" + Placeholder + "；一时填不了，加一行“draft: true”，先不发布",
		En: "write what is true and delete " + Placeholder + `; or add a line "draft: true" for now`,
	}
)

// placeheld matches a line of text that begins with a placeholder.
var placeheld = regexp.MustCompile(`^[ \t]*(?:(?:[-*+>]|#{1,6}|[0-9]+[.)])[ \t]+)*` + Placeholder)

// checkPlaceholders tells what is left to fill in, once an entry is no draft.
func checkPlaceholders(h *Head, doc document) (list diag.List) {
	if h.Draft || doc.doc == nil {
		return nil
	}
	for _, at := range doc.doc.Marks(Placeholder) {
		list = append(list, codePlaceholder.At(at).Hinted(hintPlaceholder))
	}
	width := utf8.RuneCountInString(Placeholder)
	n := h.Body.Line
	for line := range strings.Lines(h.Body.Text) {
		if m := placeheld.FindString(line); m != "" {
			at := diag.Pos{File: h.Body.File, Line: n, Col: utf8.RuneCountInString(m) - width + 1, Len: width}
			list = append(list, codePlaceholder.At(at).Hinted(hintPlaceholder))
		}
		n++
	}
	return list
}

// New is an empty entry of the kind.
func (k Kind) New() Entry { return newEntry(k.Name) }

// CheckID tells why an entry of the kind cannot be called id.
func CheckID(k Kind, id string) diag.List { return checkID(file{kind: k, id: id}) }

// Words are the words of the vocabulary that tags and files call name.
func (v Vocab) Words(name string) []Term { return v.byName()[name] }

func (v Vocab) byName() terms {
	return terms{
		"cities": Terms(v.Cities), "audiences": Terms(v.Audiences), "benefits": v.Benefits,
		"amenities": Terms(v.Amenities), "facilities": Terms(v.Facilities), "degrees": v.Degrees,
		"industries": v.Industries, "tags": v.Tags, "operators": Terms(v.Operators), "brands": Terms(v.Brands),
		"topics": Terms(v.Topics),
	}
}
