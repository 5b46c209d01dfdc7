package content

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/validity"
)

// load is the library of fsys, without findings but the codes in but.
func load(t *testing.T, fsys fs.FS, opts Options, but ...string) *Library {
	t.Helper()
	lib, found := Load(fsys, bilingual, opts)
	for _, d := range found {
		if !slices.Contains(but, d.Code) {
			t.Fatalf("%s", printed(t, "en", fsys, found))
		}
	}
	return lib
}

// edited is the valid site with old replaced by new in one file.
func edited(t *testing.T, name, old, new string) fstest.MapFS {
	t.Helper()
	fsys := valid(t)
	text := string(fsys[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	return fsys
}

func refs(entries []Entry) (out []Ref) {
	for _, e := range entries {
		out = append(out, e.Common().Ref())
	}
	return out
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s\n got %v\nwant %v", what, got, want)
	}
}

func TestEntriesAreInOrder(t *testing.T) {
	lib := load(t, valid(t), Options{Now: now})
	equal(t, "entries", refs(lib.Entries), []Ref{
		"community:yinxing", "policy:zufang", "policy:zufang-jiu", "guide:shenqing",
		"job:gongchengshi", "event:kaifangri", "page:about",
	})
	equal(t, "policies", []string{lib.Policies[0].ID, lib.Policies[1].ID}, []string{"zufang", "zufang-jiu"})
	equal(t, "file and language", []string{lib.Pages[0].File, lib.Pages[0].Lang}, []string{"content/pages/about.md", "zh-Hans"})
	equal(t, "body", lib.Pages[0].Body, Body{File: "content/pages/about.md", Line: 6, Text: "\n依据公开来源编写。\n"})
	if lib.Get("policy:zufang") != Entry(lib.Policies[0]) || lib.Get("policy:none") != nil {
		t.Error("Get does not find what is there, or finds what is not")
	}
}

func TestLinksShowOnBothSides(t *testing.T) {
	lib := load(t, valid(t), Options{Now: now})
	for ref, want := range map[Ref][]Ref{
		"policy:zufang":     {"community:yinxing", "policy:zufang-jiu", "guide:shenqing", "job:gongchengshi"},
		"community:yinxing": {"policy:zufang", "event:kaifangri"},
		"policy:zufang-jiu": {"policy:zufang"},
		"job:gongchengshi":  {"policy:zufang"},
		"page:about":        nil,
	} {
		equal(t, "neighbours of "+string(ref), lib.Neighbours(ref), want)
	}
}

func TestNeighboursAreNamedOnce(t *testing.T) {
	fsys := edited(t, "content/communities/yinxing.md", "brand:", "related: [policy:zufang]\nbrand:")
	lib := load(t, fsys, Options{Now: now})
	equal(t, "neighbours", lib.Neighbours("community:yinxing"), []Ref{"policy:zufang", "event:kaifangri"})
}

// What names no source is from the only one that there is; where there are
// two, nothing is guessed.
func TestOnlySource(t *testing.T) {
	one := load(t, edited(t, "content/policies/zufang.md", "    source: 1\n", ""), Options{Now: now})
	equal(t, "of one source", one.Policies[0].Benefits[0].Source, 1)
	two := load(t, edited(t, "content/communities/yinxing.md", "    source: 2\n", ""), Options{Now: now})
	equal(t, "of two sources", two.Communities[0].Facilities[0].Source, 0)
}

func TestTranslationLiesOverItsOriginal(t *testing.T) {
	lib := load(t, valid(t), Options{Now: now})
	original := lib.Communities[0]
	e, translated := lib.In(original, "en")
	en := e.(*Community)
	if !translated || en == original {
		t.Fatal("not translated")
	}
	equal(t, "title", en.Title, "Ginkgo Lane")
	equal(t, "summary, untranslated", en.Summary, original.Summary)
	equal(t, "label of the figure", en.Figures[0].Label, "Homes")
	equal(t, "value of the figure", *en.Figures[0].Value, 320.0)
	equal(t, "title of the home", en.Homes[0].Title, "Studio")
	equal(t, "rent of the home", *en.Homes[0].Rent.Min, int64(900))
	equal(t, "text", strings.TrimSpace(en.Body.Text), "A converted factory.")
	equal(t, "file", en.File, "content/communities/yinxing.en.md")
	equal(t, "language", en.Lang, "en")
	equal(t, "original label", original.Figures[0].Label, "房源")
	equal(t, "original title of the home", original.Homes[0].Title, "")

	if e, translated := lib.In(lib.Pages[0], "en"); translated || e != Entry(lib.Pages[0]) {
		t.Error("a page without a translation is not the Chinese one")
	}
	if e, is := lib.In(original, "zh-Hans"); !is || e != Entry(original) {
		t.Error("the original is not its own Chinese text")
	}
}

// A translation of front matter alone keeps the Chinese text.
func TestTranslationWithoutText(t *testing.T) {
	lib := load(t, edited(t, "content/communities/yinxing.en.md", "A converted factory.\n", ""), Options{Now: now})
	e, _ := lib.In(lib.Communities[0], "en")
	equal(t, "text", e.Common().Body, lib.Communities[0].Body)
}

func TestLeftOut(t *testing.T) {
	const jiu = "content/policies/zufang-jiu.md"
	tests := []struct {
		name, old, new string
		now            time.Time
		drafts         bool
		want           []LeftOut
	}{
		{name: "nothing", now: now},
		{name: "draft", old: "level:", new: "draft: true\nlevel:", now: now,
			want: []LeftOut{{File: jiu, Ref: "policy:zufang-jiu", Draft: true, From: validity.Date{Year: 2025, Month: 3, Day: 2}}}},
		{name: "draft, asked for", old: "level:", new: "draft: true\nlevel:", now: now, drafts: true},
		{name: "tomorrow", old: "published: 2025-03-02", new: "published: 2026-11-23", now: now,
			want: []LeftOut{{File: jiu, Ref: "policy:zufang-jiu", From: validity.Date{Year: 2026, Month: 11, Day: 23}}}},
		{name: "today from midnight in Shanghai", old: "published: 2025-03-02", new: "published: 2026-11-23",
			now: time.Date(2026, 11, 22, 16, 0, 0, 0, time.UTC)},
		{name: "a second before", old: "published: 2025-03-02", new: "published: 2026-11-23",
			now:  time.Date(2026, 11, 22, 15, 59, 59, 0, time.UTC),
			want: []LeftOut{{File: jiu, Ref: "policy:zufang-jiu", From: validity.Date{Year: 2026, Month: 11, Day: 23}}}},
		{name: "later, asked for", old: "published: 2025-03-02", new: "published: 2030-01-01", now: now, drafts: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := load(t, edited(t, jiu, tt.old, tt.new), Options{Now: tt.now, Drafts: tt.drafts}, "content/reference-unpublished")
			equal(t, "left out", lib.LeftOut, tt.want)
			if there := lib.Get("policy:zufang-jiu") != nil; there != (tt.want == nil) {
				t.Errorf("in the library: %v", there)
			}
			if tt.want != nil && slices.Contains(lib.Neighbours("policy:zufang"), "policy:zufang-jiu") {
				t.Error("linked to what is not published")
			}
		})
	}
}

func TestWithdrawnStaysAndGoneDoesNot(t *testing.T) {
	const page = "content/pages/about.md"
	lib := load(t, edited(t, page, "published:", "withdrawn: {on: 2026-01-01, reason: 内容过时}\npublished:"), Options{Now: now})
	if e := lib.Get("page:about"); e == nil || lib.Subject(e).Status(now) != validity.Withdrawn {
		t.Errorf("withdrawn page: %v", e)
	}
	lib = load(t, edited(t, page, "published:", "gone: true\npublished:"), Options{Now: now})
	equal(t, "gone", refs(lib.Gone), []Ref{"page:about"})
	if lib.Get("page:about") != nil || len(lib.Pages) > 0 {
		t.Error("a page that is gone is in the library")
	}
}

func TestReplacedBy(t *testing.T) {
	lib := load(t, valid(t), Options{Now: now})
	old := lib.Get("policy:zufang-jiu").(*Policy)
	equal(t, "replaced by", lib.ReplacedBy(old), []*Policy{lib.Get("policy:zufang").(*Policy)})
	equal(t, "replaced from", lib.Subject(old).SupersededFrom, validity.Date{Year: 2024, Month: 4, Day: 1})

	reported, _ := Load(edited(t, "content/policies/zufang.md", "official_text", "news_report"), bilingual, Options{Now: now}) // which warns
	old = reported.Get("policy:zufang-jiu").(*Policy)
	equal(t, "replaced by a report", len(reported.ReplacedBy(old)), 0)
	equal(t, "replaced from a report", reported.Subject(old).SupersededFrom, validity.Date{})
}

// Of two policies that replace a third, the one that starts first ends it.
func TestReplacedByTheFirst(t *testing.T) {
	fsys := valid(t)
	text := string(fsys["content/policies/zufang.md"].Data)
	fsys["content/policies/zz.md"] = &fstest.MapFile{Data: []byte(strings.NewReplacer("2024-04-01", "2024-03-15", "租房补贴办法", "购房补贴办法", "按月", "每月").Replace(text))}
	lib := load(t, fsys, Options{Now: now})
	equal(t, "replaced from", lib.Subject(lib.Get("policy:zufang-jiu")).SupersededFrom, validity.Date{Year: 2024, Month: 3, Day: 15})
}

func TestPicturesBesideAnEntry(t *testing.T) {
	fsys := valid(t)
	about := fsys["content/pages/about.md"]
	delete(fsys, "content/pages/about.md")
	fsys["content/pages/about/index.md"] = about
	for name, data := range map[string][]byte{
		"map.png": drawn(t, ".png", 20, 10), "desk.JPG": drawn(t, ".jpg", 8, 9), "form.pdf": nil, ".DS_Store": nil, "draft.md~": nil,
	} {
		fsys["content/pages/about/"+name] = &fstest.MapFile{Data: data}
	}
	page := load(t, fsys, Options{Now: now}).Pages[0]
	equal(t, "id", page.ID, "about")
	var got []string
	for _, a := range page.Assets {
		got = append(got, fmt.Sprint(a.File, " ", a.IsPicture(), a.Picture.Width, a.Picture.Height))
	}
	equal(t, "assets", got, []string{
		"content/pages/about/desk.JPG true 8 9", "content/pages/about/form.pdf false 0 0", "content/pages/about/map.png true 20 10",
	})
}

// drawn is a grey picture of w×h.
func drawn(t testing.TB, ending string, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, w, h))
	err := png.Encode(&out, img)
	if ending == ".jpg" {
		out.Reset()
		err = jpeg.Encode(&out, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Editors may name files in Chinese, and write entries as YAML alone.
func TestHanIDAndYAML(t *testing.T) {
	fsys := valid(t)
	fsys["content/pages/租房-补贴.yaml"] = &fstest.MapFile{Data: []byte("title: 租房补贴\nsummary: 这一页说明租房补贴的种类和来源。\npublished: 2025-01-01\n")}
	e := load(t, fsys, Options{Now: now}).Get("page:租房-补贴")
	if e == nil || e.Common().Title != "租房补贴" || e.Common().Body.Text != "" {
		t.Errorf("entry %+v", e)
	}
}

func TestAddresses(t *testing.T) {
	tests := []struct{ kind, old, want string }{
		{"policy", "zufang", "/policies/zufang/"},
		{"page", "about", "/about/"},
		{"policy", "/old/rent.html", "/old/rent.html"},
		{"policy", "/old/rent", "/old/rent/"},
		{"policy", "/old/rent/", "/old/rent/"},
		{"policy", "/v1.2/rent", "/v1.2/rent/"},
	}
	for _, tt := range tests {
		equal(t, tt.kind+" "+tt.old, KindOf(tt.kind).OldPath(tt.old), tt.want)
	}
	equal(t, "no kind", KindOf("policies"), Kind{})
}

// shuffled lists folders in any order.
type shuffled struct {
	fstest.MapFS
	dice *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	s.dice.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// The library and the findings are the same however the file system lists its
// files and however many are read at once.
func TestLoadDoesNotDependOnOrder(t *testing.T) {
	fsys := valid(t)
	fsys["content/pages/about/index.md"] = fsys["content/pages/about.md"] // one id twice
	fsys["content/policies/zufang/b.png"] = &fstest.MapFile{}             // pictures of nothing
	fsys["content/guides/none/a.png"] = &fstest.MapFile{}
	good := valid(t)
	good["content/pages/help/index.md"] = good["content/pages/about.md"]
	for _, name := range []string{"a.png", "b.png", "c.png"} {
		good["content/pages/help/"+name] = &fstest.MapFile{}
	}
	for name, fsys := range map[string]fstest.MapFS{"valid": good, "broken": fsys} {
		t.Run(name, func(t *testing.T) {
			lib, found := Load(fsys, bilingual, Options{Now: now, Jobs: 1})
			found.Sort()
			for seed := range uint64(20) {
				again, list := Load(shuffled{fsys, rand.New(rand.NewPCG(seed, 0))}, bilingual, Options{Now: now, Jobs: 1 + int(seed%8)})
				list.Sort()
				if !reflect.DeepEqual(again, lib) || !reflect.DeepEqual(list, found) {
					t.Fatalf("seed %d gives %v\nwant %v", seed, list, found)
				}
			}
		})
	}
}

func TestOneLanguage(t *testing.T) {
	fsys := valid(t)
	delete(fsys, "content/communities/yinxing.en.md")
	lib, found := Load(fsys, config.Config{Languages: []string{"zh-Hans"}}, Options{Now: now})
	if lib == nil || len(found) > 0 {
		t.Errorf("findings %v", found)
	}
}

func TestEmptyFolder(t *testing.T) {
	_, found := Load(fstest.MapFS{}, bilingual, Options{Now: now})
	if len(found) != 1 || found[0].Code != "content/read" || found[0].Pos != (diag.Pos{File: Root}) {
		t.Errorf("findings %v", found)
	}
}

func TestWords(t *testing.T) {
	v := load(t, valid(t), Options{Now: now}).Vocab
	equal(t, "city", []string{v.City("hexi").In("zh-Hans"), v.City("hexi").In("en")}, []string{"河西市", "Hexi"})
	equal(t, "no city", v.City("hexii"), City{})
}
