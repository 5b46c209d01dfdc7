package search

// revision says which documents there are, and where each stands.
type revision struct {
	places  []origin
	stay    []uint32   // the places of the documents of the base, or nowhere
	changed []Document // by id
	at      []uint32   // their places
}

// origin is where the document at a place comes from: the base, or what changed.
type origin struct {
	changed bool
	i       int
}

// revision puts the documents of the base that stay and those that changed into
// the order of ids.
func (r *Reviser) revision(changed []Document, gone []string) revision {
	v := revision{stay: make([]uint32, len(r.docs)), changed: changed, at: make([]uint32, len(changed))}
	leaves := make(map[string]bool, len(gone)+len(changed))
	for _, id := range gone {
		leaves[id] = true
	}
	for i := range changed {
		leaves[changed[i].ID] = true
	}
	next := 0
	for i := range r.docs {
		id := r.docs[i].ID
		for ; next < len(changed) && changed[next].ID <= id; next++ {
			v.at[next] = v.put(origin{true, next})
		}
		if v.stay[i] = nowhere; !leaves[id] {
			v.stay[i] = v.put(origin{false, i})
		}
	}
	for ; next < len(changed); next++ {
		v.at[next] = v.put(origin{true, next})
	}
	return v
}

// put gives a document the next place.
func (v *revision) put(o origin) uint32 {
	v.places = append(v.places, o)
	return uint32(len(v.places) - 1)
}

// gone are the documents of the base that have no place.
func (r *Reviser) gone(v revision) (out []int) {
	for i, place := range v.stay {
		if place == nowhere {
			out = append(out, i)
		}
	}
	return out
}

// revised is the column of other documents, with the values of those changed.
func (c *column) revised(v revision, values func(changed int) []string) column {
	w := newColumnWriter(len(v.places))
	numbers := make([]uint32, len(c.values)) // the new ones, from 1; 0 where there is none yet
	for _, o := range v.places {
		if o.changed {
			for _, value := range values(o.i) {
				w.add(value)
			}
		} else {
			for _, n := range c.of(uint32(o.i)) {
				if numbers[n] == 0 {
					numbers[n] = w.number(c.values[n]) + 1
				}
				w.addNumber(numbers[n] - 1)
			}
		}
		w.end()
	}
	return w.column
}
