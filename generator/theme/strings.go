package theme

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// text is one interface text and where it stands.
type text struct {
	format string
	pos    diag.Pos
	own    bool // of the override
}

// table holds the interface texts of one language by key.
type table map[string]text

func parseStrings(file string, src []byte) (table, diag.List) {
	out := table{}
	doc, findings := strictyaml.Parse(file, src, 1)
	if doc == nil {
		return out, findings
	}
	texts := map[string]string{}
	findings = append(findings, doc.Decode(&texts)...)
	for key, format := range texts {
		out[key] = text{format: format, pos: doc.At(key)}
	}
	return out, findings
}

// loadStrings reads strings/LANG.yaml of both folders; texts of override take
// the place of those of base, key by key.
func loadStrings(override, base fs.FS, lang string) (table, diag.List) {
	file := "strings/" + lang + ".yaml"
	src, err := fs.ReadFile(base, file)
	if err != nil {
		return table{}, diag.List{unreadable.At(diag.Pos{File: file}, err)}
	}
	out, findings := parseStrings(file, src)
	if src, ok := readOver(override, file); ok {
		over, more := parseStrings(file, src)
		for key, text := range over {
			text.own = true
			out[key] = text
		}
		findings = append(findings, more...)
	}
	return out, findings
}

// compareTables finds texts that a language lacks, or that are filled with
// other values than in the first language.
func compareTables(languages []string, tables map[string]table) diag.List {
	var findings diag.List
	first := languages[0]
	for _, lang := range languages[1:] {
		findings = append(findings, lacking(tables[first], lang, tables[lang])...)
		findings = append(findings, lacking(tables[lang], first, tables[first])...)
		for _, key := range slices.Sorted(maps.Keys(tables[lang])) {
			here, there, other := tables[lang][key], tables[first][key], first
			if there.own && !here.own {
				here, there, other = there, here, lang
			}
			if a, b := verbs(here.format), verbs(there.format); there.format != "" && !slices.Equal(a, b) {
				findings = append(findings, verbsDiffer.At(here.pos, key, other, listed(a), listed(b)))
			}
		}
	}
	return findings
}

func lacking(have table, lang string, other table) diag.List {
	var findings diag.List
	for _, key := range slices.Sorted(maps.Keys(have)) {
		if _, ok := other[key]; !ok {
			findings = append(findings, missingString.At(have[key].pos, key, lang))
		}
	}
	return findings
}

var verbPattern = regexp.MustCompile(`%(?:%|(?:\[(\d+)\])?[-+# 0-9.]*([a-zA-Z]))`)

// verbs lists the values that a format takes in the order of the arguments:
// "%[2]s, %[1]d" gives d, s.
func verbs(format string) []string {
	byArg := map[int]string{}
	next := 1
	for _, m := range verbPattern.FindAllStringSubmatch(format, -1) {
		if m[0] == "%%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1]) // digits by the pattern
		}
		byArg[next] = m[2]
		next++
	}
	var out []string
	for _, arg := range slices.Sorted(maps.Keys(byArg)) {
		out = append(out, byArg[arg])
	}
	return out
}

func listed(verbs []string) string {
	if len(verbs) == 0 {
		return "-"
	}
	return "%" + strings.Join(verbs, " %")
}

// encode writes t so that parseStrings reads it back.
func (t table) encode() []byte {
	var b bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(t)) {
		fmt.Fprintf(&b, "%s: %q\n", key, t[key].format)
	}
	return b.Bytes()
}

// fill is the text of key with its values; a missing key comes back in brackets, so that
// it is seen.
func (t table) fill(key string, args ...any) string {
	text, ok := t[key]
	switch {
	case !ok:
		return "⟦" + key + "⟧"
	case len(args) == 0 && !strings.Contains(text.format, "%%"):
		return text.format
	}
	return fmt.Sprintf(text.format, args...)
}
