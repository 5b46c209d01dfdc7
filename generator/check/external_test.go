package check

import (
	"context"
	"crypto/x509"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/diag"
)

// web answers for hosts by name, without a network, and notes what is asked.
type web struct {
	hosts map[string]http.HandlerFunc
	fails map[string]error // by host
	mu    sync.Mutex
	asked []string
	now   map[string]int // requests under way, by host
	most  int            // under way at once
	twice bool           // a host was asked twice at once
}

func (w *web) RoundTrip(r *http.Request) (*http.Response, error) {
	w.enter(r)
	defer w.leave(r.URL.Host)
	if err := w.fails[r.URL.Host]; err != nil {
		return nil, err
	}
	answer, ok := w.hosts[r.URL.Host]
	if !ok {
		return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Name: r.URL.Host, IsNotFound: true}}
	}
	rec := httptest.NewRecorder()
	answer(rec, r)
	resp := rec.Result()
	resp.Request = r
	return resp, nil
}

func (w *web) enter(r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.now == nil {
		w.now = map[string]int{}
	}
	w.asked = append(w.asked, r.Method+" "+r.URL.String())
	w.now[r.URL.Host]++
	w.twice = w.twice || w.now[r.URL.Host] > 1
	sum := 0
	for _, n := range w.now {
		sum += n
	}
	w.most = max(w.most, sum)
}

func (w *web) leave(host string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now[host]--
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func sendOn(code int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, code) }
}

var askedOn = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// ask asks for addresses, each of which stands in a line of its own.
func ask(t *testing.T, w *web, addresses ...string) ([]string, *External) {
	t.Helper()
	x := &External{Transport: w, Now: askedOn, Answers: map[string]Answer{}}
	places := map[string][]diag.Pos{}
	for i, a := range addresses {
		places[a] = append(places[a], diag.Pos{File: "content/a.md", Line: i + 1, Col: 3})
	}
	list, _, err := x.Ask(t.Context(), places)
	if err != nil {
		t.Fatal(err)
	}
	return findings(list), x
}

func TestExternal(t *testing.T) {
	old := &web{
		hosts: map[string]http.HandlerFunc{
			"a.cn": status(200), "gone.cn": status(410), "lost.cn": status(404), "shy.cn": status(403), "ill.cn": status(500),
			"nohead.cn": func(w http.ResponseWriter, r *http.Request) {
				if r.Method == http.MethodHead {
					w.WriteHeader(405)
				}
			},
			"headless.cn": func(w http.ResponseWriter, r *http.Request) {
				if r.Method == http.MethodHead {
					w.WriteHeader(404)
				}
			},
			"moved.cn": sendOn(301, "https://a.cn/new"), "sends.cn": sendOn(302, "https://a.cn/login"),
			"round.cn": sendOn(301, "https://round.cn/"), "inward.cn": sendOn(302, "http://169.254.169.254/latest/"),
			"later.cn": sendOn(302, "https://moved.cn/"), "deadend.cn": sendOn(301, "https://lost.cn/"),
		},
		fails: map[string]error{
			"slow.cn": context.DeadlineExceeded,
			"cert.cn": fmt.Errorf("tls: %w", x509.HostnameError{Certificate: &x509.Certificate{}, Host: "cert.cn"}),
		},
	}
	tests := []struct {
		name, address, want string // want is the finding, "" for none
	}{
		{"there", "https://a.cn/x?y=1#z", ""},
		{"gone", "https://gone.cn/", "https://gone.cn/ is gone: its site answers 410 [check/external-dead]"},
		{"not found", "https://lost.cn/x", "https://lost.cn/x is gone: its site answers 404 [check/external-dead]"},
		{"no such site", "https://none.cn/", "https://none.cn/ is gone: there is no such site [check/external-dead]"},
		{"refuses programs", "https://shy.cn/", ""},
		{"in trouble", "https://ill.cn/", ""},
		{"too slow", "https://slow.cn/", ""},
		{"does not answer HEAD", "https://nohead.cn/", ""},
		{"says 404 to HEAD only", "https://headless.cn/", ""},
		{"moved", "http://moved.cn/x#part", "http://moved.cn/x#part has moved to https://a.cn/new#part [check/external-moved]"},
		{"sends on for now", "https://sends.cn/", ""},
		{"sends on for now, then moved", "https://later.cn/", ""},
		{"moved to what is not there", "https://deadend.cn/", "https://deadend.cn/ is gone: its site answers 404 [check/external-dead]"},
		{"sends in a circle", "https://round.cn/", ""},
		{"certificate", "https://cert.cn/", "the certificate of https://cert.cn/ is wrong: browsers will stop readers [check/external-certificate]"},
		{"sends to a private address", "https://inward.cn/", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var want []string
			if tt.want != "" {
				want = []string{"content/a.md:2:3: " + tt.want}
			}
			if got, _ := ask(t, old, "https://a.cn/", tt.address); !slices.Equal(got, want) {
				t.Errorf("got %q\nwant %q", got, want)
			}
		})
	}
	if slices.ContainsFunc(old.asked, func(s string) bool { return strings.Contains(s, "169.254") }) {
		t.Error("a private address was asked")
	}
}

// An entry may name a machine beside the one that checks: it is never asked.
func TestExternalRefusesPrivate(t *testing.T) {
	for _, address := range []string{
		"http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:8080/", "http://localhost/", "http://10.1.2.3/",
		"http://[::1]/", "http://[::ffff:192.168.0.1]/", "http://100.64.0.1/", "http://oa.local/", "http://oa/", "http://0.0.0.0/",
	} {
		t.Run(address, func(t *testing.T) {
			w := &web{}
			ask(t, w, address)
			if len(w.asked) > 0 {
				t.Errorf("asked %q", w.asked)
			}
		})
	}
}

// A name that resolves to a private address is refused where it is dialled.
func TestPublicRefusesPrivate(t *testing.T) {
	asked := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer s.Close()
	req, err := http.NewRequest(http.MethodHead, s.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := Public().RoundTrip(req)
	if err == nil {
		resp.Body.Close()
	}
	if asked || problemOf(err) != notAsked {
		t.Errorf("asked: %v, %v", asked, err)
	}
}

// Few sites are asked at once, and none by two requests at a time.
func TestExternalIsPolite(t *testing.T) {
	w := &web{hosts: map[string]http.HandlerFunc{}}
	var addresses []string
	for i := range 12 {
		host := fmt.Sprintf("site%d.cn", i)
		w.hosts[host] = func(_ http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.UserAgent(), "anju") {
				t.Errorf("User-Agent: %s", r.UserAgent())
			}
		}
		for j := range 3 {
			addresses = append(addresses, fmt.Sprintf("https://%s/%d", host, j))
		}
	}
	ask(t, w, addresses...)
	if len(w.asked) != len(addresses) || w.most > sitesAtOnce || w.twice {
		t.Errorf("%d requests, %d at once, one host twice at once: %v", len(w.asked), w.most, w.twice)
	}
}

// A good answer is good for some days; any other is asked for again.
func TestExternalRemembers(t *testing.T) {
	w := &web{hosts: map[string]http.HandlerFunc{"a.cn": status(200), "lost.cn": status(404)}}
	_, x := ask(t, w, "https://a.cn/", "https://lost.cn/")
	places := map[string][]diag.Pos{"https://a.cn/": nil, "https://lost.cn/": nil}
	for _, tt := range []struct {
		days int
		want []string
	}{
		{answerDays - 1, []string{"GET https://lost.cn/", "HEAD https://lost.cn/"}},
		{answerDays, []string{"GET https://lost.cn/", "HEAD https://a.cn/", "HEAD https://lost.cn/"}},
	} {
		w.asked, x.Now = nil, askedOn.AddDate(0, 0, tt.days)
		_, text, err := x.Ask(t.Context(), places)
		slices.Sort(w.asked)
		if err != nil || !slices.Equal(w.asked, tt.want) {
			t.Errorf("after %d days asked %q, want %q (%v)", tt.days, w.asked, tt.want, err)
		}
		if !strings.HasPrefix(text.Zh, "外部链接 2 个") {
			t.Errorf("told %s", text.Zh)
		}
	}
}

// A memory of a day to come, as of a clock that was wrong, is not believed.
func TestExternalAsksAgainAfterTheFuture(t *testing.T) {
	w := &web{hosts: map[string]http.HandlerFunc{"a.cn": status(200)}}
	x := &External{Transport: w, Now: askedOn, Answers: map[string]Answer{"https://a.cn/": {Asked: askedOn.AddDate(7000, 0, 0), Status: 200}}}
	if _, _, err := x.Ask(t.Context(), map[string][]diag.Pos{"https://a.cn/": nil}); err != nil || len(w.asked) != 1 {
		t.Errorf("asked %q, %v", w.asked, err)
	}
}

// A site that keeps silent is left alone, and that is told; one that answers
// now and then is not.
func TestExternalLeavesSilentSitesAlone(t *testing.T) {
	w := &web{fails: map[string]error{"slow.cn": context.DeadlineExceeded}, hosts: map[string]http.HandlerFunc{
		"moody.cn": func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/3" {
				http.Redirect(w, r, r.URL.Path, http.StatusFound) // in a circle
			}
		},
	}}
	x := &External{Transport: w, Now: askedOn, Answers: map[string]Answer{}}
	places := map[string][]diag.Pos{}
	for i := range 5 {
		places[fmt.Sprintf("https://slow.cn/%d", i+1)], places[fmt.Sprintf("https://moody.cn/%d", i+1)] = nil, nil
	}
	_, text, err := x.Ask(t.Context(), places)
	if err != nil || len(x.Answers) != mostSilence+5 {
		t.Errorf("%d answers, %v", len(x.Answers), err)
	}
	for told, want := range map[string]string{text.Zh: "；slow.cn 连着 3 次没有答复，其余 2 个没有再问", text.En: "; slow.cn gave no answer 3 times, so its other 2 were not asked"} {
		if !strings.HasSuffix(told, want) || strings.Contains(told, "moody") {
			t.Errorf("told %s", told)
		}
	}
}

// What the content holds no longer is forgotten.
func TestExternalForgets(t *testing.T) {
	_, x := ask(t, &web{hosts: map[string]http.HandlerFunc{"a.cn": status(200)}}, "https://a.cn/1", "https://a.cn/2")
	if _, _, err := x.Ask(t.Context(), map[string][]diag.Pos{"https://a.cn/2": nil}); err != nil {
		t.Fatal(err)
	}
	if got := slices.Collect(maps.Keys(x.Answers)); !slices.Equal(got, []string{"https://a.cn/2"}) {
		t.Errorf("remembers %q", got)
	}
}

// Without a network nothing is found, and nothing is remembered.
func TestExternalOffline(t *testing.T) {
	w := &web{fails: map[string]error{"a.cn": &net.OpError{Op: "dial", Err: &net.DNSError{IsTemporary: true}}}}
	got, x := ask(t, w, "https://a.cn/", "https://b.cn/")
	if got != nil || len(x.Answers) > 0 {
		t.Errorf("got %q, %v", got, x.Answers)
	}
	_, text, err := x.Ask(t.Context(), map[string][]diag.Pos{"https://a.cn/": nil})
	if err != nil || !strings.Contains(text.Zh, "没有网络") {
		t.Errorf("told %s, %v", text.Zh, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := x.Ask(ctx, map[string][]diag.Pos{"https://a.cn/": nil}); err == nil {
		t.Error("not stopped")
	}
}

func TestAddresses(t *testing.T) {
	places, err := Addresses(fstest.MapFS{
		"content/guides/a.md": {Data: []byte("---\nurl: https://a.cn/x\n# https://comment.cn/\n---\n见[办法](https://b.cn/y)，`https://code.cn/`和https://a.cn/x。\n```\nhttps://fence.cn/\n```\nhttps://www.example.org/z\n" +
			"# 见 [名单](https://d.cn/)\n~~~\nhttps://tildes.cn/\n```\nhttps://tildes.cn/\n~~~\n| https://e.cn/|<https://f.cn/> |\n")},
		"content/guides/a.txt": {Data: []byte("https://no.cn/")},
		"content/vocab/v.yaml": {Data: []byte("- url: \"http://c.cn\" # not https://aside.cn/\n")},
		"config.yaml":          {Data: []byte("base_url: https://own.cn\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for address, all := range places {
		for _, at := range all {
			got = append(got, at.String()+" "+address)
		}
	}
	slices.Sort(got)
	want := []string{
		"content/guides/a.md:10:10 https://d.cn/",
		"content/guides/a.md:16:18 https://f.cn/",
		"content/guides/a.md:16:3 https://e.cn/",
		"content/guides/a.md:2:6 https://a.cn/x",
		"content/guides/a.md:5:42 https://a.cn/x",
		"content/guides/a.md:5:7 https://b.cn/y",
		"content/vocab/v.yaml:1:9 http://c.cn",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
