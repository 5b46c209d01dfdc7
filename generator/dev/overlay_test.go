package dev

import (
	"bytes"
	"errors"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/build"
	"anju/generator/content"
	"anju/generator/diag"
)

var updateGolden = flag.Bool("update", false, "rewrite the golden files")

// broken is a site with two errors and a warning, one of them with HTML in the
// source and in the message.
func broken() *state {
	unknown := diag.New("yaml/unknown-field", "没有“%s”这个字段", "there is no field %q")
	stale := diag.New("content/stale", "译文比原文旧", "the translation is older")
	return &state{
		version: 3, planned: &build.Planned{Library: &content.Library{}}, err: build.ErrFindings,
		source: fstest.MapFS{
			"content/policies/a.md": {Data: []byte("---\ntitel: <b>安居</b>\n---\n")},
			"content/guides/b.md":   {Data: []byte("---\ntitle: 指南\n\"<i>\": 1\n---\n")},
		},
		findings: diag.List{
			stale.Warn(diag.Pos{File: "content/policies/a.en.md", Line: 1}),
			unknown.At(diag.Pos{File: "content/guides/b.md", Line: 3, Col: 1, Len: 5}, "<i>"),
			unknown.At(diag.Pos{File: "content/policies/a.md", Line: 2, Col: 1, Len: 5}, "titel").Hinted(diag.DidYouMean("titel", []string{"title"})),
		},
	}
}

// TestPanel compares what pages say with golden files: first what is wrong on
// the page itself, and in words of the language of messages, whatever the page's.
func TestPanel(t *testing.T) {
	fine, warned, unread, first := broken(), broken(), broken(), broken()
	fine.err, fine.findings = nil, nil
	warned.err, warned.findings = nil, warned.findings[:1]
	unread.err, unread.findings = errors.New("open config.yaml: <gone>"), nil
	first.planned = nil
	tests := []struct {
		name, template, lang, path string
		state                      *state
	}{
		{"own.html", "panel.html", "zh-Hans", "/policies/a/", broken()},
		{"own.html", "panel.html", "zh-Hans", "/en/policies/a/", broken()},
		{"own.en.html", "panel.html", "en", "/policies/a/", broken()},
		{"other.html", "panel.html", "zh-Hans", "/jobs/", broken()},
		{"warning.html", "panel.html", "zh-Hans", "/", warned},
		{"fine.html", "panel.html", "zh-Hans", "/", fine},
		{"unread.html", "panel.html", "zh-Hans", "/", unread},
		{"all.html", "findings.html", "zh-Hans", "/policies/a/", first},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := templates.ExecuteTemplate(&got, test.template, test.state.overlay(test.lang, test.path, mostShown)); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", test.name)
			if *updateGolden {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// TestMostShown: a page says how many findings it leaves out, the page of all
// has them all.
func TestMostShown(t *testing.T) {
	s := broken()
	for range mostShown {
		s.findings = append(s.findings, s.findings[0])
	}
	if o := s.overlay("zh-Hans", "/", mostShown); len(o.Items) != mostShown || o.More != 3 || !o.Items[0].Error {
		t.Errorf("%d shown, %d more", len(o.Items), o.More)
	}
	if o := s.overlay("zh-Hans", "/", 0); len(o.Items) != mostShown+3 || o.More != 0 {
		t.Errorf("all are %d, %d more", len(o.Items), o.More)
	}
	if strings.Count(s.overlay("zh-Hans", "/", mostShown).Title, "2") != 1 {
		t.Errorf("the title is %q", s.overlay("zh-Hans", "/", mostShown).Title)
	}
}

func TestShownOn(t *testing.T) {
	tests := []struct {
		file, path string
		want       bool
	}{
		{"content/policies/a.md", "/policies/a/", true},
		{"content/policies/a.en.md", "/policies/a/", true},
		{"content/policies/a/index.md", "/policies/a/", true},
		{"content/policies/a/index.en.md", "/policies/a/part-2/", true},
		{"content/policies/a.md", "/policies/ab/", false},
		{"content/policies/a.md", "/policies/", false},
		{"content/pages/about.md", "/about/", true},
		{"content/pages/about.md", "/", false},
		{"content/vocab/cities.yaml", "/policies/", true},
		{"content/readme", "/jobs/", true},
		{"config.yaml", "/", true},
		{"themes/default/layouts/base.html", "/guides/x/", true},
	}
	for _, test := range tests {
		if got := shownOn(test.file, test.path); got != test.want {
			t.Errorf("%s on %s: %v", test.file, test.path, got)
		}
	}
}

// TestUnseen: pages of drafts and of what is published later say so.
func TestUnseen(t *testing.T) {
	s := serve(t, demoCopy(t), ignore)
	for path, want := range map[string]string{
		"/policies/shili-caogao/":     "草稿：只有这里看得到，不会发布",
		"/policies/shili-mingnian/":   "2027-06-01 才发布：现在只有这里看得到",
		"/policies/shili-jiuye-2019/": "",
		"/policies/":                  "",
	} {
		answer, body := s.get(t, path)
		_, rest, _ := strings.Cut(body, `<p class="dev-unseen">`)
		if got, _, _ := strings.Cut(rest, "</p>"); answer.StatusCode != http.StatusOK || got != want {
			t.Errorf("%s answers %s and says %q, want %q", path, answer.Status, got, want)
		}
	}
}
