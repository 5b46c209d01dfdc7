package diag

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample is a list in no order, with every shape that a place can have.
func sample() List {
	unknown := New("yaml/unknown-field", "没有“%s”这个字段", "there is no field %q")
	stale := New("content/stale", "译文比原文旧 100%%", "the translation is 100%% older")
	return List{
		stale.Warn(Pos{File: "content/b.md", Line: 2}),
		unknown.At(Pos{File: "content/a.md", Line: 3, Col: 1, Len: 5}, "titel").Hinted(DidYouMean("titel", []string{"title"})),
		unknown.At(Pos{File: "content/a.md", Line: 2, Col: 4, Len: 2}, "编号"),
		unknown.At(Pos{File: "content/a,b:c.md"}, "x\n\x1b[31m"),
		unknown.At(Pos{File: "content/d\x1b[2K\u202edm.md", Line: 1}, "\u009b2J\u2066").Hinted(Text{"\u202e删", "\u202edelete"}),
	}
}

func read(file string) []byte {
	if file == "content/a.md" {
		return []byte("\ufeff---\r\n- {编号: x}\r\ntitel: 安居\r\n")
	}
	return nil
}

func TestPrinter(t *testing.T) {
	zh, en := Printer{Lang: "zh-Hans", Source: read}, Printer{Lang: "en", Source: read}
	tests := []struct {
		name  string
		write func(io.Writer, List) error
	}{
		{"text.zh", zh.Text},
		{"text.en", en.Text},
		{"text.color", Printer{Lang: "en", Source: read, Color: true}.Text},
		{"json", zh.JSON},
		{"github", en.GitHub},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			if err := tt.write(&got, sample()); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", tt.name)
			if *update {
				if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// What a file is called must not draw on the terminal of whoever reads a log.
func TestPrinterDrawsNothing(t *testing.T) {
	p := Printer{Lang: "en", Source: read}
	for name, write := range map[string]func(io.Writer, List) error{"text": p.Text, "json": p.JSON, "github": p.GitHub} {
		var got strings.Builder
		if err := write(&got, sample()); err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexFunc(got.String(), func(r rune) bool { return r != '\n' && isUnseen(r) }); i >= 0 {
			t.Errorf("%s: %q", name, got.String()[i:])
		}
	}
}

func TestTextOfNothing(t *testing.T) {
	var got strings.Builder
	if err := (Printer{}).Text(&got, nil); err != nil || got.Len() > 0 {
		t.Errorf("got %q, %v", got.String(), err)
	}
}

func TestSummary(t *testing.T) {
	one := New("a/b", "", "").At(Pos{})
	if got, want := (Printer{Lang: "en"}).summary(List{one}), "1 error, 0 warnings"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	one.Severity = Warning
	if got, want := (Printer{}).summary(List{one, one}), "0 个错误，2 个警告"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrinterKeepsTheOrderOfTheList(t *testing.T) {
	l := sample()
	if err := (Printer{}).Text(io.Discard, l); err != nil {
		t.Fatal(err)
	}
	if l[0].Code != "content/stale" {
		t.Error("printing sorted the caller's list")
	}
}

func TestPrinterTellsFailure(t *testing.T) {
	for name, write := range map[string]func(io.Writer, List) error{
		"text": Printer{}.Text, "json": Printer{}.JSON, "github": Printer{}.GitHub,
	} {
		if err := write(full{}, sample()); !errors.Is(err, errFull) {
			t.Errorf("%s: got %v, want %v", name, err, errFull)
		}
	}
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
