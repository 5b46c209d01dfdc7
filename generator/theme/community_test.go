package theme

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What is not known of a community leaves no trace: neither a heading nor an
// empty list.
func TestBareCommunity(t *testing.T) {
	th := load(t)
	d := parsePage(t, render(t, th, &CommunityPage{Entry: Entry{Page: samplePage("community", "zh-Hans", "社区"), Heading: "社区"}}))
	main := d.all("main")[0]
	for _, tag := range []string{"h2", "h3", "ul", "ol", "dl", "svg", "section", "nav", "aside"} {
		if n := count(main, tag); n > 0 {
			t.Errorf("a page of nothing but a name has %d %s", n, tag)
		}
	}
}

// The order of the page is that of somebody who decides whether to live there.
func TestOrderOfACommunity(t *testing.T) {
	page := sampleCommunity("zh-Hans").(*CommunityPage)
	page.Related, page.Nearby = []Group{sampleGroup("这里的岗位", "jobs_here")}, []Group{sampleGroup("示例市的政策", "city-policy")}
	d := parsePage(t, render(t, load(t), page))
	var got []string
	for h := range d.all("main")[0].Descendants() {
		if h.Data == "h2" {
			got = append(got, content(h))
		}
	}
	want := "定位 认定与称号 户型 去哪里问 设施 步行10分钟以内 圈外的，和没有步行时间的 到园区和商圈 怎么算 常见问题 谁来运营，怎么来的 数字 来源 变更说明 这里的岗位 示例市的政策"
	if text := strings.Join(got, " "); text != want {
		t.Errorf("the headings are\n%s\nwant\n%s", text, want)
	}
}

// The picture of the circle has a name and a description, and each of its
// numbers is a line of the list beside it.
func TestCirclePicture(t *testing.T) {
	page := sampleCommunity("zh-Hans").(*CommunityPage)
	d := parsePage(t, render(t, load(t), page))
	svg := d.all("svg")[0]
	if role, _ := attr(svg, "role"); role != "img" {
		t.Error("the picture has no role")
	}
	for name, tag := range map[string]string{"aria-labelledby": "title", "aria-describedby": "desc"} {
		id, _ := attr(svg, name)
		if n := byID(d, id); n == nil || n.Data != tag || content(n) == "" {
			t.Errorf("%s leads to no %s", name, tag)
		}
	}
	var lines int
	for _, n := range d.all("ol") {
		if class, _ := attr(n, "class"); strings.Contains(class, "numbered") {
			lines = count(n, "li")
		}
	}
	if dots := count(svg, "g"); dots != len(page.Circle.Dots) || lines != len(page.Circle.Inside) {
		t.Errorf("%d dots and %d lines, want %d and %d", dots, lines, len(page.Circle.Dots), len(page.Circle.Inside))
	}
}

func byID(d document, id string) *html.Node {
	for _, n := range d.elements {
		if got, ok := attr(n, "id"); ok && got == id {
			return n
		}
	}
	return nil
}
