package theme

import (
	"net/url"
	"strings"
)

// Meta is a meta element of a page.
type Meta struct{ Name, Content string }

// GovernmentMeta are the meta elements that pages of government websites bear,
// by which the national inspection of them reads what a page is: of the site,
// of its part, and of the article. There are none on any other site. Names,
// order and the forms of SiteDomain (the bare host) and PubDate (2006-01-02
// 15:04) follow 政府网站发展指引 (国办发〔2017〕47号) as pages of governments show
// them. Description is the one that every page has.
func (p *Page) GovernmentMeta() []Meta {
	if !p.Publisher.Official {
		return nil
	}
	domain := p.BaseURL
	if u, err := url.Parse(p.BaseURL); err == nil && u.Host != "" {
		domain = u.Host
	}
	out := []Meta{{"SiteName", p.SiteTitle()}, {"SiteDomain", domain}, {"SiteIDCode", p.Publisher.SiteID}}
	if p.Column != "" {
		out = append(out, Meta{"ColumnName", p.Column})
	}
	if r := p.Record; r != nil {
		source := r.Source
		if source == "" {
			source = p.PublisherName()
		}
		return append(out, Meta{"ArticleTitle", p.Title}, Meta{"PubDate", r.PubDate}, Meta{"ContentSource", source},
			Meta{"Keywords", strings.Join(r.Keywords, ",")})
	}
	if p.Column != "" {
		out = append(out, Meta{"ColumnDescription", p.Description}, Meta{"ColumnKeywords", p.Column}, Meta{"ColumnType", p.Column})
	}
	return out
}
