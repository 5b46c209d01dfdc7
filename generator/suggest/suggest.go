package suggest

// Name is something that can be proposed.
type Name struct {
	Keys   []string `json:"keys"`   // what it is found by, folded: titles, labels, aliases, in all languages
	Weight int      `json:"weight"` // of two names found alike the heavier comes first
	Ref    int      `json:"ref"`    // the caller's number of it
}
