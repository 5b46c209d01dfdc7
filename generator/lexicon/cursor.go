package lexicon

import (
	"strings"

	"anju/generator/hanzi"
)

// cursor goes through the words of a text.
type cursor struct {
	t  *text
	at int
}

func (c *cursor) rest() string { return c.t.folded[c.at:] }

// take goes past the first of words that stands here, and the spaces before it.
func (c *cursor) take(words []string) bool {
	spaces := len(c.rest()) - len(strings.TrimLeft(c.rest(), " "))
	w := prefix(c.rest()[spaces:], words)
	end := c.at + spaces + len(w)
	if w == "" || isLatin(rune(w[len(w)-1])) && (c.t.spells(c.at+spaces) || c.t.spells(end)) {
		return false
	}
	c.at = end
	return true
}

// spells reports whether a word of letters goes on across i. Figures may stand
// right beside one: RMB30000.
func (t *text) spells(i int) bool {
	return t.inWord(i) && !(isFigure(t.before(i)) && isLatin(t.at(i))) && !(isLatin(t.before(i)) && isFigure(t.at(i)))
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }

func isFigure(r rune) bool { return r >= '0' && r <= '9' }

// takeArea goes past a unit of area.
func (c *cursor) takeArea() bool {
	back := *c
	if !c.take(areaUnits) {
		return false
	}
	unit := c.t.folded[back.at:c.at]
	next := c.t.at(c.at)
	if strings.HasSuffix(unit, "米") || next == 0 || !strings.ContainsRune(notFlats, next) {
		return true
	}
	*c = back
	return false
}

// myriads may stand behind a number and a space.
var myriads = phrases("万 亿")

// number goes past a number. It is scaled if it has a unit of thousands or more.
func (c *cursor) number() (value float64, scaled, ok bool) {
	back := *c
	c.at += len(c.rest()) - len(strings.TrimLeft(c.rest(), " "))
	value, size := hanzi.Numeral(c.rest())
	if size == 0 {
		*c = back
		return 0, false, false
	}
	scaled = strings.ContainsAny(c.rest()[:size], "千仟万亿wk")
	c.at += size
	if at := c.at; !scaled && c.take(myriads) {
		unit, _ := hanzi.Numeral("一" + strings.TrimLeft(c.t.folded[at:c.at], " "))
		return value * unit, true, true
	}
	return value, scaled, true
}
