package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestDamage(t *testing.T) {
	t.Parallel()
	const page = "policies/b/index.html"
	flip := func(t *testing.T, path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)/2] ^= 1
		write(t, path, string(data))
	}
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir string)
		want   Damage
	}{
		{"flipped page", func(t *testing.T, dir string) { flip(t, filepath.Join(dir, page)) }, Damage{Changed: []string{page}}},
		{"flipped index", func(t *testing.T, dir string) { flip(t, filepath.Join(dir, IndexPath, "root.bolt")) },
			Damage{Changed: []string{IndexPath + "/root.bolt"}}},
		{"truncated page", func(t *testing.T, dir string) { write(t, filepath.Join(dir, page), "") }, Damage{Changed: []string{page}}},
		{"removed page", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, page)) }, Damage{Missing: []string{page}}},
		{"added file", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "policies/x"), "") },
			Damage{Added: []string{"policies/x"}}},
		{"second gitkeep", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "policies/"+gitkeep), "") },
			Damage{Added: []string{"policies/" + gitkeep}}},
		{"no gitkeep", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, gitkeep)) }, Damage{}},
		{"linked page", func(t *testing.T, dir string) {
			mustRemove(t, filepath.Join(dir, page))
			link(t, "../../index.html", filepath.Join(dir, page))
		}, Damage{Changed: []string{page}}},
		{"added link", func(t *testing.T, dir string) { link(t, "index.html", filepath.Join(dir, "x")) }, Damage{Added: []string{"x"}}},
		{"linked manifest", func(t *testing.T, dir string) {
			aside := filepath.Join(dir, "_release/m.json")
			if err := os.Rename(filepath.Join(dir, ManifestPath), aside); err != nil {
				t.Fatal(err)
			}
			link(t, "m.json", filepath.Join(dir, ManifestPath))
		}, Damage{Changed: []string{ManifestPath}, Added: []string{"_release/m.json"}}},
		{"flipped manifest", func(t *testing.T, dir string) { flip(t, filepath.Join(dir, ManifestPath)) },
			Damage{Changed: []string{ManifestPath}}},
		{"space in manifest", func(t *testing.T, dir string) {
			data, _ := os.ReadFile(filepath.Join(dir, ManifestPath))
			write(t, filepath.Join(dir, ManifestPath), string(data)+" ")
		}, Damage{Changed: []string{ManifestPath}}},
		{"truncated manifest", func(t *testing.T, dir string) { write(t, filepath.Join(dir, ManifestPath), "") },
			Damage{Changed: []string{ManifestPath}}},
		{"removed manifest", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, ManifestPath)) },
			Damage{Missing: []string{ManifestPath}}},
		{"several", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "index.html"), "")
			mustRemove(t, filepath.Join(dir, "policies"))
			write(t, filepath.Join(dir, "y"), "")
			write(t, filepath.Join(dir, "b"), "")
		}, Damage{Changed: []string{"index.html"}, Missing: []string{"policies/a", page}, Added: []string{"b", "y"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			m := mustPublish(t, dir, newSite)
			tt.damage(t, dir)
			_, err := Verify(dir)
			var got Damage
			if d := (*Damage)(nil); errors.As(err, &d) {
				got = *d
			} else if err != nil {
				t.Fatal(err)
			}
			got.Dir = ""
			if toJSON(t, got) != toJSON(t, tt.want) {
				t.Errorf("damage %+v, want %+v", got, tt.want)
			}
			mustPublish(t, dir, newSite)
			mustVerify(t, dir, m.Release)
		})
	}
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}

// A release id that is not that of the files is found even where someone has
// put the digest right.
func TestForgedRelease(t *testing.T) {
	t.Parallel()
	m, data, err := newManifest(metaFor(oldSite), nil)
	if err != nil {
		t.Fatal(err)
	}
	blank := strings.Replace(string(data), m.Digest, "", 1)
	blank = strings.Replace(blank, m.Release, "0123456789abcdef", 1)
	forged := strings.Replace(blank, `"digest":""`, `"digest":"`+hexSum([]byte(blank))+`"`, 1)
	if _, ok := decodeManifest([]byte(forged)); ok {
		t.Error("a forged release id passes")
	}
}

func TestDamageMessage(t *testing.T) {
	t.Parallel()
	d := Damage{Dir: "public", Changed: []string{"a"}}
	for n := range 12 {
		d.Added = append(d.Added, fmt.Sprintf("x%02d", n))
	}
	const want = "the release in public does not verify: changed a; " +
		"added x00, x01, x02, x03, x04, x05, x06, x07, x08, x09 and 2 more"
	if d.Error() != want {
		t.Errorf("message is %q, want %q", d.Error(), want)
	}
}

func TestNoRelease(t *testing.T) {
	t.Parallel()
	if _, err := Verify(filepath.Join(t.TempDir(), "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder gives %v", err)
	}
}

// A server opens releases while a publisher replaces them: each that it opens
// is whole, and stays readable while it is held.
func TestOpenDuringPublishing(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, oldSite)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := range 30 {
			if _, err := publishWith(quickDisk(), dir, []site{newSite, oldSite}[n%2]); err != nil {
				t.Error(err)
			}
		}
	}()
	for opened := 0; ; opened++ {
		select {
		case <-done:
			if opened == 0 {
				t.Error("nothing was opened meanwhile")
			}
			return
		default:
		}
		r, err := Open(dir)
		if err != nil {
			t.Error(err)
			<-done
			return
		}
		if _, err := r.Root.ReadFile("index.html"); err != nil {
			t.Error(err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Between opening the folder and locking it a publisher may replace the
// release, and another may remove it.
func TestReplacedBeforeLock(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, oldSite)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	at, err := locate(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, pages := range []site{newSite, {"index.html": "third"}} {
		mustPublish(t, dir, pages)
		if _, err := at.hold(root); !errors.Is(err, errMoved) {
			t.Errorf("holding a release that is not live any more gives %v", err)
		}
	}
}

func TestHeldReleaseIsKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, oldSite)
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	third := site{"index.html": "third"}
	wantPath := func(want string) {
		t.Helper()
		path, err := r.Path()
		if err != nil {
			t.Fatal(err)
		}
		if rel, _ := filepath.Rel(filepath.Dir(dir), path); rel != want {
			t.Errorf("the held release is at %s, want %s", rel, want)
		}
		got, err := os.ReadFile(filepath.Join(path, "index.html"))
		if err != nil || string(got) != oldSite["index.html"] {
			t.Errorf("the held release has the home page %q (%v)", got, err)
		}
		if err := r.Manifest.verify(r.Root); err != nil {
			t.Error(err)
		}
	}
	wantPath("public")
	mustPublish(t, dir, newSite)
	wantPath(".anju/public/previous")
	mustPublish(t, dir, third)
	wantPath(".anju/public/retired-0")
	mustPublish(t, dir, newSite)
	wantPath(".anju/public/retired-0")
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, third)
	if got := asideNames(t, dir); !slices.Equal(got, []string{previousName}) {
		t.Errorf("after the server let go, there stand %v", got)
	}
}
