package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestScripts asks the golden site what the files of testdata/http say. A
// request is a line METHOD TARGET; lines "> Name: value" after it are its
// header. The checks that follow it, one a line, are
//
//	status == 200
//	header NAME == VALUE         header NAME contains VALUE       header NAME absent
//	body contains TEXT           body !contains TEXT              body empty
//	json PATH == VALUE           PATH is keys and indexes: hits.0.id; VALUE as JSON, or a bare word
//	links ok                     each address of this site on the page answers 200
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/http/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	ts := httptest.NewServer(openGolden(t).Handler())
	defer ts.Close()
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			x := script{T: t, file: file, base: ts.URL}
			for i, line := range strings.Split(string(text), "\n") {
				x.line = i + 1
				x.run(strings.TrimSpace(line))
			}
		})
	}
}

// script is a file being run, with the last request and its answer.
type script struct {
	*testing.T
	file string
	line int
	base string

	request *http.Request
	answer  *http.Response // nil until the first check
	body    string
}

var requestLine = regexp.MustCompile(`^(GET|HEAD|POST|OPTIONS|DELETE) (\S+)$`)

func (x *script) run(line string) {
	switch m := requestLine.FindStringSubmatch(line); {
	case line == "" || line[0] == '#':
	case m != nil:
		x.request, x.answer = x.newRequest(m[1], m[2]), nil
	case line[0] == '>':
		name, value, _ := strings.Cut(line[1:], ":")
		x.request.Header.Set(strings.TrimSpace(name), strings.TrimSpace(value))
	default:
		if x.answer == nil {
			x.answer, x.body = x.fetch(x.request)
		}
		if problem := x.check(line); problem != "" {
			x.Errorf("%s:%d: %s %s: %s: %s", x.file, x.line, x.request.Method, x.request.URL, line, problem)
		}
	}
}

func (x *script) newRequest(method, target string) *http.Request {
	r, err := http.NewRequest(method, x.base+target, nil)
	if err != nil {
		x.Fatalf("%s:%d: %v", x.file, x.line, err)
	}
	return r
}

// fetch also checks what every answer has.
func (x *script) fetch(r *http.Request) (*http.Response, string) {
	answer, body := roundTrip(x.T, r)
	if !releaseID.MatchString(answer.Header.Get("Release-Id")) {
		x.Errorf("%s:%d: %s has no Release-Id", x.file, x.line, r.URL)
	}
	for name, value := range security {
		if answer.Header.Get(name) != value {
			x.Errorf("%s:%d: %s has no %s", x.file, x.line, r.URL, name)
		}
	}
	return answer, body
}

var releaseID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// check returns what is wrong, or "".
func (x *script) check(line string) string {
	subject, rest, _ := strings.Cut(line, " ")
	switch subject {
	case "status":
		return compare(strconv.Itoa(x.answer.StatusCode), rest)
	case "header":
		name, rest, _ := strings.Cut(rest, " ")
		return compare(strings.Join(x.answer.Header.Values(name), ", "), rest)
	case "body":
		return compare(x.body, rest)
	case "json":
		path, rest, _ := strings.Cut(rest, " ")
		value, err := dig([]byte(x.body), path)
		if err != nil {
			return err.Error()
		}
		return compare(value, rest)
	case "links":
		return x.deadLinks()
	}
	return "no such check"
}

// compare judges what an answer has by an operator and what it should have.
func compare(got, check string) string {
	operator, want, _ := strings.Cut(check, " ")
	ok := false
	switch operator {
	case "==":
		ok = got == want
	case "contains":
		ok = strings.Contains(got, want)
	case "!contains":
		ok = !strings.Contains(got, want)
	case "absent", "empty":
		ok = got == ""
	default:
		return "no such operator"
	}
	if ok {
		return ""
	}
	return fmt.Sprintf("got %.3000q", got)
}

// dig is the value at a path of keys and indexes, as JSON but for strings,
// which stand without their quotes.
func dig(data []byte, path string) (string, error) {
	var at any
	if err := json.Unmarshal(data, &at); err != nil {
		return "", err
	}
	for key := range strings.SplitSeq(path, ".") {
		switch node := at.(type) {
		case map[string]any:
			at = node[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(node) {
				return "", fmt.Errorf("no %s in an array of %d", key, len(node))
			}
			at = node[i]
		default:
			return "", fmt.Errorf("no %s in %v", key, node)
		}
	}
	if text, ok := at.(string); ok {
		return text, nil
	}
	out, err := json.Marshal(at)
	return string(out), err
}

var links = regexp.MustCompile(` href="(/[^"]*)"`)

func (x *script) deadLinks() string {
	found := links.FindAllStringSubmatch(x.body, -1)
	if len(found) == 0 {
		return "there are no links"
	}
	for _, m := range found {
		target := strings.ReplaceAll(m[1], "&amp;", "&")
		if answer, _ := x.fetch(x.newRequest(http.MethodGet, target)); answer.StatusCode != http.StatusOK {
			return fmt.Sprintf("%s answers %s", target, answer.Status)
		}
	}
	return ""
}
