package strictyaml

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// maxSize is the size of the largest document, in bytes.
const maxSize = 1 << 20

const byteOrderMark = "\ufeff"

// Doc is a parsed document, and where its values stand.
type Doc struct {
	file      string
	firstLine int        // of the document in the file
	lines     [][]rune   // of the document, without line ends
	root      *yaml.Node // nil where the document is empty or broken
	broken    bool       // told by Parse already: there is nothing to decode
}

// Parse reads src, a document whose first line is line firstLine of file. The
// findings are those of the text itself; a document with an error among them
// decodes to nothing, unless all of it could be read all the same.
func Parse(file string, src []byte, firstLine int) (*Doc, diag.List) {
	d := &Doc{file: file, firstLine: firstLine, broken: true}
	src = bytes.TrimPrefix(src, []byte(byteOrderMark))
	if len(src) > maxSize {
		return d, diag.List{tooLarge.At(d.start()).Hinted(hintTooLarge)}
	}
	if i := invalidUTF8(src); i >= 0 {
		p := diag.Pos{File: file, Line: firstLine + bytes.Count(src[:i], []byte("\n"))}
		return d, diag.List{notUTF8.At(p).Hinted(hintNotUTF8)}
	}
	text, found := d.clean(string(src))
	for line := range strings.SplitSeq(text, "\n") {
		d.lines = append(d.lines, []rune(strings.TrimSuffix(line, "\r")))
	}
	misread := append(d.misread(), d.unclosed()...)
	found = append(append(found, d.tabs()...), misread...)
	found = append(found, d.parse(text)...)
	d.broken = d.broken || len(misread) > 0
	return d, found
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// clean replaces each character that YAML does not allow, and each that only
// YAML takes for the end of a line, by a space, so that the places of all the
// others stay as the editor sees them.
func (d *Doc) clean(text string) (string, diag.List) {
	var out strings.Builder
	var found diag.List
	line, col := d.firstLine, 0
	for i, r := range text {
		col++
		switch {
		case r == '\n':
			line, col = line+1, 0
		case unprintable(r) && !(r == '\r' && strings.HasPrefix(text[i+1:], "\n")):
			p := diag.Pos{File: d.file, Line: line, Col: col, Len: 1}
			found = append(found, control.At(p, r).Hinted(hintControl))
			r = ' '
		}
		out.WriteRune(r)
	}
	return out.String(), found
}

// unprintable is the complement of c-printable of YAML 1.2, section 5.1, with
// the line ends of YAML 1.1, which the parser still obeys, and the byte order
// mark, added.
func unprintable(r rune) bool {
	switch r {
	case '\t':
		return false
	case 0x85, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
		return true
	}
	return r < 0x20 || r >= 0x7F && r < 0xA0
}

// parse reads the one document of text.
func (d *Doc) parse(text string) diag.List {
	in := &lineReader{rest: text}
	dec := yaml.NewDecoder(in)
	var root, second yaml.Node
	err := dec.Decode(&root)
	if errors.Is(err, io.EOF) {
		d.broken = false
		return nil
	}
	if err == nil {
		if err = dec.Decode(&second); err == nil {
			return diag.List{several.At(d.line(second.Line)).Hinted(hintSeveral)}
		}
	}
	if !errors.Is(err, io.EOF) {
		return d.explain(err, text, in.read)
	}
	d.broken = false
	if len(root.Content) > 0 {
		d.root = root.Content[0]
	}
	return nil
}

// lineReader hands out text line by line, and so knows which line the parser
// had to look at when it failed: the parser itself tells that poorly.
type lineReader struct {
	rest string
	read int // lines handed out
}

func (r *lineReader) Read(p []byte) (int, error) {
	if r.rest == "" {
		return 0, io.EOF
	}
	n := strings.IndexByte(r.rest, '\n') + 1
	if n == 0 {
		n = len(r.rest)
	}
	n = min(n, len(p))
	copy(p, r.rest[:n])
	if r.rest[n-1] == '\n' || n == len(r.rest) {
		r.read++
	}
	r.rest = r.rest[n:]
	return n, nil
}
