package author

import (
	"errors"
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/strictyaml"
)

// TestCanonical: the fields of a file are arranged; everything else in it stays
// to the byte.
func TestCanonical(t *testing.T) {
	const (
		page    = "content/pages/about.md"
		mixed   = "summary: 怎样用这个网站，从首页的搜索框说起。\ntitle: 关于本站\npublished: 2026-01-01\n"
		ordered = "title: 关于本站\nsummary: 怎样用这个网站，从首页的搜索框说起。\npublished: 2026-01-01\n"
	)
	windows := func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
	for _, test := range []struct {
		name, file, text, want string
		err                    error
	}{
		{"a text", page, "---\n" + mixed + "---\n正文 \n", "---\n" + ordered + "---\n正文 \n", nil},
		{"windows", page, windows("---\n" + mixed + "---\n正文\n\n再一段\n"), windows("---\n" + ordered + "---\n正文\n\n再一段\n"), nil},
		{"fields of windows, a text of Unix", page, windows("---\n"+mixed+"---\n") + "正文\n", windows("---\n"+ordered+"---\n") + "正文\n", nil},
		{"a byte order mark", page, "\ufeff---\n" + mixed + "---\n正文\n", "\ufeff---\n" + ordered + "---\n正文\n", nil},
		{"no end of the last line", page, "---\n" + mixed + "---\n正文", "---\n" + ordered + "---\n正文", nil},
		{"fields only", page, "---\n" + mixed + "---\n", "---\n" + ordered + "---\n", nil},
		{"fields only, no end of the last line", page, "---\n" + mixed + "---", "---\n" + ordered + "---", nil},
		{"an entry in YAML", "content/pages/about.yaml", mixed, ordered, nil},
		{"a translation", "content/pages/about.en.md", "---\nsummary: How to use this site, from its search box on.\ntitle: About\n---\nText.\n", "---\ntitle: About\nsummary: How to use this site, from its search box on.\n---\nText.\n", nil},
		{"no fields", page, "正文\n", "正文\n", strictyaml.ErrBroken},
		{"a field that is none", page, windows("---\ntitel: 关于\n---\n"), windows("---\ntitel: 关于\n---\n"), strictyaml.ErrBroken},
		{"an alias", page, "---\nsummary: &s 怎样用这个网站，从首页说起\ntitle: *s\npublished: 2026-01-01\n---\n", "---\nsummary: &s 怎样用这个网站，从首页说起\ntitle: *s\npublished: 2026-01-01\n---\n", strictyaml.ErrAlias},
		{"no entry", "content/pages/about/plan.txt", mixed, mixed, ErrNoEntry},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Canonical(test.file, []byte(test.text))
			if !errors.Is(err, test.err) || string(got) != test.want {
				t.Errorf("%q, %v; want %q, %v", got, err, test.want, test.err)
			}
		})
	}
}

// TestCanonicalBegun: an entry that Begin wrote stays sensible once optional
// fields are enabled and arranged: every field has its own explanation above it,
// and no comment says anything of where it stands.
func TestCanonicalBegun(t *testing.T) {
	k := content.Kinds[1]
	text := string(begin(t, Request{Kind: k, ID: "a", Known: map[string]string{"city": "shili"}}).Text)
	enabled := text
	for _, line := range []string{"audience: [master]", "official_url: https://www.example.org/"} {
		if strings.Count(enabled, "\n# "+line) != 1 {
			t.Fatalf("no %s in\n%s", line, text)
		}
		enabled = strings.Replace(enabled, "\n# "+line, "\n"+line, 1)
	}
	out, err := Canonical("content/policies/a.md", []byte(enabled))
	if err != nil {
		t.Fatal(err)
	}
	got := string(out)
	lines := strings.Split(got, "\n")
	var fields []string
	for i, line := range lines {
		if line == "---" && i > 0 {
			break
		}
		name, _, isField := strings.Cut(line, ":")
		if !isField || strings.ContainsAny(name[:1], " #") {
			continue
		}
		fields = append(fields, name)
		if above := i - 1; !strings.HasPrefix(lines[above], "# ") || !strings.Contains(text, "\n"+lines[above]+"\n"+line) &&
			!strings.Contains(text, "\n"+lines[above]+"\n# "+line) {
			t.Errorf("above %s stands %s", line, lines[above])
		}
	}
	want := "title summary published sources city audience unknown draft level basis official_url"
	if strings.Join(fields, " ") != want || strings.Contains(got, "----") {
		t.Errorf("the fields are %v in\n%s", fields, got)
	}
	if again, err := Canonical("content/policies/a.md", out); err != nil || string(again) != got {
		t.Errorf("arranged again, it changes: %v", err)
	}
}
