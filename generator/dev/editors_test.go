package dev

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/validity"
	"anju/themes"
)

// demo is the demonstration site, planned once.
var demo = sync.OnceValues(func() (*state, error) {
	look, err := fs.Sub(themes.Default, "default")
	if err != nil {
		return nil, err
	}
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, validity.Zone)
	source := os.DirFS("../testdata/demo")
	planned, list, err := build.Plan(build.Options{Source: source, Theme: look, Now: now})
	return &state{version: 5, planned: planned, pages: 5, now: now, source: source, findings: list}, err
})

func demoState(t *testing.T) *state {
	t.Helper()
	s, err := demo()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// listed are the lines of a list of the desk as those see it who ask so.
func listed(t *testing.T, asked url.Values, name string) []deskRow {
	t.Helper()
	p := newDesk(demoState(t), "zh-Hans", asked, nil).page()
	i := slices.IndexFunc(p.Lists, func(l deskList) bool { return l.Name == name })
	if i < 0 {
		t.Fatalf("the desk has no list %s", name)
	}
	return p.Lists[i].Rows
}

// TestDeskHasEveryList: what check lists stands on the desk, once.
func TestDeskHasEveryList(t *testing.T) {
	var names []string
	for _, l := range newDesk(demoState(t), "zh-Hans", nil, nil).page().Lists {
		names = append(names, l.Name)
		if l.Title == "" {
			t.Errorf("%s has no title", l.Name)
		}
	}
	want := check.Lists()
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("the desk has %v, want %v", names, want)
	}
}

func TestDeskFilters(t *testing.T) {
	tests := []struct {
		name, list, asked string
		some              bool
	}{
		{"of a kind", "incomplete", "kind=community", true},
		{"of a city", "stale", "city=linshi", false},
		{"gaps of a city", "gaps", "city=shili", true},
		{"gaps are no policies", "gaps", "kind=policy", false},
		{"nobody answers for a gap", "gaps", "owner=x", false},
		{"of an office", "stale", "owner=" + url.QueryEscape("示例市编辑组（虚构）"), true},
		{"all at once", "stale", "kind=community&city=shili&owner=" + url.QueryEscape("示例市编辑组（虚构）"), true},
		{"of a city that is none", "incomplete", "city=nowhere", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			asked, err := url.ParseQuery(test.asked)
			if err != nil {
				t.Fatal(err)
			}
			all, rows := listed(t, nil, test.list), listed(t, asked, test.list)
			if len(rows) > 0 != test.some || len(rows) > len(all) {
				t.Errorf("%d of %d lines", len(rows), len(all))
			}
			for _, row := range rows {
				if kind := asked.Get("kind"); kind != "" && !strings.HasPrefix(row.Line[0], kind+":") && !strings.HasPrefix(string(row.Ref), kind+":") {
					t.Errorf("%s is no %s", row.Line, kind)
				}
			}
		})
	}
}

// TestOperators: they are scored though they are no entries.
func TestOperators(t *testing.T) {
	row := check.Row{Line: check.Line{"operator:x", "1/2"}}
	for kind, want := range map[string]bool{"operator": true, "policy": false} {
		if got := newDesk(demoState(t), "zh-Hans", url.Values{"kind": {kind}}, nil).wants(row); got != want {
			t.Errorf("an operator is a %s: %v", kind, got)
		}
	}
}

func TestDeskRows(t *testing.T) {
	incomplete := listed(t, nil, "incomplete")[0]
	if incomplete.URL == "" || incomplete.Title == incomplete.Line[0] || len(incomplete.Why) != 1 || len(incomplete.Fold) == 0 {
		t.Errorf("an incomplete entry is %+v", incomplete)
	}
	if gap := listed(t, url.Values{"city": {"shili"}}, "gaps")[0]; gap.Title != "示例" || gap.URL != "" {
		t.Errorf("a gap is %+v", gap)
	}
	if draft := listed(t, nil, "drafts")[0]; draft.URL != "" || draft.Title != draft.File {
		t.Errorf("a draft is %+v", draft)
	}
}

func TestDuties(t *testing.T) {
	duties := newDesk(demoState(t), "zh-Hans", nil, nil).duties()
	all := 0
	for i, d := range duties {
		all += d.All
		if i > 0 && duties[i-1].Due < d.Due {
			t.Errorf("%q stands before %q, who has more to do", duties[i-1].Owner, d.Owner)
		}
	}
	if duties[0].Owner == "" || duties[0].Due == 0 || all < 40 {
		t.Errorf("duties %+v", duties)
	}
}

// TestOwnAnswers asks for all that is dev's own.
func TestOwnAnswers(t *testing.T) {
	good, unplanned := demoState(t), broken()
	unplanned.planned = nil
	tests := []struct {
		name, path string
		state      *state
		status     int
		mediaType  string
		holds      string
	}{
		{"the script", "/_dev/dev.js", good, 200, "text/javascript; charset=utf-8", "EventSource"},
		{"the sheet of the desk", "/_dev/editors.css", unplanned, 200, "text/css; charset=utf-8", ".desk"},
		{"a template is no file", "/_dev/panel.html", good, 404, "text/plain; charset=utf-8", "404"},
		{"nothing below", "/_dev/", good, 404, "text/plain; charset=utf-8", "404"},
		{"all findings", "/en/_dev/findings/", unplanned, 200, htmlType, "有 2 处错误"},
		{"the desk", "/editors/", good, 200, htmlType, `编辑台</h1>`},
		{"the desk in English", "/en/editors/?kind=policy", good, 200, htmlType, `<option value="policy" selected>`},
		{"the desk before the first site", "/editors/", unplanned, 503, htmlType, "有 2 处错误"},
		{"the style page", "/style/", good, 200, htmlType, "src=\"/_dev/dev.js\""},
	}
	b := newBrowsers(t.TempDir(), "zh-Hans")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !b.owns(strings.Split(test.path, "?")[0]) {
				t.Error("dev does not own it")
			}
			w := httptest.NewRecorder()
			b.answer(test.state, w, httptest.NewRequest(http.MethodGet, test.path, nil))
			if w.Code != test.status || w.Header().Get("Content-Type") != test.mediaType || !strings.Contains(w.Body.String(), test.holds) {
				t.Errorf("%d %s\n%.2000s", w.Code, w.Header().Get("Content-Type"), w.Body)
			}
		})
	}
	for _, path := range []string{"/", "/policies/", "/editors/x", "/stylesheet/", "/_deviate/"} {
		if b.owns(path) {
			t.Errorf("dev owns %s", path)
		}
	}
}
