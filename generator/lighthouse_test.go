package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"anju/generator/server"
)

// lighthouseRuns is how often each page is measured: the median counts.
const lighthouseRuns = 3

// measured are the pages that Lighthouse measures; of those that are not to be
// found by search engines, what these ask for is no matter.
var measured = []struct {
	name, path string
	indexed    bool
}{
	{"home", "/", true},
	{"community", "/communities/dongfang-qingnian/", true},
	{"policy", "/policies/wuxi-2020-rent-subsidy/", true},
	{"list", "/policies/", true},
	{"bare search", "/search/", false},
}

// lighthouseReport is what Lighthouse says of a page.
type lighthouseReport struct {
	Categories map[string]struct {
		Score  float64 `json:"score"` // of 1
		Audits []struct {
			ID     string  `json:"id"`
			Weight float64 `json:"weight"`
		} `json:"auditRefs"`
	} `json:"categories"`
	Audits map[string]struct {
		Title   string   `json:"title"`
		Score   *float64 `json:"score"` // nil where it does not apply
		Display string   `json:"displayValue"`
		Details struct {
			Items json.RawMessage `json:"items"` // of many shapes
		} `json:"details"`
	} `json:"audits"`
}

// TestLighthouse measures the real site as a phone gets it, uncompressed as our
// server sends it. Performance depends on the machine, which is why nobody but
// people start this test.
func TestLighthouse(t *testing.T) {
	if os.Getenv("ANJU_LIGHTHOUSE") != "1" {
		t.Skip("skipped: ANJU_LIGHTHOUSE is not 1")
	}
	site := servedAtItsAddress(t, "..")
	for _, page := range measured {
		r := medianReport(t, site+page.path)
		t.Logf("%-12s performance %3.0f  accessibility %3.0f  best practices %3.0f  SEO %3.0f  FCP %s  LCP %s  TBT %s  CLS %s", page.name,
			r.score("performance"), r.score("accessibility"), r.score("best-practices"), r.score("seo"),
			r.Audits["first-contentful-paint"].Display, r.Audits["largest-contentful-paint"].Display,
			r.Audits["total-blocking-time"].Display, r.Audits["cumulative-layout-shift"].Display)
		for category, least := range map[string]float64{"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100} {
			if r.score(category) < least && (category != "seo" || page.indexed) {
				t.Errorf("%s: %s %.0f, less than %.0f", page.name, category, r.score(category), least)
			}
		}
		for _, lost := range r.lost() {
			t.Logf("%s: %s", page.name, lost)
		}
	}
}

// servedAtItsAddress serves a site that was built for the address at which it
// is served, so that what its pages call themselves is true.
func servedAtItsAddress(t *testing.T, source string) string {
	t.Helper()
	site := httptest.NewUnstartedServer(nil)
	o := siteOptions(t, source, filepath.Join(t.TempDir(), "public"))
	o.BaseURL = "http://" + site.Listener.Addr().String()
	publishSite(t, o)
	s, err := server.New(server.Options{Dir: o.Dir, Now: func() time.Time { return siteNow }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	site.Config.Handler = s.Handler()
	site.Start()
	t.Cleanup(func() {
		site.Close()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return site.URL
}

// medianReport is the report whose performance is in the middle.
func medianReport(t *testing.T, address string) lighthouseReport {
	t.Helper()
	var all []lighthouseReport
	for range lighthouseRuns {
		all = append(all, lighthouse(t, address))
	}
	slices.SortFunc(all, func(a, b lighthouseReport) int { return cmp.Compare(a.score("performance"), b.score("performance")) })
	return all[len(all)/2]
}

func lighthouse(t *testing.T, address string) (r lighthouseReport) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.json")
	cmd := exec.CommandContext(t.Context(), "node", toolFile(t, "lighthouse/node_modules/lighthouse/cli/index.js"), address,
		"--output=json", "--output-path="+file, "--quiet", "--no-enable-error-reporting",
		"--chrome-flags=--headless=new --no-sandbox --disable-gpu")
	cmd.Env = append(os.Environ(), "CHROME_PATH="+chromium(t))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("lighthouse: %v: %s", err, said)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// score is of 100.
func (r lighthouseReport) score(category string) float64 { return r.Categories[category].Score * 100 }

// lost names the audits that cost a page points, with what they found first.
func (r lighthouseReport) lost() (out []string) {
	for name, category := range r.Categories {
		for _, ref := range category.Audits {
			audit := r.Audits[ref.ID]
			if audit.Score == nil || *audit.Score >= 1 || ref.Weight == 0 {
				continue
			}
			out = append(out, fmt.Sprintf("%s: %s %.2f: %s %s %.400s", name, ref.ID, *audit.Score, audit.Title, audit.Display, audit.Details.Items))
		}
	}
	slices.Sort(out)
	return out
}
