package content

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"anju/generator/diag"
)

// maxSentence is how many characters a sentence may have. Those of the real
// content, quotations included, stay below it.
const maxSentence = 120

var (
	codeSentence = diag.New("content/long-sentence", "这一句有 %d 个字，超过 %d 个，不好读", "this sentence has %d characters, more than %d, and is hard to read")
	hintSentence = diag.Text{Zh: "一句只说一件事：在意思告一段落的地方用句号断开；并列的几项，改成列表", En: "say one thing in a sentence: end it where a thought ends; make a list of what is parallel"}
)

// place turns a span of a text, in bytes, into a place of its file.
type place func(start, end int) diag.Pos

// within is the place of spans of text, the value at path. Only of a value
// that stands in its file just as it is read can a part be pointed at.
func (d document) within(text string, path ...any) place {
	return func(start, end int) diag.Pos {
		p := d.At(path...)
		size := utf8.RuneCountInString(text)
		switch p.Len {
		case size:
		case size + len(`""`):
			p.Col++
		default:
			return p
		}
		p.Col += utf8.RuneCountInString(text[:start])
		p.Len = utf8.RuneCountInString(text[start:end])
		return p
	}
}

// checkProse warns of what is hard to read, or cannot be, in the summary and
// in the body of an entry.
func checkProse(h *Head, doc document) diag.List {
	at := doc.within(h.Summary, "summary")
	list := longSentences(h.Summary, at)
	for l := range h.Body.lines() {
		at := h.Body.within(l)
		list = append(list, checkWording(l.words, at)...)
		list = append(list, checkLinked(l.text, at)...)
		if l.isProse() {
			list = append(list, longSentences(l.words, at)...)
		}
	}
	return list
}

// line is a line of a body. Words is its text where what is not read as words
// is blanked: as long as text, byte for byte.
type line struct {
	number      int // from 0
	text, words string
}

// isProse reports whether the sentences of a line are the editor's own, and
// not those of a table or a quotation.
func (l line) isProse() bool {
	start := strings.TrimLeft(l.text, " ")
	return !strings.HasPrefix(start, "|") && !strings.HasPrefix(start, ">")
}

// within is the place of spans of a line.
func (b Body) within(l line) place {
	return func(start, end int) diag.Pos {
		return diag.Pos{File: b.File, Line: b.Line + l.number,
			Col: 1 + utf8.RuneCountInString(l.text[:start]), Len: utf8.RuneCountInString(l.text[start:end])}
	}
}

// wordless matches what is no words: code, where a link leads, and addresses.
var wordless = regexp.MustCompile("`[^`]*`|\\]\\([^)]*\\)|https?://[^\\s<>]*")

// lines goes through the lines of a body but those of fenced code.
func (b Body) lines() iter.Seq[line] {
	return func(yield func(line) bool) {
		fence, n := "", 0
		for text := range strings.SplitSeq(b.Text, "\n") {
			l := line{number: n, text: strings.TrimSuffix(text, "\r")}
			n++
			if mark := fenceOf(l.text); mark != "" && (fence == "" || mark == fence) {
				fence = strings.TrimSuffix(mark, fence)
				continue
			}
			if fence != "" {
				continue
			}
			l.words = masked(l.text)
			if !yield(l) {
				return
			}
		}
	}
}

// headingMark is how a line begins that is a heading.
var headingMark = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t]|$)`)

// Headings are the places of the lines that begin with # as a heading does.
// Those that are underlined are not among them.
func (b Body) Headings() (list []diag.Pos) {
	for l := range b.lines() {
		if headingMark.MatchString(l.text) {
			list = append(list, b.within(l)(0, len(l.text)))
		}
	}
	return list
}

// fenceOf is the mark with which a line opens or closes code, "" for none.
func fenceOf(text string) string {
	text = strings.TrimLeft(text, " ")
	for _, mark := range []string{"```", "~~~"} {
		if strings.HasPrefix(text, mark) {
			return mark
		}
	}
	return ""
}

func masked(text string) string {
	if !strings.Contains(text, "`") && !strings.Contains(text, "](") && !strings.Contains(text, "://") {
		return text
	}
	return wordless.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

// longSentences warns of Chinese sentences in text that are too long. Spaces
// do not count.
func longSentences(text string, at place) (list diag.List) {
	start, size := 0, 0
	end := func(i int) {
		if size > maxSentence && isChinese(text[start:i]) {
			blank := len(text[start:i]) - len(strings.TrimLeftFunc(text[start:i], unicode.IsSpace))
			list = append(list, codeSentence.Warn(at(start+blank, i), size, maxSentence).Hinted(hintSentence))
		}
		size = 0
	}
	for i, r := range text {
		switch r {
		case '。', '！', '？', '；':
			end(i)
			start = i + utf8.RuneLen(r)
		case ' ', '\t', '　':
		default:
			size++
		}
	}
	end(len(text))
	return list
}
