package content

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// neighbours are the keys beside each on a keyboard, in its own row.
var neighbours = func() map[byte]string {
	m := map[byte]string{}
	for _, row := range []string{"qwertyuiop", "asdfghjkl", "zxcvbnm"} {
		for i := range row {
			m[row[i]] = strings.Trim(row[max(i-1, 0):min(i+2, len(row))], row[i:i+1])
		}
	}
	return m
}()

// sounds are the slips of those who write pinyin by ear.
var sounds = [][2]string{{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"ng", "n"}, {"n", "l"}, {"l", "n"}, {"an", "ang"}, {"in", "ing"}}

// typos are the words that are likely typed for word, by the kind of slip.
func typos(word string) map[string][]string {
	out := map[string][]string{}
	add := func(kind, typo string) { out[kind] = append(out[kind], typo) }
	for i := range word {
		add("left out", word[:i]+word[i+1:])
		add("doubled", word[:i+1]+word[i:])
		if i+1 < len(word) {
			add("swapped", word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:])
		}
		for _, key := range neighbours[word[i]] {
			add("key beside", word[:i]+string(key)+word[i+1:])
		}
	}
	for _, s := range sounds {
		if strings.Contains(word, s[0]) {
			add("by ear", strings.Replace(word, s[0], s[1], 1))
		}
	}
	wide := func(r rune) rune { return r + 'ａ' - 'a' }
	add("full width", strings.Map(wide, word))
	add("capitals", strings.ToUpper(word))
	add("other joint", strings.NewReplacer("_", "-", "-", "_").Replace(word))
	add("no joint", strings.NewReplacer("_", "", "-", "").Replace(word))
	add("plural", word+"s")
	return out
}

// score counts typos, and how many of them were understood, by kind.
type score struct {
	asked, met map[string]int
	missed     []string
}

func newScore() *score { return &score{asked: map[string]int{}, met: map[string]int{}} }

// try asks meant for what each typo of word means. What is a word itself, and
// the words of one or two letters, are no typos that anybody could mend.
func (s *score) try(word string, words []string, meant func(typo string) string) {
	if len(word) < 3 {
		return
	}
	for kind, list := range typos(word) {
		for _, typo := range list {
			if slices.Contains(words, typo) {
				continue
			}
			s.count(kind, typo, word, meant(typo))
		}
	}
}

func (s *score) count(kind, typo, want, got string) {
	s.asked[kind]++
	if got == want {
		s.met[kind]++
		return
	}
	s.missed = append(s.missed, kind+": "+typo+" for "+want+" was taken for "+got)
}

// least is the part of the typos of each kind, in percent, whose remedy must be
// right.
const least = 95

func (s *score) judge(t *testing.T) {
	t.Helper()
	asked, met := 0, 0
	for _, kind := range slices.Sorted(maps.Keys(s.asked)) {
		t.Logf("%-11s %5d of %5d (%.1f %%)", kind, s.met[kind], s.asked[kind], 100*float64(s.met[kind])/float64(s.asked[kind]))
		asked, met = asked+s.asked[kind], met+s.met[kind]
		if s.met[kind]*100 < s.asked[kind]*least {
			t.Errorf("%s: %d of %d typos are understood, want %d %%", kind, s.met[kind], s.asked[kind], least)
		}
	}
	t.Logf("all         %5d of %5d (%.1f %%)", met, asked, 100*float64(met)/float64(asked))
	if asked < 1000 {
		t.Errorf("only %d typos were tried", asked)
	}
	if t.Failed() {
		t.Log(strings.Join(s.missed[:min(len(s.missed), 40)], "\n"))
	}
}

// meantIn is the word that a remedy proposes, "" for none.
func meantIn(hint diag.Text) string {
	if _, after, ok := strings.Cut(hint.Zh, "是不是想写“"); ok {
		meant, _, _ := strings.Cut(after, "”")
		return meant
	}
	_, meant, _ := strings.Cut(hint.En, "write the slug: ")
	return meant
}

// TestMeantFields: of all likely typos in the names of fields, and their
// Chinese names, the field that was meant is proposed first.
func TestMeantFields(t *testing.T) {
	s := newScore()
	for _, of := range structs() {
		names := namesIn(of)
		meant := func(typo string) string {
			doc, list := strictyaml.Parse("a.yaml", []byte(typo+": x\n"), 1)
			for _, f := range append(list, doc.Decode(reflect.New(of).Interface())...) {
				if f.Code == "yaml/unknown-field" {
					return meantIn(f.Hint)
				}
			}
			return ""
		}
		for name, zh := range names {
			s.try(name, slices.Collect(maps.Keys(names)), meant)
			if unique(zh, names) {
				s.count("in Chinese", zh, name, meant(zh))
			}
		}
	}
	s.judge(t)
}

// structs are the kinds of entries and all that their fields hold.
func structs() (out []reflect.Type) {
	var visit func(of reflect.Type)
	visit = func(of reflect.Type) {
		of = element(of)
		if of.Kind() != reflect.Struct || slices.Contains(out, of) || of.PkgPath() != reflect.TypeFor[Head]().PkgPath() {
			return
		}
		out = append(out, of)
		for i := range of.NumField() {
			if of.Field(i).Tag.Get("yaml") != "-" {
				visit(of.Field(i).Type)
			}
		}
	}
	for _, k := range Kinds {
		visit(reflect.TypeOf(newEntry(k.Name)))
	}
	return slices.DeleteFunc(out, func(of reflect.Type) bool { return len(namesIn(of)) == 0 })
}

// namesIn are the fields of a struct that an original may have, with their
// Chinese names.
func namesIn(of reflect.Type) map[string]string {
	names := map[string]string{}
	for _, f := range reflect.VisibleFields(of) {
		name := f.Tag.Get("yaml")
		if name == "" || name[0] == '-' || name[0] == ',' || name == "x-*" || f.Tag.Get("tr") == "only" {
			continue
		}
		zh := f.Tag.Get("zh")
		if i := strings.IndexAny(zh, "（，：、"); i >= 0 {
			zh = zh[:i]
		}
		names[name] = zh
	}
	return names
}

// unique reports whether only one field of names is called zh.
func unique(zh string, names map[string]string) bool {
	n := 0
	for _, other := range names {
		if other == zh {
			n++
		}
	}
	return n == 1
}

// TestMeantTerms: the same for the words of the real vocabularies.
func TestMeantTerms(t *testing.T) {
	lib, _ := Load(os.DirFS("../.."), config.Config{}, Options{Now: now})
	v, s := lib.Vocab, newScore()
	for _, words := range [][]Term{Terms(v.Cities), Terms(v.Audiences), v.Benefits, Terms(v.Amenities), Terms(v.Facilities),
		v.Degrees, v.Industries, v.Tags, Terms(v.Operators), Terms(v.Brands), Terms(v.Topics)} {
		var slugs []string
		for _, w := range words {
			slugs = append(slugs, w.Slug)
		}
		meant := func(typo string) string { return meantIn(suggest(words, typo)) }
		for _, w := range words {
			s.try(w.Slug, slugs, meant)
			for _, name := range append([]string{w.Zh, w.En}, w.Aliases...) {
				s.count("by name", name, w.Slug, meant(name))
			}
		}
	}
	s.judge(t)
}
