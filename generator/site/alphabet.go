package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"anju/generator/content"
	"anju/generator/hanzi"
	"anju/generator/theme"
)

// spelled is a name with what an alphabet sorts it by.
type spelled struct {
	theme.Name
	key []string // how each character is read
	ref string
}

// spell makes a name sortable. id is that of what bears it: pinyin by habit,
// and so a witness of how the name begins.
func spell(name theme.Name, kind, id string) spelled {
	return spelled{name, reading(name.Text, id), kind + ":" + id}
}

// order is the order of an alphabet, digits first.
func order(a, b spelled) int {
	return cmp.Or(
		cmp.Compare(initial(a.key), initial(b.key)), slices.Compare(a.key, b.key),
		cmp.Compare(a.Text, b.Text), cmp.Compare(a.ref, b.ref),
	)
}

// reading is the pinyin of each Han character of a name and every other
// character itself, in lower case; marks before the first letter are left out.
// Where the first character is read in several ways, id tells which.
func reading(text, id string) (key []string) {
	text = strings.TrimLeftFunc(hanzi.FoldString(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	syllables := hanzi.Readings(text)
	for i, r := range []rune(text) {
		key = append(key, cmp.Or(syllables[i], string(r)))
		if i == 0 && syllables[0] != "" {
			key[0] = witnessed(syllables[0], hanzi.AllReadings(r), id)
		}
	}
	return key
}

// witnessed is the syllable with which id begins: the usual one if that may
// be, else one of the others, else the usual one.
func witnessed(usual string, all []string, id string) string {
	for _, s := range append([]string{usual}, all...) {
		if strings.HasPrefix(id, s) || strings.HasPrefix(id, strings.ReplaceAll(s, "v", "u")) { // 绿: lv or lu
			return s
		}
	}
	return usual
}

// otherLetter is the group of what begins with a digit, or with a letter that
// is not of the Latin alphabet.
const otherLetter = "0–9 #"

// initial is the letter under which a name stands.
func initial(key []string) string {
	if len(key) == 0 || key[0][0] < 'a' || key[0][0] > 'z' {
		return otherLetter
	}
	return strings.ToUpper(key[0][:1])
}

// letters groups names by their first letter.
func letters(names []spelled) (out []theme.Letter) {
	slices.SortFunc(names, order)
	for _, n := range names {
		letter := initial(n.key)
		if len(out) == 0 || out[len(out)-1].Name != letter {
			out = append(out, theme.Letter{Name: letter, ID: "letter-" + strings.ToLower(letter[:1])})
		}
		group := &out[len(out)-1]
		group.Names = append(group.Names, n.Name)
	}
	return out
}

// alphabet lists all names of places and of those who run them.
func (ed edition) alphabet() theme.Payload {
	var names []spelled
	for _, e := range ed.shown("community") {
		names = append(names, ed.communityName(e))
	}
	for _, c := range ed.lib.Vocab.Cities {
		link := ed.cityLink(c)
		names = append(names, spell(theme.Name{Text: link.Text, URL: link.URL, Kind: ed.T("kind.city")}, "city", c.Slug))
	}
	for _, d := range ed.directories() {
		for _, o := range d.list {
			name := ed.organisationName(o, d)
			name.Kind, name.Members = ed.T("kind."+d.kind), ""
			names = append(names, name)
		}
	}
	return &theme.AlphabetPage{
		Page:    ed.page("alphabet", "/a-z/", ed.T("alphabet.title"), ed.T("alphabet.description")),
		Letters: letters(names),
	}
}

func (ed edition) communityName(e content.Entry) spelled {
	local, lang := ed.In(e)
	h := local.Common()
	name := theme.Name{
		Text: h.Title, URL: ed.EntryURL(h), Kind: ed.T("kind.community"), City: ed.lib.Vocab.City(h.City).In(ed.Lang), Lang: lang,
	}
	return spell(name, h.Kind, h.ID)
}
