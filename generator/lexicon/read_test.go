package lexicon

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/readings.txt")

// TestReadings reads the texts of testdata/readings.txt, whose lines hold text,
// filters, rest and words. Among the words * marks a known one, ? an optional
// one, and + one that is joined to the word before.
func TestReadings(t *testing.T) {
	const file = "testdata/readings.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(demo)
	var out []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			out = append(out, line)
			continue
		}
		text, _, _ := strings.Cut(line, " | ")
		got := text + " | " + described(r.Read(text, All))
		if out = append(out, got); got != line && !*update {
			t.Errorf("reading\n %s\nwant\n %s", got, line)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(out, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func described(g Reading) string {
	return fmt.Sprintf("%s | %s | %s", strings.Join(filters(g), " "), g.Rest, strings.Join(words(g), " "))
}

func filters(g Reading) (out []string) {
	for _, facet := range slices.Sorted(maps.Keys(g.Filters)) {
		out = append(out, facet+"="+strings.Join(g.Filters[facet], ","))
	}
	for _, n := range []struct {
		name  string
		value *float64
	}{{"amount", g.Amount}, {"rent≥", g.RentMin}, {"rent≤", g.RentMax}, {"area≥", g.AreaMin}, {"area≤", g.AreaMax}} {
		if n.value != nil {
			out = append(out, fmt.Sprintf("%s:%v", n.name, *n.value))
		}
	}
	if g.Number != nil {
		out = append(out, fmt.Sprintf("number:%s/%d/%d", g.Number.Issuer, g.Number.Year, g.Number.Serial))
	}
	return out
}

func words(g Reading) (out []string) {
	for _, w := range g.Words {
		s := strings.ReplaceAll(w.Text, " ", "_")
		if w.Known {
			s += "*"
		}
		if w.Optional {
			s += "?"
		}
		if w.Joined {
			s = "+" + s
		}
		out = append(out, s)
	}
	return out
}
