package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"anju/generator/author"
	"anju/generator/content"
	"anju/generator/diag"
)

// asker asks a person at a terminal what flags have not said.
type asker struct {
	in   *bufio.Scanner
	out  io.Writer
	lang string
}

func newAsker(in io.Reader, out io.Writer, lang string) asker {
	return asker{bufio.NewScanner(in), out, lang}
}

// questions are what is asked, by field; those of a kind only where it has a
// choice for them.
var questions = []struct {
	field string
	diag.Text
}{
	{"title", diag.Text{Zh: "标题", En: "Title"}},
	{"city", diag.Text{Zh: "城市，如 苏州", En: "City, like suzhou"}},
	{"level", diag.Text{Zh: "级别", En: "Level"}},
	{"basis", diag.Text{Zh: "依据", En: "Basis"}},
	{"genre", diag.Text{Zh: "体裁", En: "Genre"}},
}

var (
	opening = diag.Text{Zh: "几个问题，答不上来的按回车跳过。", En: "A few questions; Enter skips one."}
	stop    = diag.Text{Zh: "。", En: "; "}
	above   = diag.Text{Zh: "；国家级、省级的政策跳过", En: "; none for a national or provincial policy"}
)

// ask fills in what r does not know. Enter skips a question.
func (a asker) ask(lib *content.Library, r *author.Request) {
	fmt.Fprintln(a.out, opening.In(a.lang))
	choices := map[string]diag.Text{}
	for _, c := range author.Choices(r.Kind) {
		choices[c.Name] = diag.Text{Zh: "：" + c.List(), En: ": " + strings.Join(c.Values, ", ")}
	}
	for _, q := range questions {
		list, isChoice := choices[q.field]
		optional := q.field == "title" || q.field == "city" && r.Kind.Name != "page"
		if r.Known[q.field] != "" || !isChoice && !optional {
			continue
		}
		question := q.In(a.lang) + list.In(a.lang)
		if q.field == "city" && r.Kind.Name == "policy" {
			question += above.In(a.lang)
		}
		r.Known[q.field] = a.answer(lib, r.Kind, q.field, question)
	}
}

// answer asks until the answer is one that the field takes, or none.
func (a asker) answer(lib *content.Library, k content.Kind, field, question string) string {
	for {
		fmt.Fprintf(a.out, "%s\n> ", question)
		if !a.in.Scan() {
			return ""
		}
		text := strings.TrimSpace(a.in.Text())
		if text == "" {
			return ""
		}
		value, err := author.Resolve(lib, k, field, text)
		var r *author.Refusal
		if !errors.As(err, &r) {
			return value
		}
		fmt.Fprintln(a.out, r.What.In(a.lang)+stop.In(a.lang)+r.Remedy.In(a.lang))
	}
}
