package strictyaml

import (
	"strings"
	"testing"
)

func TestIntegers(t *testing.T) {
	for _, test := range []struct {
		least, most int
		want        string
	}{
		{1, 1, `{"type":"integer","minimum":0,"maximum":9}`},
		{1, 15, `{"type":"integer","minimum":0,"maximum":999999999999999}`},
		{4, 4, `{"type":"integer","minimum":1000,"maximum":9999}`},
	} {
		if got := line(t, integers(test.least, test.most)); got != test.want {
			t.Errorf("numbers of %d to %d digits are %s, want %s", test.least, test.most, got, test.want)
		}
	}
}

// TestLooksLike: which values are taken for texts of so many signs.
func TestLooksLike(t *testing.T) {
	const (
		fraction = `{"type":"number","not":{"type":"integer"}}`
		boolean  = `{"type":"boolean"}`
	)
	for _, test := range []struct {
		name   string
		length *span
		want   []string
	}{
		{"any length", nil, []string{`{"type":"number"}`, boolean}},
		{"one sign has no room for a minus", &span{1, 1}, []string{`{"type":"integer","minimum":0,"maximum":9}`, fraction}},
		{"two signs", &span{1, 2}, []string{
			`{"type":"integer","minimum":0,"maximum":99}`, `{"type":"integer","minimum":-9,"maximum":-1}`, fraction}},
		{"from two signs", &span{2, 3}, []string{
			`{"type":"integer","minimum":10,"maximum":999}`, `{"type":"integer","minimum":-99,"maximum":-1}`, fraction}},
		{"from four signs", &span{4, 60}, []string{
			`{"type":"integer","minimum":1000,"maximum":999999999999999}`, `{"type":"integer","minimum":-99999999999999,"maximum":-100}`, boolean}},
		{"long texts", &span{16, 60}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range looksLike(test.length) {
				got = append(got, line(t, s))
			}
			if a, b := strings.Join(got, "\n"), strings.Join(test.want, "\n"); a != b {
				t.Errorf("they are\n%s\nwant\n%s", a, b)
			}
		})
	}
}
