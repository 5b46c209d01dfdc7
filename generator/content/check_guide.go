package content

import (
	"slices"
	"strings"

	"anju/generator/diag"
)

// What can be wrong with a guide.
var (
	codeNoBody = diag.New("content/no-body", "指南要有正文", "a guide needs a text")
	codeGenre  = diag.New("content/genre-field", "体裁是 %[2]s 的指南没有%[1]s", "%[1]s does not belong in a guide of the genre %[2]s")

	hintNoBody = diag.Text{Zh: "在第二行 --- 的下面写正文", En: "write it below the second line ---"}
	hintGenre  = diag.Text{Zh: "它只用在 genre 是 %s 的指南里；删掉它，或者改 genre", En: "it is for guides of the genre %s: delete it, or change genre"}
)

// genreFields are the fields that only guides of some genres have.
var genreFields = []struct {
	name   string
	genres []string
}{
	{"channels", []string{"service", "how_to"}},
	{"phases", []string{"practice"}},
	{"measures", []string{"practice", "explainer"}},
}

func checkGuide(g *Guide, doc document) (list diag.List) {
	if strings.TrimSpace(g.Body.Text) == "" {
		list = append(list, codeNoBody.At(doc.At("title")).Hinted(hintNoBody))
	}
	if g.Genre == "" || doc.told("genre") {
		return list
	}
	for _, f := range genreFields {
		if doc.doc.Has(f.name) && !slices.Contains(f.genres, g.Genre) {
			hint := fill(hintGenre, diag.Text{Zh: strings.Join(f.genres, " 或 "), En: strings.Join(f.genres, " or ")})
			list = append(list, codeGenre.At(doc.At(f.name), label(g, f.name), g.Genre).Hinted(hint))
		}
	}
	return list
}
