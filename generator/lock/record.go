package lock

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
)

// File is where the record stands, relative to the source folder.
const File = "content/published.lock"

// Entry is an entry as it is published in a language.
type Entry struct {
	Ref     string   // KIND:ID
	Lang    string   // in which its text is written
	Anchors []string // the places of its text: ids of headings, and "PART/" for the pages of a text in parts
	At      diag.Pos // where the text begins

	// Headings are the places of the headings, in the order of their anchors;
	// none where they cannot be told. It is nil for a text of the record.
	Headings func() []diag.Pos
}

// key tells entries apart.
type key struct{ ref, lang string }

func (e Entry) key() key { return key{e.Ref, e.Lang} }

// Record is what has been published so far, sorted, an entry in a language to a
// line.
type Record []line

// line is an entry as it was published.
type line struct {
	Entry
	number int // in the file, from 1
}

var (
	codeLine     = diag.New("lock/line", "这一行不是发布记录的写法", "this is no line of the record")
	codeConflict = diag.New("lock/line", "这里留着两个人的修改合并时的记号", "this is a mark of two changes that were merged")
	hintLine     = diag.Text{
		Zh: "这个文件由 anju lock 写，不用手改：把它恢复成上一次提交的样子，再运行 anju lock",
		En: "anju lock writes this file: restore it as it was committed, then run anju lock",
	}
	hintConflict = diag.Text{
		Zh: "两边的行都留下，只删掉 <<<<<<<、=======、>>>>>>> 这三行，再运行 anju lock",
		En: "keep the lines of both sides, delete those of <<<<<<<, ======= and >>>>>>>, then run anju lock",
	}
)

var (
	linePattern = regexp.MustCompile(`^[a-z]+:[^\s:/]+ [A-Za-z]+(-[A-Za-z]+)*( \S+)*$`)
	conflict    = regexp.MustCompile(`^(<{7}|={7}|>{7}|\|{7})( |$)`)
)

// Parse reads a record. Lines that are none are findings; the others count, and
// two of one text count as one.
func Parse(text []byte) (r Record, list diag.List) {
	seen := map[key]int{}
	number := 0
	for text := range strings.Lines(string(text)) {
		number++
		text = strings.TrimRight(text, "\r\n")
		at := diag.Pos{File: File, Line: number, Col: 1, Len: len([]rune(text))}
		switch {
		case text == "":
			continue
		case conflict.MatchString(text):
			list = append(list, codeConflict.At(at).Hinted(hintConflict))
			continue
		case !linePattern.MatchString(text):
			list = append(list, codeLine.At(at).Hinted(hintLine))
			continue
		}
		words := strings.Split(text, " ")
		l := line{Entry{Ref: words[0], Lang: words[1], Anchors: words[2:]}, number}
		if first, twice := seen[l.key()]; twice { // two people added places of the same text
			r[first].Anchors = union(r[first].Anchors, l.Anchors)
			continue
		}
		seen[l.key()] = len(r)
		r = append(r, l)
	}
	return r, list
}

// Bytes are the record as it stands in its file.
func (r Record) Bytes() []byte {
	var b bytes.Buffer
	for _, l := range r {
		fmt.Fprintln(&b, strings.Join(append([]string{l.Ref, l.Lang}, l.Anchors...), " "))
	}
	return b.Bytes()
}

func (r Record) sort() {
	slices.SortFunc(r, func(a, b line) int { return cmp.Or(cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.Lang, b.Lang)) })
}
