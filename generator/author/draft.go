package author

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/hanzi"
)

// MaxText is the size of a text that is still drafted from, in bytes.
const MaxText = 1 << 20

// Draft is what was found in a text. It quotes clauses of the text and never
// holds more: an entry is not a copy.
type Draft struct {
	Title     string // the text's own; "" where it states none, as below
	Publisher string
	Published string // YYYY-MM-DD
	URL       string
	Summary   string // the first sentence that could be one
	Outline   []Part
	Cities    []string // slugs of those named, in the order of the vocabulary
	LeftOut   []string // lines that are not part of the text
	Readings  int      // in pinyin, taken out
	Script    bool     // was put from traditional into simplified characters

	found int    // facts
	aside []Fact // days and numbers of documents in lines left out
}

// Part is a part of the text with the facts in it.
type Part struct {
	Heading string // "" before the first one
	Facts   []Fact
	Tables  [][]string // lines of Markdown
	inTable bool       // the last line was one of a table
}

// Read drafts from text, plain or HTML, in any of the encodings that
// hanzi.Decode knows. Every error is a *Refusal.
func Read(text []byte, vocab content.Vocab) (*Draft, error) {
	if len(text) > MaxText {
		return nil, &Refusal{
			diag.Text{Zh: "这个文件超过 1 MB", En: "the file is larger than 1 MB"},
			diag.Text{Zh: "只存要用的那一段文字再试", En: "keep only the text that is needed"},
		}
	}
	decoded, ok := hanzi.Decode(text)
	if !ok {
		return nil, &Refusal{
			diag.Text{Zh: "这个文件不是文字，或者编码认不出来", En: "the file is no text, or in an unknown encoding"},
			diag.Text{Zh: "在记事本里打开，另存为 UTF-8；Word 和 PDF 文件先复制其中的文字", En: "save it as UTF-8; copy the text out of Word and PDF files"},
		}
	}
	d := &Draft{}
	lines := d.lines(decoded)
	d.take(lines, vocab)
	if len(d.Outline) == 0 && d.Title == "" {
		return nil, &Refusal{
			diag.Text{Zh: "没有找到正文", En: "no text was found"},
			diag.Text{Zh: "网页的正文可能是后来才载入的：打开网页，复制文字，存成文本文件", En: "the page may load its text later: open it, copy the text and save that"},
		}
	}
	return d, nil
}

// lines are the lines of the text, without readings and in simplified
// characters.
func (d *Draft) lines(text string) []string {
	if isHTML(text) {
		p := readHTML(text)
		d.Title, d.Publisher, d.Published = d.clean(p.title), d.clean(p.publisher), isoDay(p.published)
		text = strings.Join(p.lines, "\n")
	}
	return strings.Split(d.clean(text), "\n")
}

// clean is text without readings, in simplified characters.
func (d *Draft) clean(text string) string {
	text, n := hanzi.WithoutReadings(tidied(text))
	d.Readings += n
	simple := hanzi.Simplified(text)
	if simple == text && n == 0 {
		return text
	}
	d.Script = d.Script || simple != text
	return wideMarks(simple)
}

// tidied is text with digits in their usual width and nothing invisible but
// spaces and the ends of lines.
func tidied(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r != '\n' && !unicode.IsPrint(r):
			return ' '
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '％':
			return '%'
		}
		return r
	}, text)
}

// wideMarks is text with the full-width marks that belong behind Chinese words:
// what puts in readings or the other script often narrows them.
func wideMarks(text string) string {
	var before rune
	return strings.Map(func(r rune) rune {
		wide := r
		if i := strings.IndexRune(",:;?!", r); i >= 0 && (hanzi.IsHan(before) || strings.ContainsRune("”’」』）》", before)) {
			wide = []rune("，：；？！")[i]
		}
		before = r
		return wide
	}, text)
}

// take sorts lines into parts and what is left out.
func (d *Draft) take(lines []string, vocab content.Vocab) {
	var text []string
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			continue
		}
		switch {
		case d.isMeta(line) || isFurniture(line):
			d.leaveOut(line)
		case d.Title == "" && isHeadingLike(line):
			d.Title = strings.TrimPrefix(line, headingMark)
		case line != d.Title && line != headingMark+d.Title:
			text = append(text, line)
		}
	}
	for i, line := range text {
		d.line(line, i+1 < len(text) && isProse(text[i+1]))
	}
	whole := strings.Join(text, "\n")
	for _, c := range vocab.Words("cities") {
		if strings.Contains(whole, c.Zh) {
			d.Cities = append(d.Cities, c.Slug)
		}
	}
}

// leaveOut takes a line that is not part of the text, but often says when the
// text was published and under what number.
func (d *Draft) leaveOut(line string) {
	d.LeftOut = append(d.LeftOut, line)
	for _, f := range factsIn(shorten(line, maxFurniture)) {
		if (f.Kind == IsDate || f.Kind == IsNumber) && d.found < maxFacts {
			d.aside, d.found = append(d.aside, f), d.found+1
		}
	}
}

// headingMark begins a heading that HTML says is one, tableMark a line of a table.
const (
	headingMark = "## "
	tableMark   = "|"
)

// line takes a line of the text proper; beforeProse tells that a paragraph follows.
func (d *Draft) line(line string, beforeProse bool) {
	if strings.HasPrefix(line, headingMark) || beforeProse && isHeadingLike(line) {
		d.Outline = append(d.Outline, Part{Heading: strings.TrimPrefix(line, headingMark)})
		return
	}
	if len(d.Outline) == 0 {
		d.Outline = append(d.Outline, Part{})
	}
	part := &d.Outline[len(d.Outline)-1]
	if strings.HasPrefix(line, tableMark) {
		part.addRow(line)
		return
	}
	part.inTable = false
	for _, sentence := range sentences(strings.TrimPrefix(line, "- ")) {
		if n := utf8.RuneCountInString(sentence); d.Summary == "" && n >= 20 && n <= 190 {
			d.Summary = sentence
		}
		if d.found < maxFacts {
			facts := factsIn(sentence)
			part.Facts, d.found = append(part.Facts, facts...), d.found+len(facts)
		}
	}
}

// maxFacts is how many facts are looked for: nobody checks more in one entry.
const maxFacts = 500

// addRow adds a line of a table to the one that the line before was of, or as
// the first of another.
func (p *Part) addRow(line string) {
	if !p.inTable {
		p.Tables = append(p.Tables, nil)
	}
	last := len(p.Tables) - 1
	p.Tables[last], p.inTable = append(p.Tables[last], line), true
}

// maxHeading is how long a line may be that is taken for a heading, in code
// points.
const maxHeading = 60

// isHeadingLike reports whether line is short and ends like no sentence.
func isHeadingLike(line string) bool {
	line = strings.TrimPrefix(line, headingMark)
	last, _ := utf8.DecodeLastRuneInString(line)
	return utf8.RuneCountInString(line) <= maxHeading && !strings.ContainsRune("。！？；：，、…!?;:,.|”》)）", last) &&
		!strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, tableMark)
}

// isProse reports whether line is a paragraph.
func isProse(line string) bool { return !isHeadingLike(line) }

var sentenceEnd = regexp.MustCompile(`[。！？!?；;]+[”’」』）)]*`)

// maxSentence is the size of a sentence in bytes; what goes on longer is cut.
const maxSentence = 900

// sentences parts a paragraph.
func sentences(line string) (out []string) {
	for line != "" {
		end := min(len(line), maxSentence)
		for end < len(line) && !utf8.RuneStart(line[end]) {
			end--
		}
		if m := sentenceEnd.FindStringIndex(line[:end]); m != nil {
			end = m[1]
		}
		if s := strings.TrimSpace(line[:end]); s != "" {
			out = append(out, s)
		}
		line = line[end:]
	}
	return out
}
