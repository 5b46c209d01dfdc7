package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
	"anju/generator/validity"
)

// Findings about a single entry. References between entries are in link.go.
var (
	codeTerm      = diag.New("content/unknown-term", "词表 %s 里没有 %q", "the vocabulary %s has no %q")
	codeMissing   = diag.New("content/missing-field", "缺少“%s”（%s）", "“%s” (%s) is missing")
	codeStated    = diag.New("content/unknown-but-stated", "unknown 里写了 %s，却又填了它", "unknown names %s, which is filled in")
	codeUnknown   = diag.New("content/not-a-required-field", "unknown 里不能写 %q", "unknown cannot name %q")
	codeNoSource  = diag.New("content/no-source", "没有写来源", "there is no source")
	codeSourceNo  = diag.New("content/source-number", "没有第 %d 个来源，这里一共 %d 个", "there is no source %d; there are %d")
	codeSourceURL = diag.New("content/source-url", "来源缺少网址", "the source has no address")
	codeFigure    = diag.New("content/figure-value", "数字没有写数值", "the figure has no value")
	codeBackwards = diag.New("content/backwards", "%s 早于 %s", "%s is before %s")
	codeRange     = diag.New("content/range", "下限 %v 大于上限 %v", "the lower end %v is above the upper end %v")
	codeMoney     = diag.New("content/money", "金额没有写数", "the amount has no number")
	codeNeedsCity = diag.New("content/needs-city", "这一级的政策要写 city", "a policy of this level needs a city")
	codeNoCity    = diag.New("content/city-above", "国家级和省级的政策不写 city", "a national or provincial policy has no city")
	codeNoBody    = diag.New("content/no-body", "指南要有正文", "a guide needs a text")
	codeStart     = diag.New("content/event-start", "活动要写 starts_on 或 starts_at，只写一个", "an event needs either starts_on or starts_at")
	codeVacancies = diag.New("content/vacancies", "空房 %d 套，多于总数 %d 套", "%d vacancies of %d in all")
	codeSameItem  = diag.New("content/same-item", "%s 里有两个 id 是 %q", "%s has two items with the id %q")
)

var (
	hintSource    = diag.Text{Zh: "加上 sources:，每条写 title、publisher、url", En: "add sources:, each with title, publisher and url"}
	hintSourceURL = diag.Text{Zh: "写上 url:；印刷品没有网址的，写 kind: print", En: "add url:, or kind: print for what has no address"}
	hintUnknown   = diag.Text{Zh: "来源没有写的，把字段名写进 unknown，例如 unknown: [%s]", En: "if the source does not say, name the field in unknown, like unknown: [%s]"}
	hintFigure    = diag.Text{Zh: "写 value: 数；“200多名”写 min: 200 和 approx: true", En: "write value: NUMBER; for “more than 200” min: 200 and approx: true"}
	hintMoney     = diag.Text{Zh: "写 amount: 元数；“最高5000元”写 max: 5000；“1000至3000元”写 min 和 max", En: "write amount: in yuan; for “up to 5000” max: 5000; for a range min and max"}
)

// terms holds the words of each vocabulary by its name in vocab tags.
type terms map[string][]Term

func newTerms(v *vocabularies) terms {
	t := terms{
		"audiences": v.Audiences, "benefits": v.Benefits, "amenities": v.Amenities,
		"facilities": v.Facilities, "degrees": v.Degrees, "industries": v.Industries, "tags": v.Tags,
	}
	for _, c := range v.Cities {
		t["cities"] = append(t["cities"], c.Term)
	}
	for _, o := range v.Operators {
		t["operators"] = append(t["operators"], o.Term)
	}
	for _, o := range v.Brands {
		t["brands"] = append(t["brands"], o.Term)
	}
	return t
}

// checkVocab checks the vocabularies themselves.
func (t terms) checkVocab(v *vocabularies) (list diag.List) {
	for _, f := range v.files {
		if f.doc == nil {
			continue
		}
		list = append(list, t.checkTerms(f.into, f.doc)...)
		list = append(list, sameSlugs(f, t[f.name])...)
		list = append(list, datesAndNumbers(f.into, f.doc)...)
	}
	return list
}

func sameSlugs(f *vocabFile, words []Term) (list diag.List) {
	seen := map[string]bool{}
	for i, w := range words {
		if seen[w.Slug] {
			list = append(list, codeSameSlug.At(f.doc.At(i, "slug"), w.Slug))
		}
		seen[w.Slug] = true
	}
	return list
}

// checkTerms tells words in v that their vocabulary does not hold.
func (t terms) checkTerms(v any, doc *strictyaml.Doc) (list diag.List) {
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, word string) {
		vocab := tag.Get("vocab")
		if vocab == "" || slices.ContainsFunc(t[vocab], func(w Term) bool { return w.Slug == word }) {
			return
		}
		list = append(list, codeTerm.At(doc.At(path...), vocabPath(vocab), word).Hinted(t.suggest(vocab, word)))
	})
	return list
}

// suggest finds the slug that was meant: by a Chinese or English name, or as
// the nearest spelling.
func (t terms) suggest(vocab, word string) diag.Text {
	var slugs []string
	for _, w := range t[vocab] {
		if word == w.Zh || strings.EqualFold(word, w.En) || slices.Contains(w.Aliases, word) {
			return diag.Text{Zh: "这里写编号：" + w.Slug, En: "write the slug: " + w.Slug}
		}
		slugs = append(slugs, w.Slug)
	}
	if hint := diag.DidYouMean(word, slugs); hint != (diag.Text{}) {
		return hint
	}
	return diag.Text{
		Zh: "可以写的有：" + strings.Join(slugs, "、") + "；要加新词，写进词表",
		En: "it holds: " + strings.Join(slugs, ", ") + "; add a new word to the vocabulary",
	}
}

// check finds what is wrong in one entry by itself.
func (t terms) check(l loaded) diag.List {
	h, doc := l.entry.Common(), l.doc
	list := t.checkTerms(l.entry, doc)
	list = append(list, checkUnknown(l.entry, h.Unknown, doc)...)
	list = append(list, checkSources(h, doc)...)
	list = append(list, datesAndNumbers(l.entry, doc)...)
	list = append(list, sourceNumbers(l.entry, len(h.Sources), doc)...)
	list = append(list, checkKind(l.entry, doc)...)
	return append(list, before(doc.At("review_by"), "reviewed_on", h.ReviewedOn, "review_by", h.ReviewBy)...)
}

func checkKind(e Entry, doc *strictyaml.Doc) diag.List {
	switch e := e.(type) {
	case *Community:
		return checkCommunity(e, doc)
	case *Policy:
		return checkPolicy(e, doc)
	case *Guide:
		if strings.TrimSpace(e.Body.Text) == "" {
			return diag.List{codeNoBody.At(doc.At("title"))}
		}
	case *Job:
		return before(doc.At("closes_on"), "posted_on", e.PostedOn, "closes_on", e.ClosesOn)
	case *Event:
		return checkEvent(e, doc)
	}
	return nil
}

// checkUnknown holds the contract of unknown: a field that sources must state
// is either filled in or named there, never both and never neither.
func checkUnknown(v any, unknown []string, doc *strictyaml.Doc) (list diag.List) {
	value := reflect.ValueOf(v).Elem()
	fields := map[string]bool{} // name → is filled in
	for _, f := range reflect.VisibleFields(value.Type()) {
		name := f.Tag.Get("yaml")
		if !slices.Contains(strings.Split(f.Tag.Get("rule"), ","), "stated") {
			continue
		}
		fields[name] = !value.FieldByIndex(f.Index).IsZero()
		if !fields[name] && !slices.Contains(unknown, name) {
			hint := diag.Text{Zh: fmt.Sprintf(hintUnknown.Zh, name), En: fmt.Sprintf(hintUnknown.En, name)}
			list = append(list, codeMissing.At(doc.At(name), diag.Text{Zh: f.Tag.Get("zh"), En: f.Tag.Get("en")}, name).Hinted(hint))
		}
	}
	for i, name := range unknown {
		filled, known := fields[name]
		switch {
		case !known:
			list = append(list, codeUnknown.At(doc.At("unknown", i), name).Hinted(diag.DidYouMean(name, keys(fields))))
		case filled:
			list = append(list, codeStated.At(doc.At("unknown", i), name))
		}
	}
	return list
}

func keys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func checkSources(h *Head, doc *strictyaml.Doc) (list diag.List) {
	if len(h.Sources) == 0 && h.Kind != "page" {
		list = append(list, codeNoSource.At(doc.At("sources")).Hinted(hintSource))
	}
	for i, s := range h.Sources {
		if s.URL == "" && s.Kind != "print" {
			list = append(list, codeSourceURL.At(doc.At("sources", i)).Hinted(hintSourceURL))
		}
	}
	return list
}

func checkCommunity(c *Community, doc *strictyaml.Doc) (list diag.List) {
	if c.City == "" {
		list = append(list, codeMissing.At(doc.At("city"), diag.Text{Zh: "城市", En: "city"}, "city"))
	}
	seen := map[string]bool{}
	for i, home := range c.Homes {
		if seen[home.ID] {
			list = append(list, codeSameItem.At(doc.At("homes", i, "id"), "homes", home.ID))
		}
		seen[home.ID] = true
		list = append(list, checkHome(home, doc, i)...)
	}
	return list
}

func checkHome(h Home, doc *strictyaml.Doc, i int) (list diag.List) {
	if a := h.Availability; a != nil && a.Units != nil && a.Total != nil && *a.Units > *a.Total {
		list = append(list, codeVacancies.At(doc.At("homes", i, "availability", "units"), *a.Units, *a.Total))
	}
	for j, name := range h.Unknown {
		if name == "rent" && h.Rent != nil || name == "area" && h.Area != nil || name == "availability" && h.Availability != nil {
			list = append(list, codeStated.At(doc.At("homes", i, "unknown", j), name))
		}
	}
	return list
}

func checkPolicy(p *Policy, doc *strictyaml.Doc) (list diag.List) {
	switch above := p.Level == "national" || p.Level == "provincial"; {
	case above && p.City != "":
		list = append(list, codeNoCity.At(doc.At("city")))
	case !above && p.Level != "" && p.City == "":
		list = append(list, codeNeedsCity.At(doc.At("level")))
	}
	list = append(list, before(doc.At("effective_to"), "effective_from", p.EffectiveFrom, "effective_to", p.EffectiveTo)...)
	list = append(list, before(doc.At("issued"), "formed_on", p.FormedOn, "issued", p.Issued)...)
	seen := map[string]bool{}
	for i, b := range p.Benefits {
		if seen[b.ID] {
			list = append(list, codeSameItem.At(doc.At("benefits", i, "id"), "benefits", b.ID))
		}
		seen[b.ID] = true
	}
	for i, w := range p.Windows {
		list = append(list, before(doc.At("windows", i, "closes"), "opens", w.Opens, "closes", w.Closes)...)
	}
	return list
}

func checkEvent(e *Event, doc *strictyaml.Doc) (list diag.List) {
	if e.StartsOn.IsZero() == e.StartsAt.IsZero() {
		list = append(list, codeStart.At(doc.At("starts_on")))
	}
	if !e.StartsAt.IsZero() && !e.EndsAt.IsZero() && !e.EndsAt.After(e.StartsAt.Time) {
		list = append(list, codeBackwards.At(doc.At("ends_at"), "ends_at", "starts_at"))
	}
	return append(list, before(doc.At("ends_on"), "starts_on", e.StartsOn, "ends_on", e.EndsOn)...)
}

// before demands that the field last, at at, does not end before the field
// first begins.
func before(at diag.Pos, first string, a validity.Date, last string, b validity.Date) diag.List {
	if a.IsZero() || b.IsZero() || b.After().After(a.First()) {
		return nil
	}
	return diag.List{codeBackwards.At(at, last, first)}
}
