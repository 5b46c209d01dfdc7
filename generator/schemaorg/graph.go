package schemaorg

import "encoding/json"

// context is the vocabulary of every graph.
const context = "https://schema.org"

// Graph is what one page states: pointers to the types of this room. No two
// things in it have the same ID.
type Graph []any

// JSON is the graph as a JSON-LD document, compact, the same bytes for the same
// graph. It is safe inside an HTML script element: encoding/json escapes <, >
// and &.
func (g Graph) JSON() []byte {
	data, err := json.Marshal(struct {
		Context string `json:"@context"`
		Graph   Graph  `json:"@graph"`
	}{context, g})
	if err != nil {
		panic(err) // cannot happen: the types of this room hold text, numbers and each other
	}
	return data
}

// Types name what a thing is: mostly one type; two for a floor plan that is
// let, which schema.org wants to be a Product, too, before it has an offer.
type Types []string

// MarshalJSON writes a single type as a string.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Thing is what everything has. ID is an absolute address that nothing else on
// the page has, or "" for what nothing refers to.
type Thing struct {
	Type        Types  `json:"@type,omitempty"`
	ID          string `json:"@id,omitempty"`
	Name        string `json:"name,omitempty"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"`
	Image       string `json:"image,omitempty"`
}

// Ref stands for the thing of the same graph that has the ID.
type Ref struct {
	ID string `json:"@id"`
}

// To refers to an ID, or to nothing for "".
func To(id string) *Ref {
	if id == "" {
		return nil
	}
	return &Ref{id}
}

// Quantity is a QuantitativeValue: one value, or a range of which either end may
// be open. UnitCode is of UN/CEFACT (MTK for square metres), UnitText of
// people (MONTH).
type Quantity struct {
	Type     Types    `json:"@type"`
	Value    *float64 `json:"value,omitempty"`
	Min      *float64 `json:"minValue,omitempty"`
	Max      *float64 `json:"maxValue,omitempty"`
	UnitCode string   `json:"unitCode,omitempty"`
	UnitText string   `json:"unitText,omitempty"`
}
