package content

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// After any changes, a load with a memory gives what a load from nothing gives;
// libraries made before stay as they were; and what has not changed is the
// same value.
func TestMemory(t *testing.T) {
	const steps = 40
	seeds := uint64(2)
	if os.Getenv("ANJU_FULL") == "1" {
		seeds = 8
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			s := newSite(demo(t))
			v := vandal{rand.New(rand.NewPCG(seed, 0)), s, maps.Clone(s.MapFS), map[string]bool{}}
			last, _ := s.load(t)
			first, _ := Load(maps.Clone(v.original), s.cfg, s.opts)
			old := last
			for range steps {
				for range 1 + v.IntN(3) {
					t.Log(v.step())
				}
				lib, _ := s.load(t)
				v.sameEntries(t, last, lib)
				last = lib
			}
			if !sameLibrary(old, first) {
				t.Error("a library changed after it was made")
			}
		})
	}
}

// vandal changes files at random.
type vandal struct {
	*rand.Rand
	*site
	original fstest.MapFS
	touched  map[string]bool // since entries were compared
}

// step makes one change, and tells what it was.
func (v *vandal) step() string {
	name := v.pick(v.MapFS)
	to := v.elsewhere(name)
	switch v.IntN(16) {
	case 0, 1, 2:
		v.touch(name)
		v.write(name, v.shuffled(string(v.MapFS[name].Data)))
		return "edit " + name
	case 3, 4:
		text := string(v.MapFS[name].Data)
		v.touch(name)
		v.remove(name)
		v.makeWay(to)
		v.write(to, text)
		return "rename " + name + " to " + to
	case 5, 6:
		v.makeWay(to)
		v.write(to, string(v.original[v.pick(v.original)].Data))
		return "write " + to
	case 7:
		v.touch(name)
		v.remove(name)
		return "remove " + name
	case 8:
		return v.raze(path.Dir(name))
	case 9:
		v.opts.Now = now.AddDate(0, v.IntN(9)-4, 0)
		return "another day"
	case 10:
		v.opts.Drafts = !v.opts.Drafts
		v.cfg.Languages = bilingual.Languages[:1+v.IntN(2)]
		return "other options"
	}
	return v.mend()
}

// raze removes a folder, and may put a file in its place.
func (v *vandal) raze(folder string) string {
	v.touch(folder)
	v.remove(folder)
	if v.IntN(2) == 0 {
		return "remove folder " + folder
	}
	v.write(folder, "no folder")
	return "replace folder " + folder
}

// mend restores a file or a folder.
func (v *vandal) mend() string {
	name := v.pick(v.original)
	switch v.IntN(4) {
	case 0, 1:
		name = path.Dir(name)
	case 2:
		name = Root
	}
	v.touch(name)
	v.remove(name)
	for file, data := range v.original {
		if file == name || strings.HasPrefix(file, name+"/") {
			v.makeWay(file)
			v.write(file, string(data.Data))
		}
	}
	return "mend " + name
}

// makeWay removes files where name needs a folder, and a folder of that name.
func (v *vandal) makeWay(name string) {
	for above := path.Dir(name); above != "."; above = path.Dir(above) {
		if v.MapFS[above] != nil {
			v.touch(above)
			v.remove(above)
		}
	}
	v.touch(name)
	v.remove(name)
}

func (v *vandal) pick(files fstest.MapFS) string {
	names := slices.Sorted(maps.Keys(files))
	if len(names) == 0 {
		v.write("content/pages/last.md", "")
		return "content/pages/last.md"
	}
	return names[v.IntN(len(names))]
}

// elsewhere is another name for a file.
func (v *vandal) elsewhere(name string) string {
	base := path.Base(name)
	id, _, _ := strings.Cut(base, ".")
	folder := path.Join(Root, Kinds[v.IntN(len(Kinds))].Folder)
	names := []string{
		path.Join(path.Dir(name), "new-"+base), path.Join(folder, base), path.Join(folder, id+".en.md"),
		path.Join(folder, id, "index.md"), path.Join(folder, id, "index.en.md"), path.Join(folder, id, "a.png"),
		path.Join(folder, id, "deep/er.md"), path.Join(folder, "."+base), path.Join(folder, base+"~"),
		path.Join(folder, ".hidden", base), path.Join(Root, base), path.Join(Root, "drafts", base), path.Join(folder, id+".yaml"),
		path.Join(Root, "vocab", base), path.Join(folder, "Bad Name.md"), path.Join(folder, id+".md.txt"),
	}
	return names[v.IntN(len(names))]
}

// shuffled changes a line or two of text, or all its addresses.
func (v *vandal) shuffled(text string) string {
	lines := strings.Split(text, "\n")
	added := []string{"draft: true", "gone: true", "moved_from: [old, /pages/old/]", "title: [", "related: [policy:none, page:about, x]",
		"replaces: [policy:shili-zufang-2026]", "\t", "tags: [nothing]", "---", "published: 2027-01-01", "summary: 这是另外一句话，说明它变了。"}
	at := v.IntN(len(lines))
	switch v.IntN(4) {
	case 0:
		lines = slices.Delete(lines, at, at+1)
	case 1:
		lines = slices.Insert(lines, min(at, 1), added[v.IntN(len(added))])
	case 2:
		return urlValue.ReplaceAllStringFunc(text, func(string) string { return fmt.Sprint("url: https://example.org/", v.IntN(3)) })
	default:
		other := v.IntN(len(lines))
		lines[at], lines[other] = lines[other], lines[at]
	}
	return strings.Join(lines, "\n")
}

// urlValue is a url with its value.
var urlValue = regexp.MustCompile(`url: [^\s,}]+`)

func (v *vandal) touch(names ...string) {
	for _, name := range names {
		v.touched[name] = true
	}
}

// sameEntries demands that what was not touched is the same value.
func (v *vandal) sameEntries(t *testing.T, before, after *Library) {
	t.Helper()
	untouched := func(e Entry) bool {
		for name := range v.touched {
			if place := placeOf(name); e.Common().File == place || strings.HasPrefix(e.Common().File, place+"/") {
				return false
			}
		}
		return true
	}
	for _, e := range after.Entries {
		old := before.Get(e.Common().Ref())
		if old == nil || old.Common().File != e.Common().File || !untouched(e) {
			continue
		}
		if old != e {
			t.Errorf("%s is another value, but its file has not changed", e.Common().File)
		}
		en, is := after.In(e, "en")
		was, there := before.In(old, "en")
		if is && there && en.Common().File == was.Common().File && untouched(en) && en != was {
			t.Errorf("%s is another value, but neither it nor its original has changed", en.Common().File)
		}
	}
	clear(v.touched)
}

// demo is the content of the demonstration site.
func demo(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	source := os.DirFS("../testdata/demo")
	err := fs.WalkDir(source, Root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(source, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
