package content

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/config"
	"anju/generator/diag"
)

// site is a source folder with a Memory that is told of every change.
type site struct {
	fstest.MapFS
	memory *Memory
	cfg    config.Config
	opts   Options
}

func newSite(files fstest.MapFS) *site {
	return &site{MapFS: files, memory: new(Memory), cfg: bilingual, opts: Options{Now: now, Jobs: 1}}
}

func (s *site) write(name, text string) {
	s.MapFS[name] = &fstest.MapFile{Data: []byte(text)}
	s.memory.Changed(name)
}

// remove takes away a file, or a folder with all in it.
func (s *site) remove(name string) {
	maps.DeleteFunc(s.MapFS, func(file string, _ *fstest.MapFile) bool {
		return file == name || strings.HasPrefix(file, name+"/")
	})
	s.memory.Changed(name)
}

func (s *site) edit(name, old, new string) {
	s.write(name, strings.Replace(string(s.MapFS[name].Data), old, new, 1))
}

func (s *site) rename(from, to string) {
	text := string(s.MapFS[from].Data)
	s.remove(from)
	s.write(to, text)
}

// restore makes the files what they were.
func (s *site) restore(original fstest.MapFS) {
	for name := range s.MapFS {
		if original[name] == nil {
			s.remove(name)
		}
	}
	for name, file := range original {
		if s.MapFS[name] != file {
			s.write(name, string(file.Data))
		}
	}
}

// load loads with the memory and from nothing, and demands the same of both.
func (s *site) load(t *testing.T) (*Library, diag.List) {
	t.Helper()
	opts := s.opts
	fresh, want := Load(s.MapFS, s.cfg, opts)
	opts.Memory = s.memory
	lib, got := Load(s.MapFS, s.cfg, opts)
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("findings\n%s\nfrom nothing\n%s", printed(t, "en", s, got), printed(t, "en", s, want))
	}
	if !sameLibrary(lib, fresh) {
		t.Fatalf("another library than from nothing: %v, %v", refs(lib.Entries), refs(fresh.Entries))
	}
	return lib, got
}

// sameLibrary compares all but the version of the vocabularies.
func sameLibrary(a, b *Library) bool {
	copied := *a
	copied.VocabVersion = b.VocabVersion
	return reflect.DeepEqual(&copied, b)
}

const (
	about  = "content/pages/about.md"
	zufang = "content/policies/zufang.md"
	jiu    = "content/policies/zufang-jiu.md"
	ginkgo = "content/communities/yinxing.en.md"
)

func TestMemoryOf(t *testing.T) {
	tests := []struct {
		name   string
		change func(s *site)
		codes  []string // of the findings
		gone   []Ref    // of the entries
		come   []Ref
	}{
		{name: "nothing", change: func(*site) {}},
		{name: "another summary", change: func(s *site) { s.edit(about, "summary: ", "summary: 另外，") }},
		{name: "a file gone", change: func(s *site) { s.remove(about) }, gone: []Ref{"page:about"}},
		{name: "a file that others refer to gone", change: func(s *site) { s.remove(jiu) },
			codes: []string{"content/dangling-reference"}, gone: []Ref{"policy:zufang-jiu"}},
		{name: "another name", change: func(s *site) { s.rename(about, "content/pages/us.md") },
			gone: []Ref{"page:about"}, come: []Ref{"page:us"}},
		{name: "into a folder of its own", change: func(s *site) { s.rename(about, "content/pages/about/index.md") }},
		{name: "a folder removed", change: func(s *site) { s.remove("content/jobs") }, gone: []Ref{"job:gongchengshi"}},
		{name: "a folder in place of a file", change: func(s *site) {
			s.remove(about)
			s.write(about+"/index.md", "no front matter")
		}, codes: []string{"content/id", "content/no-front-matter"}, gone: []Ref{"page:about"}, come: []Ref{"page:about.md"}},
		{name: "a file in place of a folder", change: func(s *site) {
			s.remove("content/pages")
			s.write("content/pages", "")
		}, codes: []string{"content/file-name"}, gone: []Ref{"page:about"}},
		{name: "a translation without original", change: func(s *site) { s.rename(ginkgo, "content/communities/yin.en.md") },
			codes: []string{"content/translation-without-original"}},
		{name: "an id claimed twice", change: func(s *site) {
			s.write("content/pages/about/index.md", string(s.MapFS[about].Data))
		}, codes: []string{"content/same-id"}},
		{name: "a draft", change: func(s *site) { s.edit(about, "published:", "draft: true\npublished:") }, gone: []Ref{"page:about"}},
		{name: "gone for good", change: func(s *site) { s.edit(jiu, "published:", "gone: true\npublished:") },
			codes: []string{"content/reference-gone"}, gone: []Ref{"policy:zufang-jiu"}},
		{name: "broken", change: func(s *site) { s.edit(about, "title:", "title: [") },
			codes: []string{"yaml/syntax"}},
		{name: "a vocabulary gone", change: func(s *site) { s.remove("content/vocab/cities.yaml") },
			codes: []string{"content/unknown-term"}},
		{name: "everything gone", change: func(s *site) { s.remove(Root) }, codes: []string{"content/read"},
			gone: []Ref{"community:yinxing", "policy:zufang", "policy:zufang-jiu", "guide:shenqing", "job:gongchengshi", "event:kaifangri", "page:about"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			original := valid(t)
			s := newSite(maps.Clone(original))
			before, _ := s.load(t)
			tt.change(s)
			after, found := s.load(t)
			equal(t, "codes", codesOf(found), tt.codes)
			equal(t, "gone", without(before, after), tt.gone)
			equal(t, "come", without(after, before), tt.come)
			s.restore(original)
			again, found := s.load(t)
			if !sameLibrary(again, before) || len(found) > 0 {
				t.Errorf("mended, it is not what it was: %v", found)
			}
		})
	}
}

// codesOf are the codes of findings, each once.
func codesOf(found diag.List) (codes []string) {
	for _, d := range found {
		codes = append(codes, d.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// without are the entries of a that b has not.
func without(a, b *Library) (out []Ref) {
	for _, ref := range refs(a.Entries) {
		if b.Get(ref) == nil {
			out = append(out, ref)
		}
	}
	return out
}

// The second file that claims an id comes to life when the first one goes.
func TestMemoryOfAnIDClaimedTwice(t *testing.T) {
	s := newSite(valid(t))
	s.write("content/pages/about/index.md", strings.Replace(string(s.MapFS[about].Data), "title:", "title: 二", 1))
	s.load(t)
	s.remove(about)
	lib, found := s.load(t)
	if len(found) > 0 || !strings.HasPrefix(lib.Pages[0].Title, "二") {
		t.Errorf("%v, %v", lib.Pages[0], found)
	}
}

// One summary may serve what one page names together: no longer when the
// address of the page is another.
func TestMemoryOfASharedSource(t *testing.T) {
	const url, twin = "https://example.org/ban", "content/pages/ban.md"
	s := newSite(valid(t))
	s.edit(about, "published:", "sources:\n  - {title: 办法, publisher: 某局, url: "+url+"}\npublished:")
	s.write(twin, strings.Replace(string(s.MapFS[about].Data), "title:", "title: 二", 1))
	_, found := s.load(t)
	equal(t, "with one source", codesOf(found), nil)
	s.edit(twin, url, url+"/2")
	_, found = s.load(t)
	equal(t, "with two", codesOf(found), []string{"content/same-summary"})
}

func TestVocabVersion(t *testing.T) {
	s := newSite(valid(t))
	first, _ := s.load(t)
	s.edit(about, "title:", "title: 二")
	s.memory.Changed("content/vocab")
	same, _ := s.load(t)
	equal(t, "after another title", same.VocabVersion, first.VocabVersion)
	s.edit("content/vocab/cities.yaml", "河西", "河东")
	other, _ := s.load(t)
	if other.VocabVersion == first.VocabVersion {
		t.Error("another word, and the same version")
	}
	if first.Vocab.City("hexi").Zh != "河西市" {
		t.Error("the first library changed")
	}
}

// watched notes what is looked at.
type watched struct {
	fstest.MapFS
	seen map[string]bool
}

func (w watched) Open(name string) (fs.File, error) {
	w.seen[name] = true
	return w.MapFS.Open(name)
}

func (w watched) ReadFile(name string) ([]byte, error) {
	w.seen[name] = true
	return w.MapFS.ReadFile(name)
}

func (w watched) ReadDir(name string) ([]fs.DirEntry, error) {
	w.seen[name] = true
	return w.MapFS.ReadDir(name)
}

func (w watched) Stat(name string) (fs.FileInfo, error) {
	w.seen[name] = true
	return w.MapFS.Stat(name)
}

func (w watched) Lstat(name string) (fs.FileInfo, error) {
	w.seen[name] = true
	return w.MapFS.Lstat(name)
}

func TestMemoryLooksAtChangesOnly(t *testing.T) {
	tests := []struct {
		changed, want []string
	}{
		{nil, nil},
		{[]string{"config.yaml", "themes/a/b.html", "contents/x.md", "content/.git/x"}, nil},
		{[]string{about}, []string{about}},
		{[]string{about, "content/jobs/new.md"}, []string{"content/jobs/new.md", about}},
		{[]string{"content/pages", about}, []string{"content/pages", about}},
		{[]string{"content/pages/none/a.png"}, []string{"content/pages/none"}},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.changed, " "), func(t *testing.T) {
			fsys := watched{valid(t), map[string]bool{}}
			opts := Options{Now: now, Memory: new(Memory)}
			Load(fsys, bilingual, opts)
			clear(fsys.seen)
			opts.Memory.Changed(tt.changed...)
			Load(fsys, bilingual, opts)
			equal(t, "looked at", slices.Sorted(maps.Keys(fsys.seen)), tt.want)
		})
	}
}

// A folder reached by a symbolic link is not entered, whatever is said to have
// changed in it.
func TestMemoryOfALink(t *testing.T) {
	dir := onDisk(t)
	opts := Options{Now: now, Memory: new(Memory)}
	Load(os.DirFS(dir), bilingual, opts)
	for _, rename := range [][2]string{{"content/jobs", "jobs"}, {"content/events", "content/jobs.d"}} {
		if err := os.Rename(path.Join(dir, rename[0]), path.Join(dir, rename[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../jobs", path.Join(dir, "content/jobs")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for _, name := range []string{"content/jobs", "content/jobs/gongchengshi.md", "content/events", "content/jobs.d"} {
		opts.Memory.Changed(name)
		Load(os.DirFS(dir), bilingual, opts)
	}
	lib, got := Load(os.DirFS(dir), bilingual, opts)
	fresh, want := Load(os.DirFS(dir), bilingual, Options{Now: now})
	equal(t, "findings", got, want)
	if !sameLibrary(lib, fresh) || lib.Get("job:gongchengshi") != nil {
		t.Errorf("entries %v, want %v", refs(lib.Entries), refs(fresh.Entries))
	}
}
