package build

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
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
	"time"
)

// desk is a source folder that somebody works on.
type desk struct {
	source  fstest.MapFS
	good    fstest.MapFS // as it was when it could last be planned
	random  *rand.Rand
	changed []string
	style   []byte
	now     time.Time
	n       int // of the step
}

func newDesk(t *testing.T, o Options, seed uint64) *desk {
	t.Helper()
	d := &desk{source: fstest.MapFS{}, random: rand.New(rand.NewPCG(seed, 0)), now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	demo := os.DirFS("../testdata/demo")
	err := fs.WalkDir(demo, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(demo, name)
		d.source[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if d.style, err = fs.ReadFile(o.Theme, "assets/style.css"); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) write(name, text string) {
	d.source[name] = &fstest.MapFile{Data: []byte(text)}
	d.changed = append(d.changed, name)
}

func (d *desk) remove(name string) {
	delete(d.source, name)
	d.changed = append(d.changed, name)
}

// pick is one of the files whose names match; pattern is of a regular
// expression.
func (d *desk) pick(pattern string) (name, text string) {
	is := regexp.MustCompile(pattern)
	var names []string
	for name := range d.source {
		if is.MatchString(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "", ""
	}
	slices.Sort(names)
	name = names[d.random.IntN(len(names))]
	return name, string(d.source[name].Data)
}

const (
	anyText     = `^content/.*\.md$`
	original    = `^content/[a-z]+/[^/.]+\.md$`
	translation = `^content/.*\.en\.md$`
)

// replace changes what a pattern first finds in a file.
func (d *desk) replace(name, text, pattern, with string) {
	re := regexp.MustCompile(pattern)
	if at := re.FindStringSubmatchIndex(text); at != nil {
		d.write(name, text[:at[0]]+string(re.ExpandString(nil, with, text, at))+text[at[1]:])
	}
}

// reference is a link of a text to some entry.
func (d *desk) reference() string {
	name, _ := d.pick(original)
	kind := map[string]string{"communities": "community", "policies": "policy", "guides": "guide", "jobs": "job", "events": "event", "pages": "page"}
	return kind[path.Base(path.Dir(name))] + ":" + strings.TrimSuffix(path.Base(name), ".md")
}

// work are the things that people do to a source folder, by name.
var work = map[string]func(d *desk){
	"edit a text": func(d *desk) {
		name, text := d.pick(anyText)
		d.write(name, text+fmt.Sprintf("\n第 %d 步，[参见](%s)。\n", d.n, d.reference()))
	},
	"edit a title": func(d *desk) {
		name, text := d.pick(anyText)
		d.replace(name, text, `(?m)^title: (.{1,24})$`, fmt.Sprintf("title: $1 %d", d.n))
	},
	"check an entry": func(d *desk) {
		name, text := d.pick(original)
		d.replace(name, text, `(?m)^reviewed_on: .*$`, fmt.Sprintf("reviewed_on: 2026-05-%02d", 1+d.n%28))
	},
	"withdraw": func(d *desk) {
		name, text := d.pick(`^content/(policies|communities)/[^/.]+\.md$`)
		d.replace(name, text, `(?m)^title:`, "withdrawn: {on: 2026-05-01, reason: 来源不实}\ntitle:")
	},
	"replace a policy": func(d *desk) {
		name, text := d.pick(`^content/policies/[^/.]+\.md$`)
		old, _ := d.pick(`^content/policies/[^/.]+\.md$`)
		d.replace(name, text, `(?m)^title:`, "replaces: [policy:"+strings.TrimSuffix(path.Base(old), ".md")+"]\ntitle:")
	},
	"copy an entry": func(d *desk) {
		name, text := d.pick(original)
		d.write(path.Join(path.Dir(name), fmt.Sprintf("new-%d.md", d.n)), text)
	},
	"rename an entry": func(d *desk) {
		name, text := d.pick(original)
		d.remove(name)
		d.write(path.Join(path.Dir(name), fmt.Sprintf("moved-%d.md", d.n)), text)
	},
	"delete an entry": func(d *desk) {
		name, _ := d.pick(original)
		d.remove(name)
	},
	"delete a translation": func(d *desk) {
		if name, _ := d.pick(translation); name != "" {
			d.remove(name)
		}
	},
	"add a picture": func(d *desk) {
		name, text := d.pick(original)
		folder := strings.TrimSuffix(name, ".md")
		var shot bytes.Buffer
		if err := png.Encode(&shot, image.NewGray(image.Rect(0, 0, 700+d.n, 400))); err != nil {
			panic(err) // a bytes.Buffer does not fail
		}
		d.remove(name)
		d.write(folder+"/index.md", text+"\n![社区的南门](gate.png)\n")
		d.write(folder+"/gate.png", shot.String())
	},
	"exchange a picture": func(d *desk) {
		if name, _ := d.pick(`\.png$`); name != "" {
			var shot bytes.Buffer
			if err := png.Encode(&shot, image.NewGray(image.Rect(0, 0, 900+d.n, 300))); err != nil {
				panic(err) // a bytes.Buffer does not fail
			}
			d.write(name, shot.String())
		}
	},
	"edit a vocabulary": func(d *desk) {
		name, text := d.pick(`^content/vocab/(tags|cities|audiences|benefits|brands|gaps)\.yaml$`)
		d.replace(name, text, `\ben: ([A-Z][a-z ]+)`, fmt.Sprintf("en: ${1} %d", d.n))
	},
	"edit the configuration": func(d *desk) {
		text := string(d.source["config.yaml"].Data)
		d.write("config.yaml", regexp.MustCompile(`(?m)^per_page:.*\n`).ReplaceAllString(text, "")+fmt.Sprintf("per_page: %d\n", 10+d.random.IntN(20)))
	},
	"edit the style": func(d *desk) {
		d.write("themes/default/assets/style.css", fmt.Sprintf("%s\n/* %d */\n", d.style, d.n))
	},
	"edit the strings": func(d *desk) {
		d.write("themes/default/strings/en.yaml", fmt.Sprintf("kind.policy: Policy %d\n", d.n))
	},
	"break a file": func(d *desk) {
		name, text := d.pick(`^content/.*\.(md|yaml)$`)
		d.write(name, strings.Replace(text, ": ", " ", 1))
	},
	"wait": func(d *desk) { d.now = d.now.Add(time.Duration(d.random.IntN(40*24)) * time.Hour) },
}

// step does something; after what cannot be planned, everything is as it was
// before that.
func (d *desk) step(broken bool) (did string) {
	d.n++
	d.changed = nil
	if broken {
		for name, f := range d.source {
			if d.good[name] != f {
				d.changed = append(d.changed, name)
			}
		}
		for name := range d.good {
			if d.source[name] == nil {
				d.changed = append(d.changed, name)
			}
		}
		d.source = maps.Clone(d.good)
		return "mend"
	}
	d.good = maps.Clone(d.source)
	names := slices.Sorted(maps.Keys(work))
	did = names[d.random.IntN(len(names))]
	work[did](d)
	return did
}

// Open makes the desk a file system that is as the folder is now.
func (d *desk) Open(name string) (fs.File, error) { return d.source.Open(name) }
