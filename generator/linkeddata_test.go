package main

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// stated are the types of schema.org that pages may use, and for each the
// properties, as its own pages list them. What is not here is a slip of the pen.
var stated = map[string]string{
	"WebPage":                      "inLanguage isPartOf datePublished dateModified breadcrumb mainEntity",
	"CollectionPage":               "inLanguage isPartOf breadcrumb mainEntity",
	"WebSite":                      "inLanguage publisher potentialAction",
	"SearchAction":                 "target query-input",
	"EntryPoint":                   "urlTemplate",
	"BreadcrumbList":               "itemListElement",
	"ItemList":                     "itemListElement",
	"ListItem":                     "position item",
	"Organization":                 "location",
	"GovernmentOrganization":       "location",
	"Place":                        "address containedInPlace amenityFeature",
	"ApartmentComplex":             "address containedInPlace amenityFeature accommodationFloorPlan",
	"City":                         "",
	"LocationFeatureSpecification": "value",
	"FloorPlan":                    "floorSize numberOfAccommodationUnits",
	"Product":                      "offers",
	"Offer":                        "businessFunction priceSpecification",
	"UnitPriceSpecification":       "price minPrice maxPrice priceCurrency unitCode",
	"QuantitativeValue":            "value minValue maxValue unitCode unitText",
	"GovernmentService":            "disambiguatingDescription serviceOperator audience areaServed jurisdiction subjectOf",
	"Audience":                     "audienceType",
	"Legislation":                  "legislationIdentifier legislationDate legislationPassedBy legislationLegalForce creativeWorkStatus datePublished legislationJurisdiction sameAs",
	"HowTo":                        "inLanguage step",
	"HowToStep":                    "position text",
	"Article":                      "headline inLanguage datePublished dateModified publisher",
	"JobPosting":                   "title datePosted validThrough employmentType hiringOrganization jobLocation baseSalary totalJobOpenings educationRequirements skills",
	"MonetaryAmount":               "currency value",
	"Event":                        "startDate endDate eventStatus location organizer",
}

// ofThing are the properties that every type has.
var ofThing = []string{"@type", "@id", "name", "url", "description", "image"}

// The forms of days and moments: a day, month or year, or a moment in the zone
// of the content.
var (
	dayPattern    = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)
	momentPattern = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$`)
)

var dated = []string{"datePublished", "dateModified", "legislationDate", "datePosted", "validThrough", "startDate", "endDate"}

// linked reads the linked data of a page.
type linked struct {
	site       found
	defined    map[string]bool // ids of things
	referred   []string        // ids that something refers to
	complaints []string
}

// linkedComplaints are what is wrong with the linked data of a page.
func (f found) linkedComplaints(p page) []string {
	var scripts []string
	for _, n := range p.all(atom.Script) {
		if kind, _ := attr(n, "type"); kind == "application/ld+json" {
			scripts = append(scripts, inner(n))
		}
	}
	if p.canonical() == "" && len(scripts) == 0 {
		return nil // a message, which has no address
	}
	if len(scripts) != 1 {
		return []string{"has not one script of linked data"}
	}
	var document struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(scripts[0]), &document); err != nil {
		return []string{err.Error()}
	}
	l := &linked{site: f, defined: map[string]bool{}}
	if document.Context != "https://schema.org" || len(document.Graph) == 0 || document.Graph[0]["@id"] != p.canonical() {
		l.complain("the graph does not begin with the page")
	}
	for _, thing := range document.Graph {
		l.thing(thing)
	}
	for _, id := range l.referred {
		if !l.defined[id] {
			l.complain("refers to " + id + ", which is nothing")
		}
	}
	return l.complaints
}

func (l *linked) complain(text string) { l.complaints = append(l.complaints, "linked data: "+text) }

// thing reads a thing and all that stands in it.
func (l *linked) thing(thing map[string]any) {
	id, named := thing["@id"].(string)
	if named && len(thing) == 1 {
		l.referred = append(l.referred, id)
		return
	}
	if named && (l.defined[id] || !strings.HasPrefix(id, siteBase+"/")) {
		l.complain(id + " is there twice, or not absolute")
	}
	l.defined[id] = true
	may := slices.Clone(ofThing)
	for _, kind := range typesOf(thing) {
		properties, known := stated[kind]
		if !known {
			l.complain("an unknown type " + kind)
		}
		may = append(may, strings.Fields(properties)...)
	}
	for name, value := range thing {
		if !slices.Contains(may, name) {
			l.complain(strings.Join(typesOf(thing), " and ") + " has no property " + name)
		}
		l.value(name, value)
	}
}

// typesOf are the types of a thing; "" for one that has none.
func typesOf(thing map[string]any) (types []string) {
	list, several := thing["@type"].([]any)
	if !several {
		kind, _ := thing["@type"].(string)
		return []string{kind}
	}
	for _, kind := range list {
		name, _ := kind.(string)
		types = append(types, name)
	}
	return types
}

func (l *linked) value(name string, value any) {
	switch v := value.(type) {
	case map[string]any:
		l.thing(v)
	case []any:
		for _, x := range v {
			l.value(name, x)
		}
	case string:
		switch {
		case strings.TrimSpace(v) == "":
			l.complain(name + " is empty")
		case slices.Contains(dated, name) && !dayPattern.MatchString(v) && !momentPattern.MatchString(v):
			l.complain(name + " is no date: " + v)
		case slices.Contains([]string{"url", "item", "image", "sameAs"}, name) && !l.site.holds(v):
			l.complain(name + " leads nowhere: " + v)
		}
	}
}
