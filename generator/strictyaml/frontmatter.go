package strictyaml

import "bytes"

// FrontMatter cuts a file into the YAML between its two lines of --- and the
// text behind them, each with the line on which it starts (from 1). A byte
// order mark and Windows line ends are tolerated. Where a fence is missing, ok
// is false and all is body.
func FrontMatter(src []byte) (front []byte, frontLine int, body []byte, bodyLine int, ok bool) {
	src = bytes.TrimPrefix(src, []byte(byteOrderMark))
	open, rest := cutLine(src)
	if !isFence(open) {
		return nil, 0, src, 1, false
	}
	front = rest
	for line, size := 2, 0; len(rest) > 0; line++ {
		var text []byte
		text, rest = cutLine(rest)
		if isFence(text) {
			return front[:size], 2, rest, line + 1, true
		}
		size = len(front) - len(rest)
	}
	return nil, 0, src, 1, false
}

func cutLine(src []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(src, []byte("\n"))
	return line, rest
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t\r")) == "---" }
