package schemaorg

import "testing"

// TestGraphJSON: what is empty is left out, a single type is a string, and
// nothing can end the script element that the text stands in.
func TestGraphJSON(t *testing.T) {
	rent, area := int64(900), 30.5
	tests := []struct {
		name  string
		graph Graph
		want  string
	}{
		{"nothing", Graph{}, `{"@context":"https://schema.org","@graph":[]}`},
		{"markup in a text", Graph{&WebPage{Thing: Thing{Type: Types{"WebPage"}, Name: "</script><!-- & 安居"}}},
			`{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"\u003c/script\u003e\u003c!-- \u0026 安居"}]}`},
		{"a trail", Graph{Trail("https://x.test/#trail", []ListItem{{Name: "首页", Item: "https://x.test/"}, {Name: "政策"}})},
			`{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","@id":"https://x.test/#trail","itemListElement":[` +
				`{"@type":"ListItem","position":1,"name":"首页","item":"https://x.test/"},{"@type":"ListItem","position":2,"name":"政策"}]}]}`},
		{"two types and a range", Graph{&FloorPlan{
			Thing: Thing{Type: Types{"FloorPlan", "Product"}}, Size: &Quantity{Type: Types{"QuantitativeValue"}, Max: &area, UnitCode: "MTK"},
			Offers: &Offer{Types{"Offer"}, LeaseOut, &UnitPrice{Type: Types{"UnitPriceSpecification"}, Name: "每月900元", Price: &rent, Currency: Yuan, UnitCode: "MON"}},
		}},
			`{"@context":"https://schema.org","@graph":[{"@type":["FloorPlan","Product"],"floorSize":{"@type":"QuantitativeValue","maxValue":30.5,"unitCode":"MTK"},` +
				`"offers":{"@type":"Offer","businessFunction":"http://purl.org/goodrelations/v1#LeaseOut","priceSpecification":` +
				`{"@type":"UnitPriceSpecification","name":"每月900元","price":900,"priceCurrency":"CNY","unitCode":"MON"}}}]}`},
		{"a reference", Graph{&WebPage{Thing: Thing{Type: Types{"WebPage"}}, MainEntity: To("https://x.test/#it"), Breadcrumb: To("")}},
			`{"@context":"https://schema.org","@graph":[{"@type":"WebPage","mainEntity":{"@id":"https://x.test/#it"}}]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(tt.graph.JSON()); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
