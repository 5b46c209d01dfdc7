package strictyaml

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// explain turns a syntax error into findings: the slips that explain it, where
// there are some, or else the parser's own words in plain ones. read is the
// number of lines that the parser had looked at.
func (d *Doc) explain(err error, text string, read int) diag.List {
	culprit := culprit(err, text, read)
	found := d.slips(culprit)
	for _, slip := range slices.Concat(found, d.tabs(), d.misread(), d.unclosed()) {
		if slip.Line <= d.line(culprit).Line {
			return found
		}
	}
	message, hint := plainWords(err)
	return append(found, syntax.At(d.line(culprit), message).Hinted(hint))
}

// maxSearch bounds the search for the culprit, in bytes parsed.
const maxSearch = 4 << 20

// culprit is the line (from 1) with which text stops being YAML: the text
// before it parses, the text with it does not. Where that is far above the line
// read last, as with a quote that is never closed, it is the parser's guess.
func culprit(err error, text string, read int) int {
	lines := strings.SplitAfter(text, "\n")
	read = min(read, len(lines))
	size := len(strings.Join(lines[:read], ""))
	n := read
	for spent := 0; n > 1 && spent < maxSearch; n-- {
		size -= len(lines[n-1])
		spent += size
		if parses(text[:size]) {
			return n
		}
	}
	if m := parserPrefix.FindStringSubmatch(err.Error()); m != nil {
		if guess, _ := strconv.Atoi(m[1]); guess > 1 && guess <= n {
			return guess
		}
	}
	return 1 // for which the parser has no number
}

func parses(text string) bool {
	dec := yaml.NewDecoder(strings.NewReader(text))
	for {
		var n yaml.Node
		if err := dec.Decode(&n); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

var parserPrefix = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// plainWords says what the parser found, and what to do about it.
func plainWords(err error) (message, hint diag.Text) {
	text := parserPrefix.ReplaceAllString(err.Error(), "")
	for _, k := range knownErrors {
		if strings.Contains(text, k.parser) {
			return k.message, k.hint
		}
	}
	return diag.Text{Zh: "不是合格的 YAML：" + text, En: "not YAML: " + text}, diag.Text{}
}

// What single lines tell by themselves.
var (
	unclosedQuote = diag.Text{
		Zh: "引号没有配对：这一行里开了头，没有结束",
		En: "a quote that opens in this line is not closed in it"}
	orphan = diag.Text{
		Zh: "这个列表上面少了一行“字段名:”",
		En: `the line "field:" is missing above this list`}
)

var percentLine = diag.Text{Zh: "一行不能以 % 开头", En: "a line cannot start with %"}

// knownErrors gives the errors of yaml.v3 in words for editors. The first
// whose text is part of the error counts.
var knownErrors = []struct {
	parser        string
	message, hint diag.Text
}{
	{"mapping values are not allowed", diag.Text{
		Zh: "这一行多了一个冒号，或者缩进不对",
		En: "a colon too many in this line, or wrong indentation"}, diag.Text{
		Zh: `值里有“: ”的，给整个值加英文双引号；否则让这一行与同一层的其他字段左边对齐`,
		En: `put a value with ": " in it in double quotes; else align the line with the other fields of its level`}},
	{"did not find expected key", diag.Text{
		Zh: "这一行的缩进或引号不对",
		En: "wrong indentation or quotes in this line"}, diag.Text{
		Zh: "让它与同一层的其他字段左边对齐；值以引号或方括号开头、后面还有字的，用英文单引号把整个值括起来",
		En: "align it with the other fields of its level; put a value that starts with a quote or bracket and goes on behind it in single quotes"}},
	{"expected <document start>", diag.Text{
		Zh: "这一行上面的字不是“字段: 值”的样子",
		En: `what stands above this line is not of the form "field: value"`}, diag.Text{
		Zh: "字段名后面写英文冒号和一个空格，再写值；不要的字删去",
		En: "write a colon and a space after the name of the field, then its value; delete what is not needed"}},
	{"could not find expected ':'", diag.Text{
		Zh: "这一行不是“字段: 值”的样子，缺少英文冒号",
		En: `this line is not of the form "field: value"`}, diag.Text{
		Zh: "字段名后面写英文冒号和一个空格；如果它是上一行的续文，让它比上一行多缩进两格",
		En: "write a colon and a space after the name of the field; if it continues the line above, indent it by two more spaces"}},
	{"cannot start any token", diag.Text{
		Zh: "值不能以 @、`、% 或制表符开头",
		En: "a value cannot start with @, `, % or a tab"}, hintQuote},
	{"unknown directive", percentLine, hintQuote},
	{"non-alphabetical", percentLine, hintQuote},
	{"did not find expected alphabetic", diag.Text{
		Zh: "值不能以 & 或 * 开头",
		En: "a value cannot start with & or *"}, hintQuote},
	{"unknown anchor", diag.Text{
		Zh: "值不能以 * 开头",
		En: "a value cannot start with *"}, hintQuote},
	{"unexpected end of stream", diag.Text{
		Zh: "引号没有配对：从这里开始，一直没有结束",
		En: "a quote that opens here is never closed"}, hintUnclosed},
	{"unexpected document indicator", diag.Text{
		Zh: "引号没有配对",
		En: "a quote is not closed"}, hintUnclosed},
	{"expected ',' or ']'", diag.Text{
		Zh: "方括号 [ 没有配对，或者两项之间少了英文逗号",
		En: "a [ is not closed, or a comma is missing"}, diag.Text{
		Zh: "文字以 [ 开头的，给整个值加英文双引号；列表可以每项写一行，以“- ”开头",
		En: `put text that starts with [ in double quotes; a list can be written a line an item, each after "- "`}},
	{"expected ',' or '}'", diag.Text{
		Zh: "花括号 { 没有配对，或者两项之间少了英文逗号",
		En: "a { is not closed, or a comma is missing"}, diag.Text{
		Zh: "文字以 { 开头的，给整个值加英文双引号；字段可以每个写一行",
		En: "put text that starts with { in double quotes; fields can be written a line each"}},
	{"did not find expected '-'", diag.Text{
		Zh: "列表里的这一行没有以“- ”开头，或者缩进不对",
		En: `this line of a list does not start with "- ", or its indentation is wrong`}, diag.Text{
		Zh: "各项的“-”上下对齐；同一项里的字段左边对齐",
		En: "align the dashes of all items, and the fields of an item"}},
	{"block sequence entries are not allowed", diag.Text{
		Zh: "“- ”不能和字段名写在同一行",
		En: `"- " cannot stand in the line of a field`}, diag.Text{
		Zh: "换一行再写“- ”",
		En: `start a new line before "- "`}},
	{"escape", diag.Text{
		Zh: `双引号里的反斜杠 \ 用法不对`,
		En: `a wrong use of \ in double quotes`}, diag.Text{
		Zh: `改用英文单引号，或者把 \ 写成 \\`,
		En: `use single quotes, or write \\ for \`}},
	{"expected comment or line break", diag.Text{
		Zh: "| 或 > 后面不能接着写文字",
		En: "no text can follow | or > in its line"}, diag.Text{
		Zh: "文字从下一行开始写，多缩进两格；值本来以 | 或 > 开头的，加英文双引号",
		En: "start the text in the next line, indented by two; put a value that starts with | or > in double quotes"}},
	{"tab character", diag.Text{
		Zh: "这里有制表符（Tab）",
		En: "a tab stands here"}, hintTab},
}
