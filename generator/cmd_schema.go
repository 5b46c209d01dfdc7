package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

type schemaCmd struct {
	Kind string `arg:"" optional:"" help:"哪一类：条目（policy）、词表（cities）或 config；不写就列出有哪些" en:"A kind of entry (policy), a vocabulary (cities), or config; without it, what there is."`
	Out  string `placeholder:"DIR" help:"写到这个文件夹里：全部，或者指定的那一类" en:"Write the schemas of all into a folder, or of the one that is named."`
}

// Run prints the JSON Schema by which an editor's program completes and checks
// the fields of a file.
func (c schemaCmd) Run(e *env) error {
	names := append(content.SchemaNames(), configSchema)
	if c.Kind != "" && !slices.Contains(names, c.Kind) {
		hint := diag.DidYouMean(c.Kind, names)
		return usage("没有叫 "+c.Kind+" 的类别；"+hint.Zh, "there is no kind "+c.Kind+"; "+hint.En)
	}
	schemas := content.FileSchemas()
	schemas[configSchema] = strictyaml.FileSchema(reflect.TypeFor[config.Config]())
	switch {
	case c.Out != "":
		if c.Kind != "" {
			names = []string{c.Kind}
		}
		return c.write(e, names, schemas)
	case c.Kind == "":
		for _, name := range names {
			fmt.Fprintln(e.out, name)
		}
		return nil
	}
	_, err := e.out.Write(schemaText(schemas[c.Kind]))
	return err
}

// configSchema names the schema of config.yaml.
const configSchema = "config"

func schemaText(s *strictyaml.JSONSchema) []byte {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // cannot happen: a schema holds plain values only
	}
	return append(text, '\n')
}

// write is for a site alone: its files name the schemas beside them.
func (c schemaCmd) write(e *env, names []string, schemas map[string]*strictyaml.JSONSchema) error {
	_, done, err := e.site()
	if err != nil {
		return err
	}
	if err := done(); err != nil {
		return err
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	var errs []error
	for _, name := range names {
		_, err := replace(filepath.Join(c.Out, name+".json"), schemaText(schemas[name]))
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if !e.Quiet {
		fmt.Fprintf(e.out, e.say("%d 个字段说明写到了 %s\n", "%d schemas written to %s\n"), len(names), c.Out)
	}
	return nil
}
