package content

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/validity"
)

var (
	now       = time.Date(2026, 11, 22, 12, 0, 0, 0, validity.Zone)
	bilingual = config.Config{Languages: []string{"zh-Hans", "en"}, RefusedSources: []string{"copies.example.com"}}
)

// valid is the site that the cases put their files over.
func valid(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/valid.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return overlay(fstest.MapFS{}, archive.Files)
}

// overlay puts the files below content/ over base.
func overlay(base fstest.MapFS, files []txtar.File) fstest.MapFS {
	for _, f := range files {
		if strings.HasPrefix(f.Name, Root+"/") {
			base[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return base
}

// Each case of testdata/broken is what an editor got wrong, with all that Load
// says about it in both languages.
func TestBroken(t *testing.T) {
	for _, name := range brokenCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys := brokenFS(t, name, archive.Files)
			_, found := Load(fsys, bilingual, Options{Now: now})
			if len(found) == 0 {
				t.Error("nothing was found")
			}
			inside(t, fsys, found)
			got := txtar.Archive{Comment: archive.Comment, Files: append(inputs(archive.Files),
				txtar.File{Name: "zh", Data: printed(t, "zh-Hans", fsys, found)},
				txtar.File{Name: "en", Data: printed(t, "en", fsys, found)})}
			golden(t, name, &got, archive)
		})
	}
}

func brokenCases(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(names) < 60 {
		t.Fatalf("found %d cases, %v", len(names), err)
	}
	return names
}

func inputs(files []txtar.File) []txtar.File {
	return slices.DeleteFunc(slices.Clone(files), func(f txtar.File) bool { return f.Name == "zh" || f.Name == "en" })
}

func golden(t *testing.T, name string, got, want *txtar.Archive) {
	t.Helper()
	text := txtar.Format(got)
	if *update {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(text, txtar.Format(want)) {
		t.Errorf("got\n%s\nwant\n%s", text, txtar.Format(want))
	}
}

func printed(t *testing.T, lang string, fsys fs.FS, found diag.List) []byte {
	t.Helper()
	var out bytes.Buffer
	p := diag.Printer{Lang: lang, Source: func(file string) []byte {
		text, _ := fs.ReadFile(fsys, file) // nothing to show for what cannot be read
		return text
	}}
	if err := p.Text(&out, found); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inside demands that every finding says something in both languages, and
// where it has a line, that the file has it.
func inside(t *testing.T, fsys fs.FS, found diag.List) {
	t.Helper()
	for _, d := range found {
		if d.Message.Zh == "" || d.Message.En == "" || strings.Contains(d.Message.Zh+d.Message.En+d.Hint.Zh+d.Hint.En, "%!") {
			t.Errorf("%+v lacks words", d)
		}
		text, _ := fs.ReadFile(fsys, d.File)
		lines := strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
		if d.Line < 0 || d.Line > len(lines) {
			t.Errorf("line %d of %d: %+v", d.Line, len(lines), d)
		} else if d.Line > 0 && d.Col > len([]rune(lines[d.Line-1]))+1 {
			t.Errorf("column %d of %q: %+v", d.Col, lines[d.Line-1], d)
		}
	}
}

// special makes what a text archive cannot hold.
var special = map[string]func(t *testing.T) fs.FS{
	"symlink": func(t *testing.T) fs.FS {
		dir := onDisk(t)
		if err := os.Symlink("zufang.md", filepath.Join(dir, "content/policies/butie.md")); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		return os.DirFS(dir)
	},
	"symlink_vocab": func(t *testing.T) fs.FS {
		dir := onDisk(t)
		if err := os.Symlink("tags.yaml", filepath.Join(dir, "content/vocab/degrees.yaml")); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		return os.DirFS(dir)
	},
	"too_large": func(t *testing.T) fs.FS {
		fsys := valid(t)
		about := fsys["content/pages/about.md"]
		about.Data = append(about.Data, bytes.Repeat([]byte("正文"), maxFile/6)...)
		return fsys
	},
	"unreadable_file": func(t *testing.T) fs.FS {
		return failing{valid(t), "content/guides/shenqing.md"}
	},
	"not_utf8": func(t *testing.T) fs.FS {
		fsys := valid(t)
		fsys["content/pages/about.md"].Data = []byte("---\ntitle: \xb9\xd8\xd3\xda\n---\n") // 关于 in GBK
		return fsys
	},
}

// pictures are the files of the cases named picture_*, beside a page.
var pictures = map[string]func(t *testing.T) map[string][]byte{
	"picture_type": func(*testing.T) map[string][]byte {
		return map[string][]byte{"plan.svg": []byte("<svg/>"), "gate.HEIC": nil, "scan.tif": nil, "lake.jpg": []byte("\x00\x00\x00\x18ftypheic")}
	},
	"picture_large": func(t *testing.T) map[string][]byte {
		return map[string][]byte{"heavy.jpg": make([]byte, 10<<20+1), "bomb.png": tall(drawn(t, ".png", 7000, 1), 6000)}
	},
	"picture_unreadable": func(t *testing.T) map[string][]byte {
		return map[string][]byte{"page.jpg": []byte("<!doctype html>"), "empty.webp": nil, "desk.png": drawn(t, ".jpg", 4, 4)}
	},
	"picture_name": func(t *testing.T) map[string][]byte {
		gate := drawn(t, ".png", 4, 4)
		return map[string][]byte{"IMG (1).png": gate, "gate.png": gate, "Gate.PNG": gate, "gate.pdf": nil, strings.Repeat("门", 80) + ".png": gate}
	},
	"picture_alt": func(t *testing.T) map[string][]byte {
		return map[string][]byte{"gate.png": drawn(t, ".png", 4, 4)}
	},
	"picture_file": func(t *testing.T) map[string][]byte {
		return map[string][]byte{"gate.png": drawn(t, ".png", 4, 4), "form.pdf": nil}
	},
}

// tall is a PNG file whose head claims another height.
func tall(file []byte, height uint32) []byte {
	const head, size = 12, 17 // where the first chunk begins, and how long it is
	binary.BigEndian.PutUint32(file[head+8:], height)
	binary.BigEndian.PutUint32(file[head+size:], crc32.ChecksumIEEE(file[head:][:size]))
	return file
}

// withPictures moves the page about into a folder, with pictures beside it.
func withPictures(fsys fstest.MapFS, files map[string][]byte) fs.FS {
	fsys["content/pages/about/index.md"] = fsys["content/pages/about.md"]
	delete(fsys, "content/pages/about.md")
	for name, data := range files {
		fsys["content/pages/about/"+name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func brokenFS(t *testing.T, name string, archived []txtar.File) fs.FS {
	name = strings.TrimSuffix(filepath.Base(name), ".txtar")
	if build, ok := special[name]; ok {
		return build(t)
	}
	if files, ok := pictures[name]; ok {
		return withPictures(overlay(valid(t), archived), files(t))
	}
	return overlay(valid(t), archived)
}

func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, valid(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// failing refuses to open one file.
type failing struct {
	fstest.MapFS
	name string
}

func (f failing) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("input/output error")}
	}
	return f.MapFS.Open(name)
}

func (f failing) ReadFile(name string) ([]byte, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("input/output error")}
	}
	return f.MapFS.ReadFile(name)
}

// Every kind of finding that the room declares has a case that shows it.
func TestEveryCodeHasACase(t *testing.T) {
	declared := map[string]bool{}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	declares := regexp.MustCompile(`diag\.New\("(content/[a-z-]+)"`)
	for _, name := range sources {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declares.FindAllSubmatch(text, -1) {
			declared[string(m[1])] = true
		}
	}
	if len(declared) < 30 {
		t.Fatalf("found only %d kinds of findings", len(declared))
	}
	for _, name := range brokenCases(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		maps.DeleteFunc(declared, func(id string, _ bool) bool { return bytes.Contains(text, []byte("["+id+"]\n")) })
	}
	for _, id := range slices.Sorted(maps.Keys(declared)) {
		t.Errorf("no case in testdata/broken shows %s", id)
	}
}

// What the cases start from is valid.
func TestValid(t *testing.T) {
	if _, found := Load(valid(t), bilingual, Options{Now: now}); len(found) > 0 {
		t.Errorf("%s", printed(t, "en", valid(t), found))
	}
}
