package view

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"anju/generator/theme"
)

// grey is a PNG file of w×h.
func grey(t *testing.T, w, h int) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const leading = "picture: {file: 南门.png, alt: 社区的南门, credit: 本站绘制}\n"

func TestLeadingPicture(t *testing.T) {
	byLang, lib, list := views(t, map[string]string{
		"pages/here/index.md":    "---\n" + head + leading + "---\n正文",
		"pages/here/index.en.md": "---\ntitle: Here\ntranslated: 2026-01-02\npicture: {alt: The south gate}\n---\nText\n",
		"pages/here/南门.png":      grey(t, 2000, 1000),
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	for lang, alt := range map[string]string{"zh-Hans": "社区的南门", "en": "The south gate"} {
		e, _ := byLang[lang].In(lib.Get("page:here"))
		got := byLang[lang].EntryPage(e, theme.Page{}, nil, nil).(*theme.PlainPage).Picture
		if got == nil || got.Alt != alt || got.Credit != "本站绘制" || got.Width != 1440 || got.Height != 720 {
			t.Fatalf("%s: got %+v", lang, got)
		}
		if n := strings.Count(got.Srcset, "/here/%E5%8D%97%E9%97%A8-"); n != 3 {
			t.Errorf("there are %d copies", n)
		}
		if !strings.HasSuffix(got.Srcset, got.URL+" 1440w") {
			t.Errorf("%s is not the last of %s", got.URL, got.Srcset)
		}
		if shared := byLang[lang].Shared(e.Common()); shared != got.Picture {
			t.Errorf("%v is shared, not %v", shared, got.Picture)
		}
	}
}

// What a text shows, links to or leads with is used, in whichever language.
func TestUnusedFiles(t *testing.T) {
	gate := grey(t, 9, 9)
	_, _, list := views(t, map[string]string{
		"pages/here/index.md":    "---\n" + head + leading + "---\n![社区南门](a.png)[大图](b.png)[第二页](f.pdf#page=2)",
		"pages/here/index.en.md": "---\ntitle: Here\ntranslated: 2026-01-02\n---\n![The gate](c.png)\n",
		"pages/here/南门.png":      gate, "pages/here/a.png": gate, "pages/here/b.png": gate, "pages/here/c.png": gate,
		"pages/here/d.png": gate, "pages/here/e.pdf": "", "pages/here/f.pdf": "",
	})
	var got []string
	for _, d := range list {
		got = append(got, d.Severity.String()+" "+d.Code+" "+d.File+" "+d.Hint.En)
	}
	equal(t, "findings", strings.Join(got, "\n"), strings.Join([]string{
		"warning content/asset-unused content/pages/here/d.png show it in the text as ![what it shows](d.png), or name it as picture, or delete it",
		"warning content/asset-unused content/pages/here/e.pdf link to it in the text as [its title](e.pdf), or delete it",
	}, "\n"))
}

func TestPicturesThatAreNotThere(t *testing.T) {
	for _, test := range []struct{ name, text, remedy string }{
		{"none beside a single file", "![说明](pic.png)", "make here.md into here/index.md"},
		{"form for a picture", "![说明](form.pdf)", "without the exclamation mark"},
		{"nearly its name", "![说明](Form.png) [表](form.pdf)", `"form.pdf"`},
		{"none in the folder", "![说明](zzzzzzzz.png) [表](form.pdf)", "put the picture into the entry's folder"},
		{"on the web", "![说明](https://example.org/a.png) [表](form.pdf)", "put the picture into the entry's folder"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{"pages/here/index.md": page(test.text), "pages/here/form.pdf": ""}
			if strings.Contains(test.remedy, "make here.md") {
				files = map[string]string{"pages/here.md": page(test.text)}
			}
			_, _, list := views(t, files)
			if len(list) != 1 || list[0].Code != "markdown/picture" || !strings.Contains(list[0].Hint.En, test.remedy) {
				t.Errorf("got %v, want a hint with %q", list, test.remedy)
			}
		})
	}
}
