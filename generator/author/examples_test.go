package author

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"anju/generator/content"
)

// TestExamples takes each field of every scaffold out of its comment, alone but
// for what it stands in and what content asks for beside it: all examples are
// values that the fields take.
func TestExamples(t *testing.T) {
	for _, k := range content.Kinds {
		t.Run(k.Name, func(t *testing.T) {
			text := filled(string(begin(t, Request{Kind: k, ID: "a"}).Text))
			fields, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
			lines := strings.Split(fields, "\n")
			count := 0
			for i, line := range lines {
				name := hidden(line)
				if name == "" || slices.Contains(elsewhere, name) {
					continue
				}
				count++
				variant := strings.Join(shown(lines, i), "\n")
				if list := with(t, k, "---\n"+variant+"\n---\n"+body); len(list) > 0 {
					t.Errorf("%s in line %d: %s", name, i+2, told(list))
				}
			}
			if count < 15 {
				t.Errorf("only %d fields were tried", count)
			}
		})
	}
}

// elsewhere are fields whose examples cannot be true in every entry: a picture
// has its file beside it, an exception is a day on which the event repeats, and
// vacancies say something by a number within, which is tried by itself.
var elsewhere = []string{"picture", "except", "availability"}

// aField matches a line that states a field, behind what makes it a comment.
var aField = regexp.MustCompile(`^([ #]*# )([a-z_]+):`)

// hidden is the field that begins in line, which is a comment; else "".
func hidden(line string) string {
	if m := aField.FindStringSubmatch(line); m != nil {
		return m[2]
	}
	return ""
}

// shown is lines with the field of line i, all that is needed in it, and all it
// stands in out of their comments.
func shown(lines []string, i int) []string {
	lines = slices.Clone(lines)
	names := reveal(lines, i)
	for _, name := range names {
		for _, also := range beside[name] {
			if at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "# "+also+":") }); at >= 0 {
				reveal(lines, at)
			}
		}
		for at := range lines {
			lines[at] = yield(lines, at, i, name)
		}
	}
	return lines
}

// reveal takes line i out of its comments, and with it the blocks that it stands
// in: each begins with a field, and what belongs to it is indented further. It
// returns the names of all.
func reveal(lines []string, i int) (names []string) {
	for {
		before, after, found := strings.Cut(lines[i], "# ")
		if !found || strings.TrimSpace(before) != "" {
			return names
		}
		start := i
		for strings.HasPrefix(after, " ") {
			start--
			after = strings.TrimPrefix(lines[start], before+"# ")
		}
		names = append(names, hidden(lines[start]))
		end := start + 1
		for end < len(lines) && strings.HasPrefix(lines[end], before+"#   ") {
			end++
		}
		for at := start; at < end; at++ {
			lines[at] = before + strings.TrimPrefix(lines[at], before+"# ")
		}
	}
}

// beside are fields that cannot stand alone.
var beside = map[string][]string{"ends_at": {"starts_at"}, "pilot": {"pilot_area"}, "pilot_area": {"pilot"}, "figures": {"sources"}}

// instead are the beginnings of lines that go where a field comes.
var instead = map[string][]string{
	"min": {"value:", "amount:"}, "max": {"value:", "amount:"}, "starts_at": {"starts_on:"}, "ends_at": {"starts_on:"},
}

// changed are values that others must have where a field comes.
var changed = map[string]struct{ from, to string }{
	"city":     {"level: national", "level: municipal"},
	"replaces": {"basis: news_report", "basis: official_text"},
	"phases":   {"genre: how_to", "genre: practice"},
	"measures": {"genre: how_to", "genre: practice"},
	"method":   {"method: survey", "method: stated"},
	"quote":    {"示例来源里写着这个数的原话", "示例一共100套"},
}

// yield is line at, with room made for the field called name in line i: it is
// not unknown any more, and nothing contradicts it.
func yield(lines []string, at, i int, name string) string {
	line := lines[at]
	text := strings.TrimSpace(line)
	if strings.HasPrefix(text, "unknown:") {
		line = strings.NewReplacer("["+name+"]", "[]", "["+name+", ", "[", ", "+name, "").Replace(line)
		if strings.Contains(line, "[]") {
			return ""
		}
	}
	if c, ok := changed[name]; ok {
		line = strings.Replace(line, c.from, c.to, 1)
	}
	for _, gone := range instead[name] {
		near := at < i && i-at < 8 && indent(lines[at]) == indent(lines[i]) || strings.HasPrefix(line, gone)
		if near && strings.HasPrefix(text, gone) {
			return ""
		}
	}
	return line
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
