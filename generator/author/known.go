package author

import (
	"maps"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// facts are what is known of an entry before a person fills it in.
type facts struct {
	known  map[string]string // by path
	likely map[string]string // to be confirmed, by path
	needed []string          // paths of fields that content asks for

	overrides map[string][]string // lines in place of the examples of fields, by path
}

// settle makes facts of what r knows: words become the slugs and the names that
// fields take.
func settle(lib *content.Library, r Request) (facts, error) {
	f := facts{
		known:  map[string]string{"draft": "true", "published": r.Today.String()},
		likely: r.Draft.guesses(r.Kind),

		overrides: r.Draft.overrides(),
	}
	for _, path := range slices.Sorted(maps.Keys(r.Known)) {
		if r.Known[path] == "" {
			continue
		}
		value, err := Resolve(lib, r.Kind, path, r.Known[path])
		if err != nil {
			return f, err
		}
		f.known[path] = value
		delete(f.likely, path)
	}
	return f, f.complete(lib, r)
}

// Resolve is the value that text stands for in a field of the kind: 苏州 for the
// field city is suzhou. Every error is a *Refusal.
func Resolve(lib *content.Library, k content.Kind, path, text string) (string, error) {
	name, _, _ := strings.Cut(path, ".")
	if !has(k, name) {
		return "", &Refusal{
			diag.Text{Zh: "这一类条目没有 " + name + " 这个字段", En: "this kind has no field " + name},
			diag.Text{Zh: "去掉它", En: "leave it out"},
		}
	}
	if path == "city" {
		return cityOf(lib, text)
	}
	for _, c := range Choices(k) {
		if c.Name == path {
			return c.pick(text)
		}
	}
	return text, nil
}

// has reports whether entries of the kind have the field.
func has(k content.Kind, name string) bool {
	_, ok := strictyaml.Schema(typeOf(k)).Properties[name]
	return ok
}

// cityOf is the slug of the city that text names.
func cityOf(lib *content.Library, text string) (string, error) {
	var names []string
	for _, c := range lib.Vocab.Words("cities") {
		own := append([]string{c.Slug, c.Zh, strings.TrimSuffix(c.Zh, "市"), c.Zh + "市", c.En}, c.Aliases...)
		if slices.ContainsFunc(own, func(n string) bool { return strings.EqualFold(n, text) }) {
			return c.Slug, nil
		}
		names = append(names, c.Slug+"（"+c.Zh+"）")
	}
	return "", &Refusal{
		diag.Text{Zh: "词表里没有城市“" + text + "”", En: "the vocabulary has no city " + text},
		diag.Text{Zh: "可以写：" + strings.Join(names, "、"), En: "choose from " + strings.Join(names, ", ")},
	}
}

// complete adds what content asks for besides the fields that are required
// everywhere, and refuses a city where none belongs.
func (f *facts) complete(lib *content.Library, r Request) error {
	if r.Kind.Name != "page" {
		f.needed = append(f.needed, "sources")
	}
	switch r.Kind.Name {
	case "community":
		f.needed = append(f.needed, "city")
	case "event":
		f.needed = append(f.needed, "starts_on")
	case "policy":
		return f.completePolicy(exampleCity(lib, r.Draft))
	}
	return nil
}

// exampleCity is a city that the text names, or else any, "" for none.
func exampleCity(lib *content.Library, d *Draft) string {
	if d != nil && len(d.Cities) > 0 {
		return d.Cities[0]
	}
	for _, c := range lib.Vocab.Words("cities") {
		return c.Slug
	}
	return ""
}

// completePolicy settles level and city, which go together: most policies are
// those of a city.
func (f *facts) completePolicy(example string) error {
	level, city := f.known["level"], f.known["city"]
	above := level == "national" || level == "provincial"
	switch {
	case above && city != "":
		return &Refusal{
			diag.Text{Zh: "国家级和省级的政策不写城市", En: "a national or provincial policy has no city"},
			diag.Text{Zh: "去掉城市；是一个市的政策，级别写 municipal（市级）", En: "leave out the city, or give the level municipal"},
		}
	case level == "" && city != "":
		f.likely["level"] = "municipal"
	case level == "" && example != "":
		f.likely["level"], f.likely["city"] = "municipal", example
		f.override("city", "city: "+example+"  # "+content.Placeholder+"换成发文的城市；国家级、省级的政策，删去这一行，级别也改")
	case above:
		delete(f.likely, "city")
	case level != "":
		f.needed = append(f.needed, "city")
	}
	if f.known["basis"] == "" {
		f.likely["basis"] = "news_report" // the safe one: such a policy is never shown as in force
	}
	return nil
}

func (f *facts) override(path string, lines ...string) {
	if f.overrides == nil {
		f.overrides = map[string][]string{}
	}
	f.overrides[path] = lines
}
