package author

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isData reports whether a table holds data: old pages lay out their text in
// tables, one within another or of a single column.
func isData(table *html.Node) bool {
	columns := 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Table {
			return false
		}
		if n.DataAtom == atom.Tr {
			columns = max(columns, len(cells(n)))
		}
	}
	return columns > 1
}

// cells are the texts of the cells of a row.
func cells(row *html.Node) (out []string) {
	for c := range row.ChildNodes() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			out = append(out, strings.ReplaceAll(plain(c), "|", "\\|"))
		}
	}
	return out
}

// tableLines is a table in Markdown. Cells over several columns or rows stand
// in the first of them.
func tableLines(table *html.Node) []string {
	var rows [][]string
	columns := 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Tr {
			if row := cells(n); len(row) > 0 {
				rows, columns = append(rows, row), max(columns, len(row))
			}
		}
	}
	var lines []string
	for i, row := range rows {
		row = append(row, make([]string, columns-len(row))...)
		lines = append(lines, "| "+strings.Join(row, " | ")+" |")
		if i == 0 {
			lines = append(lines, "|"+strings.Repeat(" --- |", columns))
		}
	}
	return lines
}
