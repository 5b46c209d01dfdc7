package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever bytes an entry holds, in either format and as a translation too,
// loading does not panic, and every finding stands inside its file.
func FuzzLoad(f *testing.F) {
	for name, file := range valid(f) {
		if !strings.HasPrefix(name, "content/vocab/") {
			f.Add(file.Data)
		}
	}
	f.Add([]byte("---\ntitle: &a [*a]\nhomes: [{id: x, rent: {}}, ~]\nfigures: [~]\nunknown: [issuer]\n---\n"))
	f.Add([]byte("\ufeff---\r\nissuer: \"\r\nmoved_from: [/]\r\n---\r\n\x00"))
	base := valid(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		fsys := fstest.MapFS{}
		for name, file := range base {
			if strings.HasPrefix(name, "content/vocab/") {
				fsys[name] = file
			}
		}
		for _, k := range Kinds {
			fsys["content/"+k.Folder+"/a.md"] = &fstest.MapFile{Data: text}
			fsys["content/"+k.Folder+"/a.en.md"] = &fstest.MapFile{Data: text}
			fsys["content/"+k.Folder+"/b.yaml"] = &fstest.MapFile{Data: text}
		}
		_, found := Load(fsys, bilingual, Options{Now: now, Jobs: 1})
		inside(t, fsys, found)
	})
}
