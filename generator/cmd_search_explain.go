package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"anju/generator/diag"
	"anju/generator/hanzi"
	"anju/generator/search"
)

// tellExplanation prints what was found and how: the words looked for, then of
// each hit what its score was made from.
func (e *env) tellExplanation(x search.Explanation) {
	e.tellReading(x.Result)
	if len(x.Words) > 0 {
		fmt.Fprintln(e.out, e.say("要找的词（各按这些片段找）", "words, and the terms that each is looked for by"))
		table(e.out, "  ", e.words(x.Words))
	}
	for i, hit := range x.Hits {
		h := x.Result.Hits[i]
		fmt.Fprintf(e.out, "\n%s  %s  %s  %s\n", e.score(h), h.ID, h.Title, h.URL)
		e.tellScore(hit)
	}
}

// words are a row for each word and one below it for each synonym.
func (e *env) words(words []search.ExplainedWord) (rows [][]string) {
	for _, w := range words {
		row := []string{w.Text, strings.Join(w.Terms, " ")}
		if w.Optional {
			row = append(row, e.say("只影响先后，可以没有", "ranks only, need not be there"))
		}
		rows = append(rows, row)
		for _, terms := range w.Synonyms {
			rows = append(rows, []string{e.say("  或者", "  or"), strings.Join(terms, " ")})
		}
	}
	return rows
}

func (e *env) tellScore(h search.ExplainedHit) {
	if len(h.Terms) == 0 { // it was not found by words
		return
	}
	const indent = "    "
	terms := (h.Score/h.Factor - h.Bonus) / h.Coord
	fmt.Fprintf(e.out, e.say(
		indent+"得分 %.3f ＝（词 %.3f × 找到的比例 %.3f ＋ 名称或文号相符 %.3f）× 时效和类别 %.3f\n",
		indent+"score %.3f = (terms %.3f × share found %.3f + name or number %.3f) × standing and kind %.3f\n",
	), h.Score, terms, h.Coord, h.Bonus, h.Factor)
	table(e.out, indent, e.terms(h.Terms))
}

// terms are a row for each field that a term stands in; the term is told once.
func (e *env) terms(terms []search.ExplainedTerm) [][]string {
	rows := [][]string{{e.say("片段", "term"), e.say("稀有度", "idf"), e.say("在哪里", "field"), e.say("次数", "count"), e.say("分量", "weight")}}
	last := ""
	for _, t := range terms {
		row := []string{t.Term, fmt.Sprintf("%.3f", t.IDF), e.field(t.Field), strconv.Itoa(t.Count), fmt.Sprintf("%.3f", t.Weight)}
		if t.Term == last {
			row[0], row[1] = "", ""
		}
		rows, last = append(rows, row), t.Term
	}
	return rows
}

// fields are the fields of the index as editors know them.
var fields = map[string]diag.Text{
	"title":   {Zh: "标题", En: "title"},
	"alias":   {Zh: "别名", En: "alias"},
	"number":  {Zh: "文号", En: "document number"},
	"tag":     {Zh: "标签", En: "tag"},
	"heading": {Zh: "小标题", En: "heading"},
	"body":    {Zh: "正文", En: "body"},
	"uni":     {Zh: "单字", En: "single character"},
}

func (e *env) field(name string) string {
	if text, ok := fields[name]; ok {
		return text.In(e.Lang)
	}
	return name
}

// table prints rows in columns, each as wide on a terminal as its widest cell.
func table(w io.Writer, indent string, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		line.WriteString(indent)
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-width(cell)+2))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// width is how many cells of a terminal s takes.
func width(s string) (cells int) {
	for _, r := range s {
		cells += hanzi.Width(r)
	}
	return cells
}
