package schemaorg

// The pages of a site, and what leads over them.
type (
	// WebPage is a page, also of the type CollectionPage.
	WebPage struct {
		Thing
		InLanguage string   `json:"inLanguage,omitempty"`
		IsPartOf   *WebSite `json:"isPartOf,omitempty"`
		Published  string   `json:"datePublished,omitempty"`
		Modified   string   `json:"dateModified,omitempty"`
		Breadcrumb *Ref     `json:"breadcrumb,omitempty"`
		MainEntity *Ref     `json:"mainEntity,omitempty"`
	}
	// WebSite is a site in one language.
	WebSite struct {
		Thing
		InLanguage string        `json:"inLanguage,omitempty"`
		Publisher  *Organization `json:"publisher,omitempty"`
		Action     *SearchAction `json:"potentialAction,omitempty"`
	}
	// SearchAction is how to search a site.
	SearchAction struct {
		Type       Types      `json:"@type"`
		Target     EntryPoint `json:"target"`
		QueryInput string     `json:"query-input"`
	}
	// EntryPoint is where an action begins.
	EntryPoint struct {
		Type        Types  `json:"@type"`
		URLTemplate string `json:"urlTemplate"`
	}
	// List is a BreadcrumbList or an ItemList.
	List struct {
		Thing
		Items []ListItem `json:"itemListElement"`
	}
	// ListItem is a place in a list, counted from 1. A trail names what stands
	// there as Item, a list by its URL.
	ListItem struct {
		Type     Types  `json:"@type"`
		Position int    `json:"position"`
		Name     string `json:"name"`
		Item     string `json:"item,omitempty"`
		URL      string `json:"url,omitempty"`
	}
)

// Search is the way to search a site: template is the address of the answers
// with {search_term_string} for the words.
func Search(template string) *SearchAction {
	return &SearchAction{
		Type: Types{"SearchAction"}, Target: EntryPoint{Types{"EntryPoint"}, template},
		QueryInput: "required name=search_term_string",
	}
}

// Trail is where a page stands. Items name what each step is called and where
// it leads; the last one may lead nowhere.
func Trail(id string, steps []ListItem) *List { return list("BreadcrumbList", id, steps) }

// Items are the things that a page lists.
func Items(id string, items []ListItem) *List { return list("ItemList", id, items) }

func list(kind, id string, items []ListItem) *List {
	for i := range items {
		items[i].Type, items[i].Position = Types{"ListItem"}, i+1
	}
	return &List{Thing: Thing{Type: Types{kind}, ID: id}, Items: items}
}
