package lexicon

import "strings"

// The figures that a home can have. Others mean something else: 占地5000平方米.
const (
	lowestRent, highestRent = 100, 50000 // yuan a month
	highestArea             = 1000       // m²
)

// measure tells what a figure is of.
type measure int

const (
	unsure measure = iota
	amount
	rent
	area
)

// measure is what f is surely of. The amount of a benefit is one number: a
// benefit of 3万以上 may say much. A rent must be said to be one, or be the
// limit of what is paid by month while nothing in the text is given.
func (r *Reader) measure(t *text, f figure) measure {
	rest := t.folded[f.end:]
	switch {
	case f.unit == squareMetres:
		if f.low > 0 && f.high <= highestArea && f.bound != about && !f.rent {
			return area
		}
	case f.isRent(t):
		if f.low >= lowestRent && f.high <= highestRent && (f.unit == yuan || f.bound != exactly || r.ends(t, f.end)) {
			return rent
		}
	case f.low == 0 || f.bound != exactly || f.rent:
	case f.unit == yuan, f.scaled && r.ends(t, f.end), f.monthly && prefix(rest, payWords) != "":
		return amount
	}
	return unsure
}

func (f figure) isRent(t *text) bool {
	if prefix(t.folded[f.end:], payWords) != "" {
		return false
	}
	paid := !t.hasAny(payWords)
	return f.rent || paid && f.monthly && f.bound == atMost ||
		paid && strings.Contains(t.folded, "租") && (f.monthly || f.bound != exactly)
}

func (t *text) hasAny(words []string) bool {
	for _, w := range words {
		if strings.Contains(t.folded, w) {
			return true
		}
	}
	return false
}

// ends reports whether a number without a unit surely ends at i.
func (r *Reader) ends(t *text, i int) bool {
	return r.closes(t, i) || r.begins(t, i, ask, how, modal, particle) || prefix(t.folded[i:], payWords) != ""
}

// set puts the figure into the reading, and reports whether its place there was
// free.
func (f figure) set(of measure, into *Reading) bool {
	switch of {
	case rent:
		return f.setRange(&into.RentMin, &into.RentMax)
	case area:
		return f.setRange(&into.AreaMin, &into.AreaMax)
	}
	if into.Amount != nil {
		return false
	}
	into.Amount = &f.low
	return true
}

func (f figure) setRange(low, high **float64) bool {
	if *low != nil || *high != nil {
		return false
	}
	if f.bound != atMost {
		*low = &f.low
	}
	if f.bound != atLeast {
		*high = &f.high
	}
	return true
}
