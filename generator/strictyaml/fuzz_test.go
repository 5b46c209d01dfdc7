package strictyaml

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever the text, nothing panics, every finding has a place inside it, and
// what is broken is said to be.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		const firstLine = 3
		doc, found := Parse("a.yaml", src, firstLine)
		if doc.broken && !found.HasErrors() {
			t.Fatal("a document that cannot be read, and no error")
		}
		found = append(found, doc.Decode(new(entry))...)
		found = append(found, doc.DecodeTranslation(new(entry))...)
		lines := strings.Split(strings.TrimPrefix(string(src), byteOrderMark), "\n")
		for _, d := range found {
			n := d.Line - firstLine
			if n < 0 || n >= len(lines) {
				t.Fatalf("line %d of %d: %+v", n+1, len(lines), d)
			}
			if size := len([]rune(lines[n])); d.Col < 0 || d.Len < 0 || d.Col > 0 && d.Col+d.Len > size+2 || d.Col > size+1 {
				t.Fatalf("outside a line of %d: %+v", size, d)
			}
		}
	})
}
