package markdown

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"anju/generator/diag"
)

// TestNoScript tries to get a script past Convert, with a Resolve that lets
// everything through, and judges what a browser would make of the output.
func TestNoScript(t *testing.T) {
	payloads := payloads(t)
	if len(payloads) < 60 {
		t.Fatalf("only %d payloads", len(payloads))
	}
	for _, p := range payloads {
		t.Run(p, func(t *testing.T) {
			doc, _ := Convert(Source{File: "a.md", Line: 1, Show: echoPicture, Text: []byte(p)}, echo)
			for _, fault := range unsafe(t, doc.HTML) {
				t.Errorf("%s in %s", fault, doc.HTML)
			}
		})
	}
}

// TestUnsafeSeesFaults proves that the judge of the other tests can say no.
func TestUnsafeSeesFaults(t *testing.T) {
	for _, page := range []string{
		"<script>x</script>", "<p onclick=x>", "<p style=x>", "<a href=' java\nscript:x'>",
		"<a href=data:x>", "<img src=VBScript:x>", "<svg></svg>", "<iframe>", "<p id=a><p id=a>",
		"<a href=ftp://x>", "<form action=x>", "<!-- x -->",
	} {
		if len(unsafe(t, page)) == 0 {
			t.Errorf("%s passes", page)
		}
	}
}

// payloads reads testdata/xss.txt: one a line, "\n" for a line break.
func payloads(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/xss.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		line = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\0`, "\x00", `\x01`, "\x01").Replace(line)
		all = append(all, line)
	}
	return all
}

func echo(dest string) (string, diag.Text, bool) { return dest, diag.Text{}, true }

func echoPicture(name string) (Picture, diag.Text, bool) {
	return Picture{name, name + " 480w", 480, 320}, diag.Text{}, true
}

// allowed are the elements that Convert prints.
var allowed = elements(`html head body h2 h3 h4 h5 h6 p a em strong del code pre blockquote aside
	ul ol li input hr br img figure figcaption div table thead tbody tr th td sup`)

func elements(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

// unsafe lists what must not be in a page.
func unsafe(t *testing.T, page string) (faults []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatalf("parsing the output: %v", err)
	}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			faults = append(faults, "comment")
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !allowed[n.Data] {
			faults = append(faults, "element "+n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "id" && ids[a.Val] {
				faults = append(faults, "second id "+a.Val)
			}
			ids[a.Val] = ids[a.Val] || a.Key == "id"
			if !safeAttribute(a) {
				faults = append(faults, "attribute "+a.Key+"="+a.Val)
			}
		}
	}
	return faults
}

func safeAttribute(a html.Attribute) bool {
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "target":
		return false
	case a.Key == "href" || a.Key == "src":
		return safeAddress(a.Val)
	}
	return true
}

// safeAddress reads an address as browsers do: without control characters.
func safeAddress(address string) bool {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address)
	before, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(before, "/?#") {
		return true
	}
	switch strings.ToLower(before) {
	case "http", "https", "mailto", "tel":
		return true
	}
	// What no browser takes for a scheme is a relative path.
	return !regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*$`).MatchString(before)
}

// FuzzConvert holds for any text: no panic, a page that is safe to show, ids
// that occur once, and headings as listed.
func FuzzConvert(f *testing.F) {
	for _, seed := range []string{
		"## 申请\n\n[a](#申请)", "> [!NOTE]\n> x", "a[^1]\n\n[^1]: b", "|a|b|\n|-|:-:|\n|1|2|",
		"- [x] a\n\t- b", "![a](b \"c\")", "<https://a.b>", "[a]: javascript:x\n[a]", "<b>\n~~a~~ **《b》**c",
		"[a [<http://b>](c)](d)", "a\\ b&amp;&#0;\\\n", "# a\n===\n#### b\n## fn:1", "![[a](b)](c)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, found := Convert(Source{File: "a.md", Line: 3, Show: echoPicture, Text: []byte(text)}, echo)
		for _, fault := range unsafe(t, doc.HTML) {
			t.Errorf("%s in %s", fault, doc.HTML)
		}
		compareHeadings(t, doc)
		lines := strings.Count(text, "\n") + 1
		for _, d := range found {
			if d.Line < 3 || d.Line >= 3+lines || d.Col < 1 {
				t.Errorf("%s at %d:%d is outside of the text", d.Code, d.Line, d.Col)
			}
		}
	})
}

func compareHeadings(t *testing.T, doc Document) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(doc.HTML))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data != "hr" {
			ids = append(ids, n.Attr[0].Val)
		}
	}
	var want []string
	for _, h := range doc.Headings {
		want = append(want, h.ID)
	}
	if strings.Join(ids, " ") != strings.Join(want, " ") {
		t.Errorf("headings in HTML %q, listed %q", ids, want)
	}
}
