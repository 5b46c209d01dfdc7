package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"anju/generator/build"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/publish"
)

type buildCmd struct{}

// Run builds once.
func (buildCmd) Run(e *env) error {
	if err := e.pinToEpoch(); err != nil {
		return err
	}
	_, err := e.build()
	return err
}

// build publishes the source folder, with progress, findings and what was left
// out.
func (e *env) build() (publish.Manifest, error) {
	o, done, err := e.options()
	if err != nil {
		return publish.Manifest{}, err
	}
	p := newProgress(e)
	o.Report, o.Cache = p.report, pictureCache(o.Dir)
	planned, list, err := build.Plan(o)
	var m publish.Manifest
	if err == nil {
		m, err = build.Publish(e.ctx, o, planned)
		list = append(list, build.Findings(err)...)
	}
	p.end()
	told := e.told(o, list)
	if errors.Is(err, build.ErrFindings) {
		err = findings(list)
	}
	if err == nil && !e.Quiet {
		fmt.Fprintf(e.out, e.say("发布 %s：%d 个文件，%d 条可搜索\n", "published %s: %d files, %d documents\n"), m.Release, len(m.Files), m.Documents)
		e.leftOut(planned.Library.LeftOut)
	}
	return m, errors.Join(err, told, done())
}

// pictureCache is where builds into a release folder keep the copies of
// pictures: beside what publish keeps of the release.
func pictureCache(dir string) string {
	return filepath.Join(filepath.Dir(dir), ".anju", filepath.Base(dir)+".pictures")
}

// told prints findings; those of a quiet run only when they are errors.
func (e *env) told(o build.Options, list diag.List) error {
	if len(list) == 0 || e.Quiet && !list.HasErrors() && !e.Strict {
		return nil
	}
	return e.tell(o.Source, list)
}

// leftOut tells which entries are not published yet, and why.
func (e *env) leftOut(entries []content.LeftOut) {
	for _, l := range entries {
		why := e.say("草稿", "a draft")
		if !l.Draft {
			why = fmt.Sprintf(e.say("%s 才发布", "to be published on %s"), l.From)
		}
		fmt.Fprintf(e.out, e.say("没有放进去：%s（%s）\n", "left out: %s (%s)\n"), l.File, why)
	}
}

// say chooses the language of a message.
func (e *env) say(zh, en string) string { return diag.Text{Zh: zh, En: en}.In(e.Lang) }
