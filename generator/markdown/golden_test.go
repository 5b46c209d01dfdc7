package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"anju/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden converts input.md of each file in testdata/golden and compares
// HTML, plain text by section, and findings. The text stands from line 10 of
// its file on, as if front matter came before.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := archive.Files[0].Data
			src := Source{File: "a.md", Line: 10, Show: showTest, Text: input}
			doc, found := Convert(src, resolveTest)
			for _, part := range Outline(src) {
				if !slices.Contains(doc.Headings, part.Heading) {
					t.Errorf("the outline has %v, the document %v", part.Heading, doc.Headings)
				}
			}
			want := []txtar.File{
				{Name: "input.md", Data: input},
				{Name: "want.html", Data: []byte(doc.HTML)},
				{Name: "want.txt", Data: []byte(printSections(doc.Sections))},
				{Name: "want.diag", Data: []byte(printFindings(found))},
			}
			compare(t, file, archive, want)
		})
	}
}

func compare(t *testing.T, file string, archive *txtar.Archive, got []txtar.File) {
	t.Helper()
	if *update {
		archive.Files = got
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) != len(got) {
		t.Fatalf("%d parts, want %d: run with -update", len(archive.Files), len(got))
	}
	for i, want := range archive.Files {
		if string(want.Data) != string(got[i].Data) {
			t.Errorf("%s:\n got %s\nwant %s", want.Name, got[i].Data, want.Data)
		}
	}
}

// resolveTest knows two entries; web addresses and paths stay.
func resolveTest(dest string) (string, diag.Text, bool) {
	known := map[string]string{
		"policy:suzhou-rent": "/policies/suzhou-rent/",
		"guide:move-in":      "/guides/move-in/",
	}
	if href, ok := known[dest]; ok {
		return href, diag.Text{}, true
	}
	if s := scheme(dest); printable[s] || s == "ftp" || strings.HasPrefix(dest, "/") {
		return dest, diag.Text{}, true
	}
	return "", diag.Text{Zh: "检查拼写", En: "check the spelling"}, false
}

// showTest knows one picture.
func showTest(name string) (Picture, diag.Text, bool) {
	if name != "gate.jpg" {
		return Picture{}, diag.Text{Zh: "检查拼写", En: "check the spelling"}, false
	}
	return Picture{"/g/gate-960.1234.jpg", "/g/gate-480.1234.jpg 480w, /g/gate-960.1234.jpg 960w", 960, 640}, diag.Text{}, true
}

func printSections(sections []Section) string {
	var b strings.Builder
	for _, s := range sections {
		fmt.Fprintf(&b, "== #%s %s\n%s\n", s.ID, s.Title, s.Text)
	}
	return b.String()
}

func printFindings(found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%s:%d:%d+%d %v %s\n  %s（%s）\n  %s (%s)\n", d.File, d.Line, d.Col, d.Len,
			d.Severity, d.Code, d.Message.Zh, d.Hint.Zh, d.Message.En, d.Hint.En)
	}
	return b.String()
}
