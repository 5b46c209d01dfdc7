package strictyaml

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Why a document keeps the form it has.
var (
	ErrBroken = errors.New("what is wrong with it must be mended first")
	ErrAlias  = errors.New("it uses anchors and aliases, whose order matters")
)

// Canonical is src, a document that fills a value of type t, with the fields of
// every group in the order of the schema, those that begin with x- behind them
// as they stood, and without blanks at the ends of lines. All lines end as the
// first one does, in Unix' way or that of Windows; a byte order mark stays.
// Comments stay with the field below them, or at the top or the bottom where no
// field follows at once; values keep their form to the letter.
//
// A document that does not decode without an error, or that would decode to
// anything else afterwards, is returned as it is, with the reason.
func Canonical(src []byte, t reflect.Type, translation bool) ([]byte, error) {
	before, root, ok := decoded(src, t, translation)
	switch {
	case !ok:
		return src, ErrBroken
	case root == nil: // nothing in it but comments
		return src, nil
	case hasAlias(root):
		return src, ErrAlias
	}
	text, marked := strings.CutPrefix(string(src), byteOrderMark)
	a := arranger{lines: strings.Split(strings.TrimSuffix(unixEnds.Replace(text), "\n"), "\n")}
	out := a.value(root, t, 0, len(a.lines))
	for _, lines := range [][]string{trimmed(out), out} { // blanks at the end of a line of a text may be meant
		end := lineEnd(text)
		candidate := []byte(strings.Join(lines, end) + end)
		if marked {
			candidate = append([]byte(byteOrderMark), candidate...)
		}
		if after, _, ok := decoded(candidate, t, translation); ok && reflect.DeepEqual(before, after) {
			return candidate, nil
		}
	}
	return src, ErrBroken
}

// unixEnds makes the line ends of YAML all alike.
var unixEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// lineEnd is how the first line of a text ends.
func lineEnd(text string) string {
	if first, _, _ := strings.Cut(text, "\n"); strings.HasSuffix(first, "\r") {
		return "\r\n"
	}
	return "\n"
}

func trimmed(l []string) []string {
	out := slices.Clone(l)
	for i := range out {
		out[i] = strings.TrimRight(out[i], " \t")
	}
	return out
}

// decoded is the value that src fills, and its root.
func decoded(src []byte, t reflect.Type, translation bool) (v any, root *yaml.Node, ok bool) {
	doc, list := Parse("", src, 1)
	target := reflect.New(t)
	list = append(list, doc.decode(target.Interface(), translation)...)
	return target.Interface(), doc.root, !list.HasErrors()
}

func hasAlias(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || n.Anchor != "" || slices.ContainsFunc(n.Content, hasAlias)
}

// arranger puts the lines of a document into another order. Spans of lines are
// half-open and count from 0.
type arranger struct{ lines []string }

// value is the span of lines from..to in which n stands, arranged by its type.
func (a arranger) value(n *yaml.Node, t reflect.Type, from, to int) []string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 || isText(t):
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		return a.group(n, describe(t), from, to)
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		return a.list(n, t.Elem(), from, to)
	}
	return a.lines[from:to]
}

// block is a field with the comments above it.
type block struct {
	rank  int
	lines []string
}

// group arranges the fields of a mapping. What stands above the comments of the
// first field stays at the top, what stands below the last one at the bottom.
func (a arranger) group(n *yaml.Node, s *structure, from, to int) []string {
	indent := n.Content[0].Column - 1
	starts := []int{}
	for i, low := 0, from; i < len(n.Content); i += 2 {
		line := n.Content[i].Line - 1
		starts = append(starts, a.withComments(line, low, indent))
		low = line + 1
	}
	end := a.bottom(n, starts, to)
	out := slices.Clone(a.lines[from:starts[0]])
	var blocks []block
	for i, start := range starts {
		stop := end
		if i+1 < len(starts) {
			stop = starts[i+1]
		}
		key, value := n.Content[2*i], n.Content[2*i+1]
		blocks = append(blocks, block{s.rank(key.Value), a.field(key, value, s.field(key.Value), start, stop)})
	}
	slices.SortStableFunc(blocks, func(x, y block) int { return x.rank - y.rank })
	for _, b := range blocks {
		out = append(out, b.lines...)
	}
	return append(out, a.lines[end:to]...)
}

// rank is the place of a field among those of its group: free fields and those
// that nobody knows are last.
func (s *structure) rank(name string) int {
	if i := slices.IndexFunc(s.fields, func(f field) bool { return f.name == name }); i >= 0 {
		return i
	}
	return len(s.fields)
}

// field is a field's span with its value arranged; f is nil where it is not
// known.
func (a arranger) field(key, value *yaml.Node, f *field, from, to int) []string {
	if f == nil || value.Line <= key.Line {
		return a.lines[from:to]
	}
	below := key.Line // comments above the first thing in it, too
	return append(slices.Clone(a.lines[from:below]), a.value(value, f.of, below, to)...)
}

// list arranges each item of a sequence. The first field of an item stands in
// the line of its dash: it makes room for whichever comes first.
func (a arranger) list(n *yaml.Node, t reflect.Type, from, to int) []string {
	indent := n.Column - 1
	starts := []int{}
	for i, low := 0, from; i < len(n.Content); i++ {
		line := n.Content[i].Line - 1
		starts = append(starts, a.withComments(line, low, indent))
		low = line + 1
	}
	out := slices.Clone(a.lines[from:starts[0]])
	for i, start := range starts {
		stop := to
		if i+1 < len(starts) {
			stop = starts[i+1]
		}
		line := n.Content[i].Line - 1
		out = append(out, a.lines[start:line]...)
		out = append(out, a.item(n.Content[i], t, line, stop)...)
	}
	return out
}

func (a arranger) item(n *yaml.Node, t reflect.Type, from, to int) []string {
	first := a.lines[from]
	column := n.Column - 1 // in code points, but only blanks and dashes stand before it
	if column > len(first) || strings.Trim(first[:column], "- ") != "" {
		return a.lines[from:to]
	}
	inner := arranger{slices.Clone(a.lines)}
	inner.lines[from] = strings.Repeat(" ", column) + first[column:]
	out := slices.Clone(inner.value(n, t, from, to))
	if strings.TrimSpace(out[0][:min(column, len(out[0]))]) != "" {
		return a.lines[from:to] // a comment that is indented less
	}
	out[0] = first[:column] + out[0][min(column, len(out[0])):]
	return out
}

// withComments is where the comments begin that stand directly above a line and
// as far in, not above low. The line by which programs find the schema belongs
// to the document.
func (a arranger) withComments(line, low, indent int) int {
	for line > low && a.isComment(line-1, indent) {
		line--
	}
	return line
}

func (a arranger) isComment(line, indent int) bool {
	text := strings.TrimLeft(a.lines[line], " ")
	return strings.HasPrefix(text, "#") && len(a.lines[line])-len(text) == indent &&
		!strings.HasPrefix(text, "# yaml-language-server:")
}

// bottom is where what belongs to no field begins: comments and empty lines
// below the last one that are as far in as its name.
func (a arranger) bottom(n *yaml.Node, starts []int, to int) int {
	last := starts[len(starts)-1]
	indent := n.Content[0].Column - 1
	end := to
	for end > last+1 {
		text := strings.TrimLeft(a.lines[end-1], " ")
		if strings.TrimSpace(text) != "" && (!strings.HasPrefix(text, "#") || len(a.lines[end-1])-len(text) > indent) {
			break
		}
		end--
	}
	return end
}
