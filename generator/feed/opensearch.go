package feed

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Search tells a browser how to search a site. Template is the address of the
// answers with {searchTerms} for what was typed. Icon may be missing.
type Search struct {
	ShortName, Description, Lang string
	Self, Template               string
	Icon                         string // address of a favicon.ico
}

// The limits of OpenSearch 1.1, in characters.
const (
	MaxShortName   = 16
	maxDescription = 1024
)

// The elements of OpenSearch 1.1 that a description uses, in the order it
// writes them.
type (
	openSearch struct {
		XMLName     xml.Name         `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName   string           `xml:"ShortName"`
		Description string           `xml:"Description"`
		Encoding    string           `xml:"InputEncoding"`
		Lang        string           `xml:"Language"`
		Image       *openSearchImage `xml:"Image"`
		URLs        []openSearchURL  `xml:"Url"`
	}
	openSearchImage struct {
		Type string `xml:"type,attr"`
		URL  string `xml:",chardata"`
	}
	openSearchURL struct {
		Type     string `xml:"type,attr"`
		Rel      string `xml:"rel,attr,omitempty"`
		Template string `xml:"template,attr"`
	}
)

// openSearchType is the media type of a description.
const openSearchType = "application/opensearchdescription+xml"

// OpenSearch writes s as OpenSearch 1.1 has it, the same bytes for the same
// search. It fails where s lacks what that demands, or is longer.
func OpenSearch(s Search) ([]byte, error) {
	name, description := utf8.RuneCountInString(s.ShortName), utf8.RuneCountInString(s.Description)
	if name < 1 || name > MaxShortName || description < 1 || description > maxDescription || !strings.Contains(s.Template, "{searchTerms}") {
		return nil, fmt.Errorf("the search %q needs a name of at most %d characters, a description and a template", s.ShortName, MaxShortName)
	}
	out := openSearch{
		ShortName: clean(s.ShortName), Description: clean(s.Description), Encoding: "UTF-8", Lang: s.Lang,
		URLs: []openSearchURL{{"text/html", "", s.Template}, {openSearchType, "self", s.Self}},
	}
	if s.Icon != "" {
		out.Image = &openSearchImage{"image/x-icon", s.Icon}
	}
	body, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the search %q: %w", s.ShortName, err)
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}
