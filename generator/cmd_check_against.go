package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

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
	tree, err := repo.Tree(e.ctx, c.Against)
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
	report, list := impact.Compare(c.Against, old, now, o.Now)
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
