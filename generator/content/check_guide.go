package content

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"anju/generator/diag"
	"anju/generator/validity"
)

// What can be wrong with a guide.
var (
	codeNoBody = diag.New("content/no-body", "指南要有正文", "a guide needs a text")
	codeGenre  = diag.New("content/genre-field", "体裁是 %[2]s 的指南没有%[1]s", "%[1]s does not belong in a guide of the genre %[2]s")
	codePlan   = diag.New("content/reads-like-plan", "stated_as 写的是现有，这句话却有“%s”，读起来像打算", "stated_as is existing, but with %q this reads like a plan")

	hintNoBody = diag.Text{Zh: "在第二行 --- 的下面写正文", En: "write it below the second line ---"}
	hintGenre  = diag.Text{Zh: "它只用在 genre 是 %s 的指南里；删掉它，或者改 genre", En: "it is for guides of the genre %s: delete it, or change genre"}
	hintPlan   = diag.Text{Zh: "对照来源：还没有做的，stated_as 写 planned（计划）、demanded（要求）或 intended（意向）；已经在做的，换个说法", En: "check the source: write planned, demanded or intended for what is not done yet; else put it differently"}
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

func checkGuide(g *Guide, now time.Time, doc document) (list diag.List) {
	list = checkMeasures(g.Measures, now, doc)
	if strings.TrimSpace(g.Body.Text) == "" {
		list = append(list, codeNoBody.At(doc.At("title")).Hinted(hintNoBody))
	}
	if g.Genre == "" || doc.told("genre") {
		return list
	}
	for _, f := range genreFields {
		if doc.doc.Has(f.name) && !slices.Contains(f.genres, g.Genre) {
			hint := hintGenre.With(diag.Text{Zh: strings.Join(f.genres, " 或 "), En: strings.Join(f.genres, " or ")})
			list = append(list, codeGenre.At(doc.At(f.name), label(g, f.name), g.Genre).Hinted(hint))
		}
	}
	return list
}

var (
	planMark = regexp.MustCompile(`将|拟|计划|下一步|明年|力争|探索`)
	// planLike holds a mark of planMark and says nothing of what is to come.
	planLike   = regexp.MustCompile(`(?:人才|科技|专项|行动)计划|计划项目|虚拟|模拟|拟合|将军|《[^》]*》`)
	yearInText = regexp.MustCompile(`([0-9]{4}) ?年`)
)

// checkMeasures warns of what is said to exist in words of the future.
func checkMeasures(measures []Measure, now time.Time, doc document) (list diag.List) {
	for i, m := range measures {
		if m.StatedAs != "existing" {
			continue
		}
		if mark := planned(m.Text, now); mark != "" {
			list = append(list, codePlan.Warn(doc.At("measures", i, "stated_as"), mark).Hinted(hintPlan))
		}
	}
	return list
}

// planned is the word of text that speaks of the time after now, "" for none.
func planned(text string, now time.Time) string {
	text = planLike.ReplaceAllString(text, "")
	for _, m := range yearInText.FindAllStringSubmatch(text, -1) {
		if year, _ := strconv.Atoi(m[1]); year > now.In(validity.Zone).Year() { // four digits
			return m[0]
		}
	}
	return planMark.FindString(text)
}
