package author

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
)

// guesses are the fields of an entry of the kind that the text lets one guess.
// A nil draft lets one guess nothing.
func (d *Draft) guesses(k content.Kind) map[string]string {
	out := map[string]string{}
	if d == nil {
		return out
	}
	for path, value := range map[string]string{
		"title": d.Title, "summary": d.Summary, "sources.title": d.Title, "sources.publisher": d.Publisher,
		"sources.published_on": d.Published, "sources.url": d.URL,
	} {
		if value != "" {
			out[path] = value
		}
	}
	if len(d.Cities) == 1 && k.Name != "page" {
		out["city"] = d.Cities[0]
	}
	if numbers := d.facts(IsNumber); len(numbers) == 1 && k.Name == "policy" {
		out["document_number"] = numbers[0].Text
	}
	return out
}

// facts are the facts of a kind in the order of the text, each once.
func (d *Draft) facts(kind FactKind) (out []Fact) {
	all := slices.Clone(d.aside)
	for _, p := range d.Outline {
		all = append(all, p.Facts...)
	}
	for _, f := range all {
		same := func(g Fact) bool { return f.Text == g.Text && (kind != IsFigure || f.Clause == g.Clause) }
		if f.Kind == kind && !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

// maxCandidates bounds the figures that a draft puts forward.
const maxCandidates = 30

// overrides are the figures of the text as candidates for the field, in place of
// its example. Day, scope and what is counted are for a person to find.
func (d *Draft) overrides() map[string][]string {
	if d == nil || len(d.facts(IsFigure)) == 0 {
		return nil
	}
	found := d.facts(IsFigure)
	lines := []string{"figures:"}
	for _, f := range found[:min(maxCandidates, len(found))] {
		name := "value"
		switch {
		case f.Figure.AtMost:
			name = "max"
		case f.Figure.Least:
			name = "min"
		}
		lines = append(lines,
			"  - label: "+content.Placeholder+"是什么的数",
			"    "+name+": "+strconv.FormatFloat(f.Figure.Value, 'f', -1, 64)+"  # 原文写的是"+f.Text,
			"    unit: "+quoted(f.Figure.Unit),
			"    scope: "+content.Placeholder+"哪里、谁的",
			"    as_of: "+content.Placeholder+"截至哪天，来源没有写的，不用这个数")
		if toCome.MatchString(f.Clause) {
			lines = append(lines, "    stated_as: planned  # "+content.Placeholder+"原文像是在说以后")
		}
		lines = append(lines, "    source: 1", "    quote: "+quoted(f.Clause))
	}
	return map[string][]string{"figures": lines}
}

// toCome are words of what is not there yet.
var toCome = regexp.MustCompile(`将|拟|计划|明年|力争|争取|预计|到20[0-9]{2}年`)

// quoted is text as YAML.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// factNames name the kinds of facts for lists.
var factNames = []diag.Text{
	{Zh: "数字", En: "figures"}, {Zh: "日期", En: "dates"}, {Zh: "文号", En: "document numbers"},
	{Zh: "电话", En: "telephone numbers"}, {Zh: "单位（名称从哪里开始是猜的）", En: "organisations (where a name begins is a guess)"},
}

// checklist are comments below the fields: what was found in the text besides
// figures, for a person to check against its source.
func (d *Draft) checklist() string {
	if d == nil {
		return ""
	}
	var b strings.Builder
	for kind := IsDate; kind <= IsOrganisation; kind++ {
		for _, f := range d.facts(kind) {
			line := "# " + factNames[kind].Zh + "：" + f.Text
			if kind != IsOrganisation {
				line += " —— " + f.Clause
			}
			b.WriteString(line + "\n")
		}
	}
	if len(d.Cities) > 0 {
		b.WriteString("# 提到的城市：" + strings.Join(d.Cities, "、") + "\n")
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n# ---- 文字里还有这些，逐条对照来源核对，用完删去 ----\n" + b.String()
}

// body is the outline of the text: its headings, and the clauses that hold
// facts, each to be written anew.
func (d *Draft) body() string {
	if d == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(content.Placeholder + "下面是从文字里摘出的要点，不是正文。不要整篇照抄：逐条核对，用自己的话写，写完删去这一段。\n")
	for _, p := range d.Outline {
		if p.Heading != "" {
			b.WriteString("\n## " + content.Placeholder + markdown.Replace(p.Heading) + "\n")
		}
		if len(p.Facts) > 0 {
			b.WriteString("\n")
		}
		for _, clause := range p.clauses() {
			b.WriteString("- " + content.Placeholder + "改写：" + markdown.Replace(clause) + "\n")
		}
		for _, table := range p.Tables {
			b.WriteString("\n" + content.Placeholder + "逐格核对这张表：\n\n" + markdown.Replace(strings.Join(table, "\n")) + "\n")
		}
	}
	return b.String()
}

// markdown is text as Markdown: no mark in it means anything but itself. Bars
// stay those of tables; in their cells they are escaped already.
var markdown = strings.NewReplacer(`\|`, `\|`, `\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `~`, `\~`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `&`, `\&`, `$`, `\$`)

// clauses are those that hold facts other than names, each once and none that
// another one holds.
func (p Part) clauses() (out []string) {
	for _, f := range p.Facts {
		if f.Kind != IsOrganisation && !slices.ContainsFunc(out, func(c string) bool { return strings.Contains(c, f.Clause) }) {
			out = slices.DeleteFunc(out, func(c string) bool { return strings.Contains(f.Clause, c) })
			out = append(out, f.Clause)
		}
	}
	return out
}

// Report tells what was done to the text and what was found in it.
func (d *Draft) Report() (lines []diag.Text) {
	add := func(n int, zh, en string) {
		if n > 0 {
			lines = append(lines, diag.Text{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
		}
	}
	add(d.Readings, "去掉括号里的拼音 %d 处", "%d readings in pinyin taken out")
	if d.Script {
		lines = append(lines, diag.Text{Zh: "繁体字换成简体字，请通读一遍", En: "put into simplified characters: please read it through"})
	}
	add(len(d.LeftOut), "网页自己的文字 %d 行没有用：", "%d lines of the web page itself left out:")
	for _, line := range d.LeftOut {
		line = "  " + shorten(line, maxClause)
		lines = append(lines, diag.Text{Zh: line, En: line})
	}
	for kind, name := range factNames {
		if found := d.facts(FactKind(kind)); len(found) > 0 {
			lines = append(lines, tell(name, found))
		}
	}
	if len(d.Cities) > 0 {
		cities := strings.Join(d.Cities, ", ")
		lines = append(lines, diag.Text{Zh: "提到的城市：" + cities, En: "cities named: " + cities})
	}
	if d.Published == "" {
		lines = append(lines, diag.Text{Zh: "没有找到来源的发布日期", En: "the day of publication was not found"})
	}
	return lines
}

// tell lists facts in a line.
func tell(name diag.Text, found []Fact) diag.Text {
	texts := make([]string, len(found))
	for i, f := range found {
		texts[i] = f.Text
	}
	texts = slices.Compact(texts)
	return diag.Text{
		Zh: fmt.Sprintf("要核对的%s：%s", name.Zh, strings.Join(texts, "、")),
		En: fmt.Sprintf("%s to check: %s", name.En, strings.Join(texts, ", ")),
	}
}
