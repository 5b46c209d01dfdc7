package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"anju/generator/author"
	"anju/generator/content"
	"anju/generator/strictyaml"
)

type fmtCmd struct {
	Check bool     `help:"什么也不改，只说哪些文件要整理；有就算不通过" en:"Change nothing; tell which files would change, and fail if there are any."`
	Files []string `arg:"" optional:"" help:"文件或文件夹（不写就是全部内容）" en:"Files or folders (default: all of content)."`
}

// Run puts the fields of entries and vocabularies into the order of the schema.
// What cannot be arranged is told and stays as it is.
func (c fmtCmd) Run(e *env) error {
	source, done, err := e.site()
	if err != nil {
		return err
	}
	changed, err := c.all(e, source)
	if err == nil {
		c.summary(e, changed)
		if c.Check && changed > 0 {
			err = findingsError{exitFindings}
		}
	}
	return errors.Join(err, done())
}

func (c fmtCmd) all(e *env, source fs.FS) (changed int, err error) {
	places := []string{content.Root}
	for i, name := range c.Files {
		place, ok := e.within(name)
		if !ok {
			return changed, usage(name+" 不在网站的文件夹里", name+" is not in the folder of the site")
		}
		places = append(places[:i], place)
	}
	for _, place := range places {
		err := fs.WalkDir(source, place, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			did, err := c.one(e, source, name, name == place)
			if did {
				changed++
			}
			return err
		})
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}

// within is a path as typed, from the source folder.
func (e *env) within(name string) (string, bool) {
	root, err := filepath.Abs(e.Source)
	if err != nil {
		return name, false
	}
	if !filepath.IsAbs(name) { // from where the command runs, or else from the source folder
		if here, err := filepath.Abs(name); err == nil {
			if _, err := os.Lstat(here); err == nil {
				name = here
			}
		}
	}
	if filepath.IsAbs(name) {
		rel, err := filepath.Rel(root, name)
		if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return name, false
		}
		name = rel
	}
	return path.Clean(filepath.ToSlash(name)), true
}

// one arranges a file; named says that it was asked for by name.
func (c fmtCmd) one(e *env, source fs.FS, name string, named bool) (changed bool, err error) {
	text, err := fs.ReadFile(source, name)
	if err != nil {
		return false, err
	}
	arranged, err := author.Canonical(name, text)
	changed = string(arranged) != string(text)
	if changed && !c.Check {
		err = exchange(filepath.Join(e.Source, filepath.FromSlash(name)), text, arranged)
	}
	if why := formReason(e, err); why != "" {
		if named || !errors.Is(err, author.ErrNoEntry) {
			fmt.Fprintf(e.errout, "%s: %s\n", name, why)
		}
		return false, nil
	}
	if err != nil || !changed {
		return false, err
	}
	if !e.Quiet {
		fmt.Fprintln(e.out, name)
	}
	return true, nil
}

// formReason says why a file keeps its form.
func formReason(e *env, err error) string {
	switch {
	case errors.Is(err, author.ErrNoEntry):
		return e.say("不是条目，也不是词表，没有动", "neither an entry nor a vocabulary; left as it is")
	case errors.Is(err, strictyaml.ErrBroken):
		return e.say("设置部分有错误，没有动；先运行 check，改好再来", "its fields have errors; left as it is; run check and mend them first")
	case errors.Is(err, strictyaml.ErrAlias):
		return e.say("用了 & 和 *，次序不能换，没有动", "it uses & and *, whose order matters; left as it is")
	case errors.Is(err, errChanged):
		return e.say("刚才被别的程序改了，没有动；再运行一次 fmt", "it has just been changed; left as it is; run fmt again")
	}
	return ""
}

func (c fmtCmd) summary(e *env, changed int) {
	switch {
	case e.Quiet:
	case changed == 0:
		fmt.Fprintln(e.out, e.say("都整齐，没有要改的", "all in order, nothing to change"))
	case c.Check:
		fmt.Fprintf(e.out, e.say("%d 个文件要整理：运行 fmt\n", "%d files to arrange: run fmt\n"), changed)
	default:
		fmt.Fprintf(e.out, e.say("整理了 %d 个文件：只动了次序和行尾的空白，内容没有变\n", "%d files arranged: the order of fields and blanks at the ends of lines, nothing else\n"), changed)
	}
}
