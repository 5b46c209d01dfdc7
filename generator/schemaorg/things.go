package schemaorg

// The things that pages are about. Dates are of ISO 8601, as precise as known.
type (
	// Organization is also a GovernmentOrganization.
	Organization struct {
		Thing
		Location *Place `json:"location,omitempty"`
	}
	// Place is also an ApartmentComplex or a City. Address is a text.
	Place struct {
		Thing
		Address     string      `json:"address,omitempty"`
		ContainedIn *Place      `json:"containedInPlace,omitempty"`
		Amenities   []Amenity   `json:"amenityFeature,omitempty"`
		FloorPlans  []FloorPlan `json:"accommodationFloorPlan,omitempty"`
	}
	// Amenity is a LocationFeatureSpecification: something that is there.
	Amenity struct {
		Type  Types  `json:"@type"`
		Name  string `json:"name"`
		Value bool   `json:"value"`
	}
	// FloorPlan is a type of dwelling of a place.
	FloorPlan struct {
		Thing
		Size   *Quantity `json:"floorSize,omitempty"`
		Units  *Quantity `json:"numberOfAccommodationUnits,omitempty"`
		Offers *Offer    `json:"offers,omitempty"`
	}
	// Offer lets something at a price.
	Offer struct {
		Type     Types      `json:"@type"`
		Function string     `json:"businessFunction"`
		Price    *UnitPrice `json:"priceSpecification"`
	}
	// UnitPrice is a UnitPriceSpecification in yuan for a span of time, which
	// UnitCode names as UN/CEFACT does (MON for a month). Name spells it.
	UnitPrice struct {
		Type     Types  `json:"@type"`
		Name     string `json:"name"`
		Price    *int64 `json:"price,omitempty"`
		Min      *int64 `json:"minPrice,omitempty"`
		Max      *int64 `json:"maxPrice,omitempty"`
		Currency string `json:"priceCurrency"`
		UnitCode string `json:"unitCode"`
	}
	// GovernmentService is something that public bodies give.
	GovernmentService struct {
		Thing
		Disambiguation string         `json:"disambiguatingDescription,omitempty"`
		Operators      []Organization `json:"serviceOperator,omitempty"`
		Audience       []Audience     `json:"audience,omitempty"`
		AreaServed     *Place         `json:"areaServed,omitempty"`
		Jurisdiction   *Place         `json:"jurisdiction,omitempty"`
		SubjectOf      *Ref           `json:"subjectOf,omitempty"`
	}
	// Audience is a group of people.
	Audience struct {
		Type         Types  `json:"@type"`
		AudienceType string `json:"audienceType"`
	}
	// Legislation is a document of public bodies. LegalForce is InForce,
	// NotInForce or "" where nobody can say; Status spells how it stands.
	Legislation struct {
		Thing
		Identifier   string         `json:"legislationIdentifier,omitempty"`
		Date         string         `json:"legislationDate,omitempty"` // of signature
		PassedBy     []Organization `json:"legislationPassedBy,omitempty"`
		LegalForce   string         `json:"legislationLegalForce,omitempty"`
		Status       string         `json:"creativeWorkStatus,omitempty"`
		Published    string         `json:"datePublished,omitempty"`
		Jurisdiction *Place         `json:"legislationJurisdiction,omitempty"`
		SameAs       string         `json:"sameAs,omitempty"`
	}
	// Work is an Article, or a HowTo with its steps.
	Work struct {
		Thing
		Headline   string        `json:"headline,omitempty"`
		InLanguage string        `json:"inLanguage,omitempty"`
		Published  string        `json:"datePublished,omitempty"`
		Modified   string        `json:"dateModified,omitempty"`
		Publisher  *Organization `json:"publisher,omitempty"`
		Steps      []Step        `json:"step,omitempty"`
	}
	// Step is a HowToStep.
	Step struct {
		Type     Types  `json:"@type"`
		Position int    `json:"position"`
		Name     string `json:"name"`
		Text     string `json:"text,omitempty"`
	}
	// JobPosting is a vacancy. ValidThrough is the last moment to apply.
	JobPosting struct {
		Thing
		Title        string        `json:"title"`
		DatePosted   string        `json:"datePosted,omitempty"`
		ValidThrough string        `json:"validThrough,omitempty"`
		Employment   string        `json:"employmentType,omitempty"`
		Employer     *Organization `json:"hiringOrganization,omitempty"`
		Place        *Place        `json:"jobLocation,omitempty"`
		Salary       *Salary       `json:"baseSalary,omitempty"`
		Openings     *int          `json:"totalJobOpenings,omitempty"`
		Education    string        `json:"educationRequirements,omitempty"`
		Skills       []string      `json:"skills,omitempty"`
	}
	// Salary is a MonetaryAmount in yuan for a span of time.
	Salary struct {
		Type     Types    `json:"@type"`
		Currency string   `json:"currency"`
		Value    Quantity `json:"value"`
	}
	// Event takes place. Status is EventScheduled or EventCancelled.
	Event struct {
		Thing
		Starts    string        `json:"startDate,omitempty"`
		Ends      string        `json:"endDate,omitempty"`
		Status    string        `json:"eventStatus"`
		Location  *Place        `json:"location,omitempty"`
		Organizer *Organization `json:"organizer,omitempty"`
	}
)

// Values of enumerations, by the address that names each.
const (
	InForce        = context + "/InForce"
	NotInForce     = context + "/NotInForce"
	EventScheduled = context + "/EventScheduled"
	EventCancelled = context + "/EventCancelled"

	// LeaseOut is what an offer means that is no sale.
	LeaseOut = "http://purl.org/goodrelations/v1#LeaseOut"

	// Yuan is the currency of every price, of ISO 4217.
	Yuan = "CNY"
)

// Organizations are organizations known by their names alone.
func Organizations(names ...string) (out []Organization) {
	for _, name := range names {
		out = append(out, Organization{Thing: Thing{Type: Types{"Organization"}, Name: name}})
	}
	return out
}

// Named is a place of a type known by its name alone, or none for "".
func Named(kind, name string) *Place {
	if name == "" {
		return nil
	}
	return &Place{Thing: Thing{Type: Types{kind}, Name: name}}
}
