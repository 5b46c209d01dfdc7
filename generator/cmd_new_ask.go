package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"anju/generator/author"
	"anju/generator/content"
)

// asker asks a person at a terminal what flags have not said.
type asker struct {
	in  *bufio.Scanner
	out io.Writer
}

func newAsker(in io.Reader, out io.Writer) asker { return asker{bufio.NewScanner(in), out} }

// questions are what is asked, by field; those of a kind only where it has a
// choice for them.
var questions = []struct{ field, zh string }{
	{"title", "标题"}, {"city", "城市，如 苏州"}, {"level", "级别"}, {"basis", "依据"}, {"genre", "体裁"},
}

// ask fills in what r does not know. Enter skips a question.
func (a asker) ask(lib *content.Library, r *author.Request) {
	fmt.Fprintln(a.out, "几个问题，答不上来的按回车跳过。")
	choices := map[string]string{}
	for _, c := range author.Choices(r.Kind) {
		choices[c.Name] = c.List()
	}
	for _, q := range questions {
		list, isChoice := choices[q.field]
		optional := q.field == "title" || q.field == "city" && r.Kind.Name != "page"
		if r.Known[q.field] != "" || !isChoice && !optional {
			continue
		}
		if q.field == "city" && r.Kind.Name == "policy" {
			q.zh += "；国家级、省级的政策跳过"
		}
		if isChoice {
			q.zh += "：" + list
		}
		r.Known[q.field] = a.answer(lib, r.Kind, q.field, q.zh)
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
		fmt.Fprintf(a.out, "%s。%s\n", r.What.Zh, r.Remedy.Zh)
	}
}
