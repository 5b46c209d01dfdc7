package search

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.MapOf(rapid.String(), rapid.Make[Text]()).Draw(t, "texts")
		for lang, text := range want { // an empty list is read as none
			if len(text.Sections) == 0 {
				text.Sections = nil
			}
			if len(text.Facts) == 0 {
				text.Facts = nil
			}
			want[lang] = text
		}
		b := appendTexts(nil, want)
		got, err := parseTexts(b)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v became %+v, %v", want, got, err)
		}
		cut := rapid.IntRange(0, len(b)-1).Draw(t, "cut")
		if got, err := parseTexts(b[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are read as %+v", cut, len(b), got)
		}
	})
}

func FuzzTexts(f *testing.F) {
	f.Add(appendTexts(nil, map[string]Text{"en": {URL: "/en/", Title: "a", Facts: []string{"c"}, Sections: []Section{{Text: "b"}}}}))
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		texts, err := parseTexts(b)
		if err != nil {
			return
		}
		again, err := parseTexts(appendTexts(nil, texts))
		if err != nil || !reflect.DeepEqual(again, texts) {
			t.Errorf("%+v became %+v, %v", texts, again, err)
		}
	})
}
