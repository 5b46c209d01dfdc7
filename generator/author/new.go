package author

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
	"anju/generator/validity"
)

// Request says what entry is to begin.
type Request struct {
	Kind   content.Kind
	ID     string            // empty: proposed from the title
	Folder bool              // a folder of its own, for pictures
	Known  map[string]string // values of fields, by path: city, sources.url
	Today  validity.Date
	Draft  *Draft // what was found in a text; may be nil
}

// Entry is an entry begun: a draft, which loads without an error.
type Entry struct {
	Path string // from the source folder, with slashes
	ID   string // as asked for, or as proposed
	Text []byte // of the file
	Gaps []Gap  // what is still to be filled in, from top to bottom
}

// Gap is a line of an entry in which something is to be filled in.
type Gap struct {
	Line int
	Text string // what stands there, without the placeholder
}

// Refusal says why no entry was begun, and what to do instead.
type Refusal struct{ What, Remedy diag.Text }

func (r *Refusal) Error() string { return r.What.En }

// Begin begins the entry that r asks for, beside those of lib, which holds
// drafts too. Every error is a *Refusal.
func Begin(lib *content.Library, r Request) (Entry, error) {
	id := cmp.Or(r.ID, proposeID(lib, r))
	if err := admit(lib, r.Kind, id); err != nil {
		return Entry{}, err
	}
	facts, err := settle(lib, r)
	if err != nil {
		return Entry{}, err
	}
	folder, up := path.Join(content.Root, r.Kind.Folder), "../../"
	name := path.Join(folder, id+".md")
	if r.Folder {
		name, up = path.Join(folder, id, "index.md"), "../"+up
	}
	fields := strictyaml.Scaffold{
		Mark: content.Placeholder, Today: r.Today.String(), Values: facts.known, Guesses: facts.likely,
		Needed: facts.needed, Overrides: facts.overrides, Words: wordsOf(lib),
	}.Write(typeOf(r.Kind))
	text := "---\n# yaml-language-server: $schema=" + up + ".schema/" + r.Kind.Name + ".json\n" + preface + fields +
		r.Draft.checklist() + "---\n" + cmp.Or(r.Draft.body(), skeletons[r.Kind.Name])
	if err := proof(r.Kind, name, text); err != nil {
		return Entry{}, err
	}
	return Entry{Path: name, ID: id, Text: []byte(text), Gaps: gaps(text)}, nil
}

// typeOf is the struct of a kind.
func typeOf(k content.Kind) reflect.Type { return reflect.TypeOf(k.New()).Elem() }

var hintValue = diag.Text{Zh: "改好这个值再试", En: "mend this value and try again"}

// proof refuses an entry whose fields do not decode: a value that was given
// has not the form of its field.
func proof(k content.Kind, name, text string) error {
	front, line, _, _, _ := strictyaml.FrontMatter([]byte(text))
	doc, list := strictyaml.Parse(name, front, line)
	for _, f := range append(list, doc.Decode(k.New())...) {
		if f.Severity == diag.Error {
			return &Refusal{f.Message, cmp.Or(f.Hint, hintValue)}
		}
	}
	return nil
}

const preface = `# 怎么填：从上到下，把写着` + content.Placeholder + `的地方换成真的内容，再删去` + content.Placeholder + `；填好了，删去 draft 那一行才会发布。
# “#”后面的话是说明，不会出现在网页上，可以删去。
# 写着（选填）的字段用得着才填：删去行首的“# ”就启用；里面的一层，再删一个“# ”。

`

// admit refuses an id that cannot be used, or that is or was another entry's.
func admit(lib *content.Library, k content.Kind, id string) error {
	if id == "" {
		return &Refusal{
			diag.Text{Zh: "没有写编号，也没有标题可以拟编号", En: "there is no id, and no title to propose one from"},
			diag.Text{Zh: "例如 anju new " + k.Name + " suzhou-zufang，或者加 --title 标题", En: "like anju new " + k.Name + " suzhou-rent, or add --title"},
		}
	}
	if list := content.CheckID(k, id); len(list) > 0 {
		return &Refusal{list[0].Message, list[0].Hint}
	}
	file, zh, en := owner(lib, k, id)
	if file == "" {
		return nil
	}
	return &Refusal{
		diag.Text{Zh: fmt.Sprintf("编号 %s %s：%s", id, zh, file), En: fmt.Sprintf("the id %s %s: %s", id, en, file)},
		diag.Text{Zh: "换一个编号，例如加上年份；要改那个条目，就打开那个文件", En: "choose another id, with a year for example; or open that file to change its entry"},
	}
}

// owner is the file that has, or had, the id, and in which way.
func owner(lib *content.Library, k content.Kind, id string) (file, zh, en string) {
	ref := content.Ref(k.Name + ":" + id)
	if e := lib.Get(ref); e != nil {
		return e.Common().File, "已经有了", "is taken"
	}
	for _, e := range lib.Gone {
		if e.Common().Ref() == ref {
			return e.Common().File, "用过，条目已经删除，不能再用", "was that of an entry that is gone, and stays its"
		}
	}
	for _, e := range lib.Entries {
		h := e.Common()
		if h.Kind == k.Name && slices.ContainsFunc(h.MovedFrom, func(old string) bool { return k.OldPath(old) == k.Path(id) }) {
			return h.File, "是这个条目的旧编号", "is an old one of this entry"
		}
	}
	return "", "", ""
}

// gaps lists the lines of an entry that hold a placeholder.
func gaps(text string) (found []Gap) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if isComment := strings.HasPrefix(line, "# "); isComment && !placeheld(line) || !strings.Contains(line, content.Placeholder) {
			continue
		}
		value, _, _ := strings.Cut(line, "  # ")
		value = strings.TrimLeft(strings.ReplaceAll(value, content.Placeholder, ""), "-# ")
		found = append(found, Gap{Line: n, Text: value})
	}
	return found
}

// placeheld reports whether a line is a heading of the text that holds a
// placeholder: comments of the fields look alike.
func placeheld(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, "# "), content.Placeholder)
}
