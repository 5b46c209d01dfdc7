package strictyaml_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/strictyaml"
	"anju/generator/validity"
)

// decode fills a T from src, which must be without a finding.
func decode[T any](t *testing.T, src string) T {
	t.Helper()
	var v T
	doc, found := strictyaml.Parse("a.yaml", []byte(src), 1)
	if found = append(found, doc.Decode(&v)...); len(found) > 0 {
		t.Fatalf("findings: %+v", found)
	}
	return v
}

func TestDecodeContent(t *testing.T) {
	policy := decode[content.Policy](t, `
title: 人才租房补贴实施细则
summary: 为来本市就业的青年人才提供租房补贴。
published: 2024-01-02
city: suzhou
level: municipal
basis: official_text
issuer: [市人力资源和社会保障局]
issued: 2023-06-27
replaces: [policy:old]
sources:
  - {title: 实施细则, publisher: 市政府, url: "https://example.org/", kind: official}
benefits:
  - id: rent
    kind: rent-subsidy
    name: 租房补贴
    money: {max: 1000, per: person, period: month}
windows:
  - {opens: 2024-01-01, closes: 2024-03}
x-color: red
`)
	if policy.Replaces[0] != "policy:old" || *policy.Benefits[0].Money.Max != 1000 ||
		policy.Windows[0].Closes != (validity.Date{Year: 2024, Month: 3}) || policy.Extra["x-color"] != "red" {
		t.Errorf("got %+v", policy)
	}
	community := decode[content.Community](t, `
title: 人才社区
summary: 面向青年人才的国际化社区。
published: 2024-01-02
kind: mixed
homes:
  - id: one
    unit_type: studio
    area: {min: 35, max: 45.5}
    unknown: [rent]
`)
	if community.Type != "mixed" || *community.Homes[0].Area.Max != 45.5 {
		t.Errorf("got %+v", community)
	}
	event := decode[content.Event](t, "title: 招聘会\nsummary: 春季大型人才招聘会，现场面试。\npublished: 2024-01-02\nstarts_at: 2026-12-01T14:00+08:00\n")
	if event.StartsAt.Hour() != 14 {
		t.Errorf("starts at %v", event.StartsAt)
	}
}

func TestWalk(t *testing.T) {
	v := content.Policy{
		Head:     content.Head{Title: "补贴", City: "suzhou", Related: []content.Ref{"guide:a"}, ID: "not-decoded"},
		Benefits: []content.Benefit{{Degrees: []string{"master", ""}, Money: &content.Money{Text: "最高"}}},
	}
	want := []string{
		"[title]: 补贴", "[city] vocab cities: suzhou", "[related 0] ref any: guide:a",
		"[benefits 0 money text]: 最高", "[benefits 0 degrees 0] vocab degrees: master",
	}
	var got []string
	strictyaml.Walk(&v, func(path []any, tag reflect.StructTag, value string) {
		line := fmt.Sprint(path)
		for _, key := range []string{"vocab", "ref"} {
			if word := tag.Get(key); word != "" {
				line += " " + key + " " + word
			}
		}
		got = append(got, line+": "+value)
	})
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
