package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// The checks here are made from the contract's words, not with the package's
// own functions.
func TestManifestIsTheContracts(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	pages := site{"b&<.html": "b", "a/政策.html": "a", IndexPath + "/root.bolt": "idx"}
	mustPublish(t, dir, pages, "/policies/z/", "/policies/y/")
	data, err := os.ReadFile(filepath.Join(dir, ManifestPath))
	if err != nil {
		t.Fatal(err)
	}
	sum := func(s string) string { h := sha256.Sum256([]byte(s)); return hex.EncodeToString(h[:]) }
	release := sum(fmt.Sprintf("%s  a/政策.html\n%s  b&<.html\nidx\n", sum("a"), sum("b")))[:16]
	want := fmt.Sprintf(`{"format":1,"release":"%s","generator":"anju test","built_at":"2026-03-01T08:00:00Z","documents":3,`+
		`"index":{"fingerprint":"idx","mapping":1,"bleve":"v2"},"removed":["/policies/y/","/policies/z/"],"files":[`+
		`{"path":"_release/index/root.bolt","sha256":"%s","size":3},`+
		`{"path":"a/政策.html","sha256":"%s","size":1},{"path":"b&<.html","sha256":"%s","size":1}],"digest":""}`,
		release, sum("idx"), sum("a"), sum("b"))
	want = strings.Replace(want, `"digest":""`, `"digest":"`+sum(want)+`"`, 1)
	if string(data) != want {
		t.Errorf("manifest is\n%s\nwant\n%s", data, want)
	}
}

func TestManifestWithoutRemoved(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, oldSite)
	data, err := os.ReadFile(filepath.Join(dir, ManifestPath))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(`"removed":[]`)) {
		t.Errorf("manifest has no empty list of removed paths: %s", data)
	}
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := Manifest{Format: format + 1}
	blank, err := encode(m)
	if err != nil {
		t.Fatal(err)
	}
	m.Digest = hexSum(blank)
	data, err := encode(m)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ManifestPath), string(data))
	_, err = ReadManifest(dir)
	if err == nil || !strings.Contains(err.Error(), "has format 2") {
		t.Errorf("a manifest of a later format gives %v", err)
	}
}

func TestReleaseIDIndependentOfOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z_]{1,8}\.html`), 1, 12, rapid.ID[string]).Draw(rt, "names")
		shuffled := rapid.Permutation(names).Draw(rt, "order")
		parent, err := os.MkdirTemp("", "publish")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(parent)
		var ids [2]string
		for i, order := range [][]string{names, shuffled} {
			s, err := begin(filepath.Join(parent, fmt.Sprint(i)), quickDisk())
			if err != nil {
				rt.Fatal(err)
			}
			var wg sync.WaitGroup
			for _, name := range order {
				wg.Go(func() {
					if err := s.Write("p/"+name, []byte("text of "+name)); err != nil {
						rt.Error(err)
					}
				})
			}
			wg.Wait()
			m, err := s.Commit(Meta{Index: Index{Fingerprint: "f"}})
			if err != nil {
				rt.Fatal(err)
			}
			ids[i] = m.Release
		}
		if ids[0] != ids[1] {
			rt.Fatalf("release ids %v differ with the order of writing", ids)
		}
	})
}

func TestReleaseIDCounts(t *testing.T) {
	t.Parallel()
	base := idOf(t, oldSite)
	with := func(path, text string) site { s := maps.Clone(oldSite); s[path] = text; return s }
	for _, tt := range []struct {
		name  string
		pages site
		same  bool
	}{
		{"index bytes", with(IndexPath+"/segment", "x"), true},
		{"page bytes", with("index.html", "x"), false},
		{"new page", with("x.html", "x"), false},
		{"fingerprint", with(IndexPath+"/root.bolt", "x"), false}, // metaFor takes it from there
	} {
		if got := idOf(t, tt.pages) == base; got != tt.same {
			t.Errorf("%s: same release id = %v, want %v", tt.name, got, tt.same)
		}
	}
}

func TestManifestRoundTrip(t *testing.T) {
	t.Parallel()
	m, data, err := newManifest(metaFor(oldSite, "/x/"), []File{{Path: "b", SHA256: "1"}, {Path: "a", SHA256: "2"}})
	if err != nil {
		t.Fatal(err)
	}
	got, ok := decodeManifest(data)
	if !ok || toJSON(t, got) != toJSON(t, m) {
		t.Errorf("decoded %+v, %v", got, ok)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, data, "", " "); err != nil {
		t.Fatal(err)
	}
	if _, ok := decodeManifest(indented.Bytes()); ok {
		t.Error("a reformatted manifest passes for the one written")
	}
}
