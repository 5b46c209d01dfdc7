package theme

import (
	"slices"
	"testing"
)

// The meta elements say what a page is: a page alone, a list, an article.
func TestGovernmentMeta(t *testing.T) {
	frame := &Frame{
		Title: map[string]string{"zh-Hans": "示例市"}, BaseURL: "https://www.example.gov.cn",
		Publisher: Publisher{Official: true, SiteID: "3200000001", Name: map[string]string{"zh-Hans": "示例市人才办"}},
	}
	site := []Meta{{"SiteName", "示例市"}, {"SiteDomain", "www.example.gov.cn"}, {"SiteIDCode", "3200000001"}}
	record := &Record{PubDate: "2026-10-01 00:00", Source: "示例日报", Keywords: []string{"政策", "租房"}}
	unsourced := &Record{PubDate: "2026-10-01 00:00"}
	for name, tt := range map[string]struct {
		page Page
		want []Meta
	}{
		"home": {Page{}, site},
		"list": {Page{Column: "政策", Description: "补贴"}, append(slices.Clone(site),
			Meta{"ColumnName", "政策"}, Meta{"ColumnDescription", "补贴"}, Meta{"ColumnKeywords", "政策"}, Meta{"ColumnType", "政策"})},
		"article": {Page{Column: "政策", Title: "办法", Record: record}, append(slices.Clone(site), Meta{"ColumnName", "政策"},
			Meta{"ArticleTitle", "办法"}, Meta{"PubDate", "2026-10-01 00:00"}, Meta{"ContentSource", "示例日报"}, Meta{"Keywords", "政策,租房"})},
		"article of the site itself": {Page{Title: "关于", Record: unsourced}, append(slices.Clone(site),
			Meta{"ArticleTitle", "关于"}, Meta{"PubDate", "2026-10-01 00:00"}, Meta{"ContentSource", "示例市人才办"}, Meta{"Keywords", ""})},
	} {
		tt.page.Frame, tt.page.Lang = frame, "zh-Hans"
		if got := tt.page.GovernmentMeta(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v\nwant %v", name, got, tt.want)
		}
	}
	if got := (&Page{Frame: &Frame{}, Column: "政策", Record: record}).GovernmentMeta(); got != nil {
		t.Errorf("an unofficial site: %v", got)
	}
}
