package diag

import (
	"cmp"
	"slices"
)

// Sort orders findings by file, line, column and code, so that a run reads the
// same whatever the order of the work. Equal ones keep their order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// sorted is a sorted copy, for writers that must not touch the caller's list.
func (l List) sorted() List {
	l = slices.Clone(l)
	l.Sort()
	return l
}

// Count tells how many findings are errors and how many warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errors++
		}
	}
	return errors, len(l) - errors
}
