package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestStallsAreRefused feeds what takes the parser seconds or minutes, or
// would print gigabytes. That the test ends at all is half of the proof.
func TestStallsAreRefused(t *testing.T) {
	tests := []struct {
		name, text string
		limit      *limit
		line       int
	}{
		{"emphasis", "a\n" + fill("*a_ "), delimiters, 2},
		{"strikethrough", fill("~~a "), delimiters, 1},
		{"unclosed links", fill("[a](b"), brackets, 1},
		{"unclosed images", fill("![a](b"), brackets, 1},
		{"unclosed destinations", fill("[a](<b"), brackets, 1},
		{"unclosed titles", fill(`[a](b "`), brackets, 1},
		{"nested brackets", fill("[") + fill("]"), brackets, 1},
		{"quotes", "a\n\n" + fill("> "), nesting, 3},
		{"lists", fill("- ") + "a", nesting, 1},
		{"numbered lists", fill("1. "), nesting, 1},
		{"quotes and lists", fill("> - "), nesting, 1},
		{"nested footnotes", fill("[^a]: "), nesting, 1},
		{"link definitions", fill("[a]: b\n"), definitions, 1},
		{"unclosed definitions", fill("[a]: b '\n"), definitions, 1},
		{"footnotes", manyFootnotes(), definitions, 1001},
		{"wide table", fill("|a") + "\n" + fill("|-") + "\n", cells, 1},
		{"table of short rows", strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "\n" + fill("a\n"), cells, 1},
		{"escaped pipes", "|a|\n|-|\n" + fill("|`\\|`|\n"), cells, 1},
		{"headings", fill("## a\n"), headings, 1001},
		{"one long address used often", "[a]: /" + fill("u") + "\n\n" + fill("[a]\n\n"), linked, 1},
		{"one long title used often", "[a]: /u '" + fill("u") + "'\n\n" + fill("[a]\n\n"), linked, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, found := Convert(source(test.text), echo)
			if len(found) == 0 || found[0].Code != "markdown/limit" {
				t.Fatalf("not refused: %.3v", found)
			}
			if !strings.HasPrefix(found[0].Message.En, test.limit.what.En) || found[0].Line != test.line {
				t.Errorf("line %d: %s", found[0].Line, found[0].Message.En)
			}
			if doc.HTML != "" || doc.Sections != nil {
				t.Error("refused, but converted")
			}
		})
	}
}

// TestOrdinaryTextIsNotRefused keeps the limits away from what people write.
func TestOrdinaryTextIsNotRefused(t *testing.T) {
	for name, text := range map[string]string{
		"emphasis":    strings.Repeat("**粗** *斜* ", 60),
		"links":       strings.Repeat("[a](/b)，", 150),
		"long text":   strings.Repeat("一段很长的正文。", 20_000),
		"table":       "|a|b|c|\n|-|-|-|\n" + strings.Repeat("| 一 | 二 | 三 |\n", 2000),
		"task list":   strings.Repeat("- [ ] 一\n", 2000),
		"code":        "```\n" + strings.Repeat("__a__ [b](c) *d*\n", 1000) + "```\n",
		"paragraphs":  strings.Repeat("[a](/b) **c**\n\n", 1000),
		"nested list": "- a\n  - b\n    - c\n      - d\n        > e\n",
	} {
		if doc, found := Convert(source(text), echo); len(found) > 0 || doc.HTML == "" {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestTooLong(t *testing.T) {
	_, found := Convert(source(strings.Repeat("a", maxBytes+1)), echo)
	if len(found) != 1 || found[0].Code != "markdown/size" {
		t.Errorf("findings: %v", found)
	}
}

// fill repeats s to a quarter of a megabyte, some of which would take goldmark
// half an hour.
func fill(s string) string { return strings.Repeat(s, maxBytes/4/len(s)) }

func manyFootnotes() string {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "[^%d]: a\n\n", i)
	}
	for i := range 5000 {
		fmt.Fprintf(&b, "[^%d]\n\n", i)
	}
	return b.String()
}
