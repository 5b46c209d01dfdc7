package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// systemRow is a row of doc/systems.md: a system, a dimension or a number of
// the founding article, and where it can be seen to work.
type systemRow struct{ id, site, where, seen, remark string }

// TestSystems goes to the place that each row of doc/systems.md gives, and
// looks there for what the row says is seen.
func TestSystems(t *testing.T) {
	rows := systemRows(t)
	checkSystemIDs(t, rows)
	sources := map[string]string{"real": "..", "demo": "testdata/demo"}
	handlers := map[string]http.Handler{}
	for name, source := range sources {
		handlers[name] = releaseOf(t, source).Handler()
	}
	for _, row := range rows {
		t.Run(row.id, func(t *testing.T) {
			row.checkRemark(t, handlers)
			handler, known := handlers[row.site]
			switch {
			case row.site == "-" && row.where == "-" && row.remark != "":
			case !known:
				t.Errorf("the site is %q, the place %q, the remark %q", row.site, row.where, row.remark)
			case strings.HasPrefix(row.where, "anju "):
				row.checkCommand(t, sources[row.site])
			case strings.HasPrefix(row.where, "/search?"):
				row.checkSearch(t, handler)
			default:
				row.checkPage(t, handler)
			}
		})
	}
}

func systemRows(t *testing.T) (rows []systemRow) {
	t.Helper()
	text, err := os.ReadFile("doc/systems.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) == 1 || strings.HasPrefix(line, "|---") || strings.HasPrefix(line, "| row |") {
			continue
		}
		if len(cells) != 8 {
			t.Fatalf("%d cells: %s", len(cells)-2, line)
		}
		for i, c := range cells {
			cells[i] = strings.TrimSpace(strings.ReplaceAll(c, "`", ""))
		}
		rows = append(rows, systemRow{cells[1], cells[3], cells[4], cells[5], cells[6]})
	}
	return rows
}

// checkSystemIDs demands each row of the article once, in its order.
func checkSystemIDs(t *testing.T, rows []systemRow) {
	t.Helper()
	var got, want []string
	for _, row := range rows {
		got = append(got, row.id)
	}
	for _, group := range []struct {
		letter string
		last   int
	}{{"S", 46}, {"D", 25}, {"N", 8}} {
		for i := range group.last {
			want = append(want, fmt.Sprint(group.letter, i+1))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are %v\nwant %v", got, want)
	}
}

// words are what must be seen.
func (row systemRow) words(t *testing.T) []string {
	t.Helper()
	words := strings.Split(row.seen, "; ")
	if slices.Contains(words, "") || slices.Contains(words, "-") {
		t.Fatalf("nothing is to be seen at %s", row.where)
	}
	return words
}

// checkRemark asks for every path that the remark names: a site must have it.
func (row systemRow) checkRemark(t *testing.T, handlers map[string]http.Handler) {
	for _, word := range strings.Fields(row.remark) {
		path := strings.TrimRight(word, ".,;:")
		if !strings.HasPrefix(path, "/") {
			continue
		}
		codes := []int{answerOf(handlers["real"], path).Code, answerOf(handlers["demo"], path).Code}
		if !slices.Contains(codes, http.StatusOK) {
			t.Errorf("no site has %s", path)
		}
	}
}

func (row systemRow) checkCommand(t *testing.T, source string) {
	var out bytes.Buffer
	args := append(strings.Fields(row.where)[1:], "-C", source, "--now", siteNow.Format(time.RFC3339))
	if code := run(t.Context(), args, &out, &out); code != 0 && code != exitFindings {
		t.Errorf("%s: exit code %d", row.where, code)
	}
	for _, word := range row.words(t) {
		if !strings.Contains(out.String(), word) {
			t.Errorf("%s does not print %q:\n%s", row.where, word, &out)
		}
	}
}

func (row systemRow) checkSearch(t *testing.T, handler http.Handler) {
	given, err := url.Parse(row.where)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ Hits []struct{ URL string } }
	body := fetchPage(t, handler, "/api/v1/search?"+given.Query().Encode())
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatal(err)
	}
	var urls []string
	for _, hit := range answer.Hits {
		urls = append(urls, hit.URL)
	}
	for _, want := range row.words(t) {
		if !slices.Contains(urls[:min(3, len(urls))], want) {
			t.Errorf("%s: %s is not among the first three of %v", row.where, want, urls)
		}
	}
}

func (row systemRow) checkPage(t *testing.T, handler http.Handler) {
	path, anchor, anchored := strings.Cut(row.where, "#")
	text := fetchPage(t, handler, path)
	if strings.HasSuffix(path, "/") {
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if anchored && !hasID(root, anchor) {
			t.Errorf("%s has no #%s", path, anchor)
		}
		text = inner(mainOf(root))
	}
	for _, word := range row.words(t) {
		if !strings.Contains(text, word) {
			t.Errorf("%s does not say %q", row.where, word)
		}
	}
}

// mainOf is what a page itself says, without the frame that all pages share.
func mainOf(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Main {
			return n
		}
	}
	return root
}

func hasID(root *html.Node, id string) bool {
	for n := range root.Descendants() {
		if got, ok := attr(n, "id"); ok && got == id {
			return true
		}
	}
	return false
}

func fetchPage(t *testing.T, handler http.Handler, target string) string {
	t.Helper()
	answer := answerOf(handler, target)
	if answer.Code != http.StatusOK {
		t.Fatalf("%s answers %d", target, answer.Code)
	}
	return answer.Body.String()
}

func answerOf(handler http.Handler, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("GET", target, nil))
	return w
}
