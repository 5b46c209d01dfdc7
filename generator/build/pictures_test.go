package build

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// illustrated is the small site with a picture in the text of a guide, whose
// file says where it was taken.
func illustrated(t *testing.T) fstest.MapFS {
	t.Helper()
	site := smallSite(t)
	const folder = "content/guides/ruzhu"
	text := string(site[folder+".md"].Data)
	delete(site, folder+".md")
	site[folder+"/index.md"] = &fstest.MapFile{Data: []byte(text + "\n![社区南门](gate.jpg \"南门\")\n")}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, image.NewRGBA(image.Rect(0, 0, 1000, 500)), nil); err != nil {
		t.Fatal(err)
	}
	comment := "\xff\xfe\x00\x14GPS N31.8 E119.9.."
	site[folder+"/gate.jpg"] = &fstest.MapFile{Data: append([]byte("\xff\xd8"+comment), file.Bytes()[2:]...)}
	return site
}

func under(t *testing.T, folder, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestPictures: what a page shows is there in the sizes that it says, without
// what the camera wrote, and the original is not.
func TestPictures(t *testing.T) {
	o := testOptions(t, illustrated(t))
	mustRun(t, o)
	page, err := os.ReadFile(filepath.Join(o.Dir, "guides/ruzhu/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`(/guides/ruzhu/gate-\d+\.[0-9a-f]{10}\.jpg) (\d+)w`).FindAllStringSubmatch(string(page), -1)
	if len(shown) != 3 || !bytes.Contains(page, []byte(`width="1000" height="500"`)) {
		t.Fatalf("the page shows %v", shown)
	}
	for _, copied := range shown {
		data, err := os.ReadFile(filepath.Join(o.Dir, copied[1]))
		if err != nil {
			t.Fatal(err)
		}
		cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || fmt.Sprint(cfg.Width) != copied[2] || cfg.Height != cfg.Width/2 || bytes.Contains(data, []byte("N31.8")) {
			t.Errorf("%s has %d×%d pixels (%v), or says where it was taken", copied[1], cfg.Width, cfg.Height, err)
		}
	}
	if files := under(t, o.Dir, "guides/ruzhu/gate*"); len(files) != len(shown) {
		t.Errorf("the release has %v", files)
	}
}

// TestPicturesKept: another build takes the copies that the last one made, and
// makes those anew that are damaged; what nothing shows is taken away.
func TestPicturesKept(t *testing.T) {
	site := illustrated(t)
	o := testOptions(t, site)
	o.Cache = filepath.Join(t.TempDir(), "pictures")
	first := mustRun(t, o)
	kept := under(t, o.Cache, "*")
	if len(kept) != 3 {
		t.Fatalf("%v are kept", kept)
	}
	before, err := os.Stat(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	isLive(t, o, mustRun(t, o))
	if after, err := os.Stat(kept[0]); err != nil || after.ModTime() != before.ModTime() {
		t.Errorf("a copy was made again (%v)", err)
	}
	damage(t, kept[1])
	if second := mustRun(t, o); second.Digest != first.Digest {
		t.Error("a damaged copy was published")
	}

	delete(site, "content/guides/ruzhu/gate.jpg")
	edit(t, site, "content/guides/ruzhu/index.md", "![社区南门](gate.jpg \"南门\")", "")
	if err := os.WriteFile(filepath.Join(o.Cache, "notes"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, o)
	if left := under(t, o.Cache, "*"); len(left) != 1 || filepath.Base(left[0]) != "notes" {
		t.Errorf("%v are kept without a use", left)
	}
}

// TestShelfBroken: whatever is wrong with the folder of copies, the same site
// comes out.
func TestShelfBroken(t *testing.T) {
	site := illustrated(t)
	o := testOptions(t, site)
	for name, spoil := range map[string]func(t *testing.T, folder string){
		"folders for copies": func(t *testing.T, folder string) {
			for _, kept := range under(t, folder, "*") {
				if err := errors.Join(os.Remove(kept), os.MkdirAll(filepath.Join(kept, "inner"), 0o755)); err != nil {
					t.Fatal(err)
				}
			}
		},
		"no pictures": func(t *testing.T, folder string) {
			for _, kept := range under(t, folder, "*") {
				text := []byte("no picture")
				sum := sha256.Sum256(text)
				if err := os.WriteFile(kept, append(sum[:], text...), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		},
		"a file for the folder": func(t *testing.T, folder string) {
			if err := errors.Join(os.RemoveAll(folder), os.WriteFile(folder, nil, 0o600)); err != nil {
				t.Fatal(err)
			}
		},
		"nothing can be kept": func(t *testing.T, folder string) {
			for _, kept := range under(t, folder, "*") {
				if err := errors.Join(os.Remove(kept), os.Symlink(filepath.Join(folder, "missing", "file"), kept)); err != nil {
					t.Fatal(err)
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := o
			o.Dir, o.Cache = filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "pictures")
			first := mustRun(t, o)
			spoil(t, o.Cache)
			if got := mustRun(t, o); got.Digest != first.Digest {
				t.Error("another site comes out")
			}
		})
	}
}

// TestBrokenPicture: one that turns out broken as it is decoded is a finding
// like all others, and nothing is published.
func TestBrokenPicture(t *testing.T) {
	site := illustrated(t)
	o := testOptions(t, site)
	live := mustRun(t, o)
	const folder = "content/guides/ruzhu/"
	file := site[folder+"gate.jpg"]
	file.Data = file.Data[:len(file.Data)/2]
	site[folder+"lake.jpg"] = file
	edit(t, site, folder+"index.md", "![社区南门]", "![湖边的步道](lake.jpg)\n\n![社区南门]")
	_, list, err := Run(t.Context(), o)
	var told []string
	for _, d := range list {
		told = append(told, fmt.Sprint(d.Code, " ", d.File, " ", d.Line > 0, " ", d.Message.En[:20]))
	}
	want := []string{"build/picture " + folder + "index.md true the picture lake.jpg", "build/picture " + folder + "index.md true the picture gate.jpg"}
	if !errors.Is(err, ErrFindings) || !slices.Equal(told, want) {
		t.Errorf("got %q and %v, want %q", told, err, want)
	}
	isLive(t, o, live)
}

// changing is a source whose picture is another one each time it is read.
type changing struct {
	fstest.MapFS
	reads *int
}

func (c changing) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(c.MapFS, name)
	if strings.HasSuffix(name, "gate.jpg") {
		*c.reads++
		data = append(bytes.Clone(data), bytes.Repeat([]byte{0}, *c.reads)...)
	}
	return data, err
}

// TestPictureChanges: the bytes under a name are always those that it is of.
func TestPictureChanges(t *testing.T) {
	o := testOptions(t, changing{illustrated(t), new(int)})
	if _, _, err := Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), "has changed meanwhile") {
		t.Errorf("the error is %v", err)
	}
}
