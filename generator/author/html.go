package author

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is the main text of a web page, and what its head says of it.
type page struct {
	title, publisher, published string
	lines                       []string
}

var htmlLike = regexp.MustCompile(`(?i)<(?:!doctype|html|head|body|p|div|span|br|table|article|h[1-6])[\s/>]`)

// isHTML reports whether text is HTML and no plain text.
func isHTML(text string) bool { return htmlLike.MatchString(text) }

// readHTML reads a page: its main text, block by block.
func readHTML(text string) (p page) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested deeper than the parser bears: nothing can be read
		return p
	}
	p.readHead(root)
	w := &blocks{}
	w.walk(mainText(root))
	w.flush()
	p.lines = w.lines
	return p
}

// metaNames are the names under which pages state facts; those of government
// sites are prescribed (国办发〔2017〕47号).
var metaNames = map[string][]string{
	"title":     {"articletitle", "og:title"},
	"publisher": {"contentsource", "og:site_name", "sitename"},
	"published": {"pubdate", "article:published_time", "publishdate"},
}

// readHead takes what the page states of itself.
func (p *page) readHead(root *html.Node) {
	meta, heading, title := map[string]string{}, "", ""
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			name := strings.ToLower(attribute(n, "name") + attribute(n, "property"))
			meta[name] = strings.TrimSpace(attribute(n, "content"))
		case atom.H1:
			heading = first(heading, plain(n))
		case atom.Title:
			title = first(title, plain(n))
		}
	}
	of := func(what string) (text string) {
		for _, name := range metaNames[what] {
			text = first(text, meta[name])
		}
		return text
	}
	p.publisher, p.published = of("publisher"), of("published")
	p.title = first(first(of("title"), heading), title)
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// plain is the text of n in one line.
func plain(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// leastText is how much text an element must hold to be the main one, in code
// points.
const leastText = 60

var mainName = regexp.MustCompile(`(?i)trs_editor|^zoom$|article|^content$|main-?content|news_?con|pages_content`)

// mainText is the element that holds the text of the page: the body where none
// says so.
func mainText(root *html.Node) *html.Node {
	for _, isMain := range []func(*html.Node) bool{
		func(n *html.Node) bool { return n.DataAtom == atom.Article || n.DataAtom == atom.Main },
		func(n *html.Node) bool {
			names := append(strings.Fields(attribute(n, "class")), attribute(n, "id"))
			return n.DataAtom == atom.Div && slices.ContainsFunc(names, mainName.MatchString)
		},
	} {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && isMain(n) && utf8.RuneCountInString(plain(n)) >= leastText {
				return n
			}
		}
	}
	return root
}

// dropped are elements that hold none of the text.
var dropped = []atom.Atom{
	atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Header, atom.Footer, atom.Aside,
	atom.Form, atom.Button, atom.Select, atom.Iframe, atom.Svg, atom.Object, atom.Figure,
}

// inline are elements that stand within a line.
var inline = []atom.Atom{
	atom.A, atom.Span, atom.Strong, atom.B, atom.Em, atom.I, atom.U, atom.Font, atom.Sub, atom.Sup, atom.Small, atom.Mark, atom.Code, atom.Time,
}

// blocks collects the text of a page, a block to a line.
type blocks struct {
	lines []string
	line  strings.Builder
}

func (w *blocks) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.line.WriteString(n.Data)
		return
	case n.Type == html.CommentNode || slices.Contains(dropped, n.DataAtom):
		return
	case n.DataAtom == atom.Table && isData(n):
		w.flush()
		w.lines = append(w.lines, tableLines(n)...)
		return
	}
	block := n.Type == html.ElementNode && !slices.Contains(inline, n.DataAtom)
	if block {
		w.flush()
	}
	switch n.DataAtom {
	case atom.Li:
		w.line.WriteString("- ")
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.line.WriteString(headingMark)
	}
	for c := range n.ChildNodes() {
		w.walk(c)
	}
	if block {
		w.flush()
	}
}

// flush ends the line.
func (w *blocks) flush() {
	line := strings.Join(strings.Fields(w.line.String()), " ")
	w.line.Reset()
	if line != "" && line != "-" && line != strings.TrimSpace(headingMark) {
		w.lines = append(w.lines, line)
	}
}
