package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"anju/generator/build"
	"anju/generator/hanzi"
	"anju/generator/history"
	"anju/generator/impact"
)

// compare tells what the source does to readers against a revision. Its
// findings join those of the check.
func (c checkCmd) compare(e *env, o build.Options, found *checked) (err error) {
	repo, err := history.Open(e.ctx, e.Source, hanzi.Compose)
	if err != nil {
		return err
	}
	tree, err := repo.Tree(e.ctx, *c.Against)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tree.Close()) }()
	before := o
	before.Source = tree
	old, err := impact.Read(before)
	if err != nil {
		return err
	}
	now, err := versionOf(o, found.planned)
	if err != nil {
		return err
	}
	report, list := impact.Compare(*c.Against, old, now, o.Now)
	found.impact, found.list = &report, append(found.list, list...)
	return askBoth(e, o, &report, old, now)
}

// versionOf is what has been planned, or what could be read where that failed.
func versionOf(o build.Options, p *build.Planned) (impact.Version, error) {
	if p == nil {
		return impact.Read(o)
	}
	return impact.Planned(p, o.Source), nil
}

// askBoth asks both versions for the phrases that the source lists.
func askBoth(e *env, o build.Options, r *impact.Report, old, now impact.Version) (err error) {
	text, err := fs.ReadFile(o.Source, impact.PhraseFile)
	if errors.Is(err, fs.ErrNotExist) || old.Site == nil || now.Site == nil {
		return nil
	}
	if err != nil {
		return err
	}
	before, done, err := indexOf(old.Planned)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	after, done2, err := indexOf(now.Planned)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done2()) }()
	return r.Ask(e.ctx, impact.Phrases(text), before, after, o.Now)
}

// tellImpact prints the report: as text, or as Markdown to the file that was
// asked for.
func (c checkCmd) tellImpact(e *env, r *impact.Report) error {
	if r == nil {
		return nil
	}
	if c.Report == "-" {
		return r.Markdown(e.out, e.Lang)
	}
	var err error
	if c.Format == "text" && !e.Quiet {
		err = r.Text(e.out, e.Lang)
	}
	if c.Report != "" {
		err = errors.Join(err, writeReport(c.Report, r, e.Lang))
	}
	return err
}

// reportable is the error of a report that would stand among what the site is
// made from, or take the place of a file that is none.
func reportable(source, name string) error {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		text, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read the report of before: %w", err)
		}
		if len(bytes.TrimSpace(text)) > 0 && !impact.IsReport(text) {
			return mistake(fmt.Sprintf("%s 里已经有别的内容，写进去就没有了", name), fmt.Sprintf("%s holds something else, which would be lost", name),
				"--report 后面换一个文件名，例如 review.md", "give --report another name, like review.md")
		}
	}
	for _, folder := range []string{"content", "themes"} {
		if standsIn(filepath.Join(source, folder), name) {
			return mistake(fmt.Sprintf("%s 在 %s 文件夹里，会被当成网站的内容", name, folder), fmt.Sprintf("%s is in the folder %s, as a part of the site", name, folder),
				"--report 后面换一个地方，例如 review.md", "give --report another place, like review.md")
		}
	}
	return nil
}

// standsIn reports whether a file would stand in folder, or below it.
func standsIn(folder, name string) bool {
	at, err := filepath.EvalSymlinks(filepath.Dir(name))
	root, err2 := filepath.EvalSymlinks(folder)
	if err != nil || err2 != nil {
		return false // one of them is not there
	}
	at, err = filepath.Abs(at)
	root, err2 = filepath.Abs(root)
	if err != nil || err2 != nil {
		return false
	}
	rest, err := filepath.Rel(root, at)
	return err == nil && filepath.IsLocal(rest)
}

// writeReport writes the report as Markdown to a file.
func writeReport(name string, r *impact.Report, lang string) error {
	var text bytes.Buffer
	if err := r.Markdown(&text, lang); err != nil {
		return err
	}
	if _, err := replace(name, text.Bytes()); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}
