package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/strictyaml"
)

// TestSchemasWritten: the schemas beside config.yaml, which editors' programs
// read, are those of the structs.
func TestSchemasWritten(t *testing.T) {
	dir := t.TempDir()
	if code := run(t.Context(), []string{"schema", "-C", "..", "--out", dir, "-q"}, os.Stdout, os.Stderr); code != 0 {
		t.Fatalf("schema exits with %d", code)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(names) < 15 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		base := filepath.Base(name)
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("../.schema", base))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf(".schema/%s is not up to date (go run ./generator schema --out .schema): %v", base, err)
		}
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	text, err := os.ReadFile("../.vscode/settings.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &settings); err != nil {
		t.Fatal(err)
	}
	for schema, of := range settings.Schemas {
		if _, err := os.Stat(filepath.Join("..", schema)); err != nil {
			t.Errorf("the settings of the editor name %s for %s: %v", schema, of, err)
		}
	}
}

// TestEditorsProgram asks the YAML language server, the program behind many
// editors, what it says of the fields of all content by these schemas: nothing;
// and of slips: where they are. It is run by hand, as testdata/tools/README.md
// says.
func TestEditorsProgram(t *testing.T) {
	if os.Getenv("ANJU_YAMLLS") != "1" {
		t.Skip("needs the YAML language server: ANJU_YAMLLS=1, see testdata/tools/README.md")
	}
	dir := t.TempDir()
	if code := run(t.Context(), []string{"schema", "-C", "..", "--out", filepath.Join(dir, "schema"), "-q"}, os.Stdout, os.Stderr); code != 0 {
		t.Fatalf("schema exits with %d", code)
	}
	var files []string
	for site, root := range map[string]string{"real": "..", "demo": "testdata/demo"} {
		files = append(files, fieldsOf(t, os.DirFS(root), filepath.Join(dir, site))...)
	}
	if told := diagnoses(t, files...); told != "" || len(files) < 120 {
		t.Errorf("of %d files it says\n%s", len(files), told)
	}
	slip := filepath.Join(dir, "slip.yaml")
	const text = "# yaml-language-server: $schema=schema/guide.json\ntitel: 指南\nsummary: 虚构的申请步骤，测试用。\npublished: 2026\ngenre: howto\nsources:\n  - title: 来源\n    publisher: 某局\n"
	if err := os.WriteFile(slip, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	told := diagnoses(t, slip)
	for _, want := range []string{`"line":2,"message":"Property titel is not allowed."`, `"line":4,`, `"line":5,"message":"Value is not accepted.`} {
		if !strings.Contains(told, want) {
			t.Errorf("it does not say %s, but\n%s", want, told)
		}
	}
}

// fieldsOf writes the fields of every original and vocabulary of a source as a
// YAML file that names its schema.
func fieldsOf(t *testing.T, source fs.FS, dir string) (files []string) {
	t.Helper()
	err := fs.WalkDir(source, content.Root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		of, translation, ok := content.TypeAt(name)
		if !ok || translation {
			return nil
		}
		text, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		schema := strings.ToLower(of.Name())
		if filepath.Ext(name) == ".md" {
			text, _, _, _, _ = strictyaml.FrontMatter(text)
		} else if schema == "" { // a list of words
			schema = strings.TrimSuffix(filepath.Base(name), ".yaml")
		}
		out := filepath.Join(dir, strings.ReplaceAll(strings.TrimSuffix(name, ".md"), "/", "-")+".yaml")
		files = append(files, out)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		return os.WriteFile(out, append([]byte("# yaml-language-server: $schema=../schema/"+schema+".json\n"), text...), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func diagnoses(t *testing.T, files ...string) string {
	t.Helper()
	cmd := exec.Command("node", append([]string{"diagnose.mjs"}, files...)...)
	cmd.Dir = "testdata/tools/yamlls"
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// TestArranged: what fmt would do to the content of both sites has been done.
func TestArranged(t *testing.T) {
	for _, dir := range []string{"..", "testdata/demo"} {
		if code := run(t.Context(), []string{"fmt", "--check", "-C", dir}, os.Stdout, os.Stderr); code != 0 {
			t.Errorf("fmt --check -C %s exits with %d", dir, code)
		}
	}
}
