package data

import (
	"encoding/json"
	"reflect"
	"testing"

	"anju/generator/content"
)

// TestTranslationsLaidOver: whoever lays the texts of a translation over an
// entry or a home has what stands on its page in that language.
func TestTranslationsLaidOver(t *testing.T) {
	for name, dir := range sources {
		s, told := load(t, dir), 0
		for _, e := range s.Library.Entries {
			local, ok := s.Library.In(e, english)
			if !ok {
				if doc := plain(t, s.entry(e)); doc["translations"] != nil {
					t.Errorf("%s: %s is not translated, and told is %v", name, e.Common().Ref(), doc["translations"])
				}
				continue
			}
			told += sameTexts(t, s.entry(e), s.entryIn(local).fields())
			if c, ok := e.(*content.Community); ok {
				for i := range c.Homes {
					home := func(e content.Entry) sides { return s.home(e.(*content.Community), i) }
					told += sameTexts(t, s.inAll(e, home), home(local).fields())
				}
			}
		}
		if told < 20 {
			t.Errorf("%s: only %d translations are told", name, told)
		}
	}
}

// sameTexts compares an object with its English texts laid over it with the
// English one, and returns how many translations it told of.
func sameTexts(t *testing.T, own, in object) int {
	t.Helper()
	doc, want := plain(t, own), plain(t, in)
	told, _ := doc["translations"].(map[string]any)
	got := doc
	if texts, ok := told[english].(map[string]any); ok {
		got = laid(doc, texts).(map[string]any)
	}
	for _, name := range []string{"translations", "url", "languages"} { // the same for all languages
		delete(got, name)
		delete(want, name)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v: %v\nwant %v", doc["ref"], got, want)
	}
	return len(told)
}

// laid is own with what texts say otherwise.
func laid(own, texts any) any {
	switch texts := texts.(type) {
	case map[string]any:
		own, ok := own.(map[string]any)
		if !ok {
			return texts
		}
		for name, v := range texts {
			own[name] = laid(own[name], v)
		}
		return own
	case []any:
		list, ok := own.([]any)
		if !ok || len(list) != len(texts) {
			return texts
		}
		for i := range texts {
			list[i] = laid(list[i], texts[i])
		}
		return list
	}
	return texts
}

// plain is an object as JSON has it.
func plain(t *testing.T, o object) (doc map[string]any) {
	t.Helper()
	if err := json.Unmarshal(encode(o), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestTexts: an item without a text of its own keeps its place, and what a
// translation does not say is left out.
func TestTexts(t *testing.T) {
	own := content.Community{
		Head:  content.Head{Title: "甲", Summary: "乙", Sources: []content.Source{{Title: "一", Publisher: "报"}, {Title: "二"}}},
		Homes: []content.Home{{ID: "a", Title: "大", Features: []string{"床", "TV"}, Rent: &content.Money{Text: "面议"}}},
	}
	in := own
	in.Title = "A"
	in.Sources = []content.Source{{Title: "一", Publisher: "报"}, {Title: "Two"}}
	in.Homes = []content.Home{{ID: "a", Title: "大", Features: []string{"bed", "TV"}, Rent: &content.Money{Text: "ask"}}}
	got := string(encode(sides{in}.texts(sides{own})))
	if want := `{"title":"A","sources":[{},{"title":"Two"}],"homes":[{"rent":{"text":"ask"},"features":["bed","TV"]}]}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
