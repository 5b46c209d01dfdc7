package server

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// BenchmarkSearchPage answers a search as a page, all of it but the network.
func BenchmarkSearchPage(b *testing.B) { benchmarkGet(b, "/search?q=租房补贴&city=shili") }

// BenchmarkSearchJSON answers the same search for programs.
func BenchmarkSearchJSON(b *testing.B) { benchmarkGet(b, "/api/v1/search?q=租房补贴&city=shili") }

// BenchmarkStatic answers with a file.
func BenchmarkStatic(b *testing.B) { benchmarkGet(b, "/policies/zufang/") }

// benchmarkGet asks for one target, one request after the other.
func benchmarkGet(b *testing.B, target string) {
	h := openGolden(b).Handler()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
