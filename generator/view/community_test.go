package view

import (
	"reflect"
	"testing"
	"time"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

func provisions() []content.Provision {
	return []content.Provision{
		{Term: content.Term{Slug: "desk", Zh: "创业工位"}, Need: "innovation"},
		{Term: content.Term{Slug: "kitchen", Zh: "共享厨房"}, Need: "living"},
		{Term: content.Term{Slug: "gym", Zh: "健身房"}},
	}
}

// Facilities stand by the need they serve, in the order of the needs.
func TestFacilitiesByNeed(t *testing.T) {
	v := speaking(t, "zh-Hans")
	v.lib.Vocab.Facilities = provisions()
	for _, test := range []struct {
		name  string
		kinds []string
		want  map[string][]string
		order []string
	}{
		{"none", nil, map[string][]string{}, nil},
		{"no need named", []string{"gym"}, map[string][]string{"": {"健身房"}}, []string{""}},
		{"by need", []string{"gym", "desk", "kitchen"}, map[string][]string{"生活居住": {"共享厨房"}, "创新创业": {"创业工位"}, "其他": {"健身房"}}, []string{"生活居住", "创新创业", "其他"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []content.Facility
			for _, kind := range test.kinds {
				list = append(list, content.Facility{Kind: kind, Status: "existing"})
			}
			got, order := map[string][]string{}, []string(nil)
			for _, group := range v.facilities(list) {
				order = append(order, group.Title)
				for _, item := range group.Items {
					got[group.Title] = append(got[group.Title], item.Name)
				}
			}
			if !reflect.DeepEqual(got, test.want) || !reflect.DeepEqual(order, test.order) {
				t.Errorf("got %v in the order %v, want %v in %v", got, order, test.want, test.order)
			}
		})
	}
}

// What is planned is never shown as done, not even when its time has come.
func TestFacilityToCome(t *testing.T) {
	v := speaking(t, "zh-Hans")
	v.now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	v.lib.Vocab.Facilities = provisions()
	for _, test := range []struct {
		name     string
		facility content.Facility
		want     theme.Item
	}{
		{"existing", content.Facility{Kind: "desk", Count: new(120), Status: "existing"}, theme.Item{Name: "创业工位", Detail: "120个"}},
		{"to be finished", content.Facility{Kind: "gym", Status: "under_construction", Completion: validity.Date{Year: 2026}}, theme.Item{Name: "健身房", State: "在建", Detail: "预计2026年建成"}},
		{"overdue", content.Facility{Kind: "gym", Status: "planned", Completion: validity.Date{Year: 2024}}, theme.Item{Name: "健身房", State: "计划", Detail: "预计2024年建成，是否已经建成，来源没有写"}},
		{"no year", content.Facility{Kind: "gym", Name: "二楼", Status: "planned"}, theme.Item{Name: "二楼", State: "计划", Detail: "健身房"}},
	} {
		if got := v.facility(test.facility); got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
	}
}

// A title comes with who awards it and when, or with the words that no source
// says so; stars come with their scheme.
func TestRecognitions(t *testing.T) {
	v := speaking(t, "zh-Hans")
	got := v.recognitions(&content.Community{
		Stars:        &content.Stars{Value: new(5), Scheme: "《评定办法》", On: validity.Date{Year: 2025}, Source: 2},
		Recognitions: []content.Recognition{{Name: "示范点", Level: "provincial", AwardedBy: "示例厅", Source: 1}, {Name: "样板", Source: 1}},
	})
	want := []theme.Item{
		{Name: "5星级", Detail: "依据《评定办法》，2025年", Source: 2},
		{Name: "示范点", Detail: "省级，示例厅认定，来源没有写时间", Source: 1},
		{Name: "样板", Detail: "来源没有写由谁认定，来源没有写时间", Source: 1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestPilot(t *testing.T) {
	v := speaking(t, "zh-Hans")
	for _, test := range []struct {
		name   string
		policy content.Policy
		want   string
	}{
		{"none", content.Policy{PilotArea: "高新区"}, ""},
		{"somewhere", content.Policy{Pilot: true, PilotArea: "高新区"}, "这是试点政策，试点范围：高新区。"},
	} {
		equal(t, test.name, v.pilot(&test.policy), test.want)
	}
}

// A guide says first that not all of it was done, and of each measure which it is.
func TestMeasures(t *testing.T) {
	v := speaking(t, "zh-Hans")
	guide := &content.Guide{Genre: "practice", Measures: []content.Measure{{Text: "建了三处", StatedAs: "existing", Source: 1}}}
	page := v.guide(guide, theme.Entry{})
	if len(page.Notices) != 0 || page.Measures[0] != (theme.Measure{Text: "建了三处", StatedAs: "现有", Done: true, Source: 1}) {
		t.Errorf("got %+v, notices %v", page.Measures, page.Notices)
	}
	guide.Measures = append(guide.Measures, content.Measure{Text: "再建三处", StatedAs: "intended", Source: 1})
	page = v.guide(guide, theme.Entry{})
	if len(page.Notices) != 1 || page.Measures[1].Done || page.Measures[1].StatedAs != "意向" {
		t.Errorf("got %+v, notices %v", page.Measures, page.Notices)
	}
}
