package server

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzSearchParams sends any query to the pages and the API: none of them may
// fail, and what is wrong is the client's fault.
func FuzzSearchParams(f *testing.F) {
	for _, seed := range []string{
		"", "q=租房补贴", "q=%E7%A7", "q=%zz", "q=a;b", "q=%00", "q=(*+-~^:\\\"", "q=" + strings.Repeat("租", 200), "page=-1&per_page=0",
		"page=1000&per_page=50", "page=9223372036854775808", "amount=NaN", "rent_min=1e400&rent_max=-1", "as_of=9999-12-31", "as_of=0001",
		"closing_within=3650", "city=%22%3E", "type=home&type=policy&sort=newest", "lang=en&q=rent", "lang=fr", "utm_source=x", "&&=&", "year=1000",
		"q=邻市600元补贴&literal=1", "q=示例40平月租1500以下&city=linshi", "q=租房补帖", "q=zufang&lang=en",
	} {
		f.Add(seed)
	}
	h := openGolden(f).Handler()
	f.Fuzz(func(t *testing.T, query string) {
		for _, path := range []string{"/search", "/en/search", "/api/v1/search", "/api/v1/suggest"} {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, &http.Request{
				Method: http.MethodGet, URL: &url.URL{Path: path, RawQuery: query}, RequestURI: path + "?" + query,
			})
			judgeAnswer(t, path, w)
		}
	})
}

func judgeAnswer(t *testing.T, path string, w *httptest.ResponseRecorder) {
	switch {
	case w.Code == http.StatusRequestURITooLong:
	case strings.HasPrefix(path, "/api/"):
		if w.Code != http.StatusOK && w.Code != http.StatusBadRequest || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s answers %d: %s", path, w.Code, w.Body)
		}
	case w.Code != http.StatusOK:
		t.Errorf("%s answers %d", path, w.Code)
	case strings.Contains(w.Body.String(), "⟦") || strings.Contains(w.Body.String(), "<script>"):
		t.Errorf("%s shows what it should not:\n%s", path, w.Body)
	}
}
