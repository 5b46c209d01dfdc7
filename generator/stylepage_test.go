package main

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"testing"

	"anju/generator/theme"
	"anju/themes"
)

// styleSite serves the style page of the default theme, which is in no release.
func styleSite(t *testing.T) *httptest.Server {
	t.Helper()
	files, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	look, findings := theme.Load(nil, files, []string{"zh-Hans", "en"})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	page := theme.NewStylePage(&theme.Frame{Title: map[string]string{"zh-Hans": "安居"}, Languages: []string{"zh-Hans"}, Sections: []string{"policies"}})
	var html bytes.Buffer
	if err := look.Execute(&html, page); err != nil {
		t.Fatal(err)
	}
	served := map[string][]byte{page.Path: html.Bytes()}
	for _, a := range look.Assets() {
		served["/"+a.Path] = a.Data
	}
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if kind := mime.TypeByExtension(path.Ext(r.URL.Path)); kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		_, _ = w.Write(served[r.URL.Path]) // the browser is the test's own
	}))
	t.Cleanup(site.Close)
	return site
}

// TestStylePage runs axe-core on every part of a page at once.
func TestStylePage(t *testing.T) {
	source, b := axeSource(t), openTab(t, styleSite(t).URL)
	b.open("/style/")
	b.loadAxe(source)
	for _, view := range slices.Concat(axeViews...) {
		b.axe("/style/", view.scheme, view.width)
	}
}
