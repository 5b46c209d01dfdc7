package feed

import (
	"encoding/xml"
	"strings"
	"testing"
)

func sampleSearch() Search {
	return Search{
		ShortName: "安居 <示例>", Description: "在示例市安居 & 查政策", Lang: "zh-Hans",
		Self: "https://example.com/opensearch.xml", Template: "https://example.com/search?a=1&q={searchTerms}",
		Icon: "https://example.com/favicon.ico",
	}
}

// TestOpenSearch reads the description again, with types of its own.
func TestOpenSearch(t *testing.T) {
	data, err := OpenSearch(sampleSearch())
	if err != nil {
		t.Fatal(err)
	}
	const namespace = "http://a9.com/-/spec/opensearch/1.1/"
	var got struct {
		XMLName     xml.Name
		ShortName   string `xml:"http://a9.com/-/spec/opensearch/1.1/ ShortName"`
		Description string
		Encoding    string `xml:"InputEncoding"`
		Language    string
		Image       string
		URLs        []struct {
			Type     string `xml:"type,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Url"`
	}
	if err := xml.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	in := sampleSearch()
	if got.XMLName.Space != namespace || got.ShortName != in.ShortName || got.Description != in.Description || got.Encoding != "UTF-8" ||
		got.Language != in.Lang || got.Image != in.Icon {
		t.Errorf("read again: %+v", got)
	}
	if len(got.URLs) != 2 || got.URLs[0].Type != "text/html" || got.URLs[0].Template != in.Template || got.URLs[1].Template != in.Self {
		t.Errorf("addresses: %+v", got.URLs)
	}
}

func TestOpenSearchDemandsWhatItsSpecificationDemands(t *testing.T) {
	for name, spoil := range map[string]func(*Search){
		"no name":              func(s *Search) { s.ShortName = "" },
		"a long name":          func(s *Search) { s.ShortName = strings.Repeat("长", MaxShortName+1) },
		"no description":       func(s *Search) { s.Description = "" },
		"a long description":   func(s *Search) { s.Description = strings.Repeat("长", maxDescription+1) },
		"a template of no use": func(s *Search) { s.Template = "https://example.com/search" },
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleSearch()
			spoil(&s)
			if data, err := OpenSearch(s); err == nil {
				t.Errorf("accepted: %s", data)
			}
		})
	}
	t.Run("as long as may be", func(t *testing.T) {
		s := sampleSearch()
		s.ShortName, s.Icon = strings.Repeat("长", MaxShortName), ""
		if data, err := OpenSearch(s); err != nil || strings.Contains(string(data), "<Image") {
			t.Errorf("%s, %v", data, err)
		}
	})
}
