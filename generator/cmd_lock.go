package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/lock"
)

type lockCmd struct {
	Forget bool `help:"登记过、现在没有了的也从登记里删去：指向它的链接会打不开" en:"Also drop what is recorded and no longer there: links to it will miss."`
}

// Run brings the record of what has been published up to date. With findings
// of the record it writes nothing, unless it is told to forget.
func (c lockCmd) Run(e *env) error {
	o, done, err := e.options()
	if err != nil {
		return err
	}
	o.Drafts, o.Unrecorded = false, true
	planned, list, err := build.Plan(o)
	if errors.Is(err, build.ErrFindings) {
		return errors.Join(findings(list), e.told(o, list), done())
	}
	if err == nil {
		err = c.record(e, o, planned)
	}
	return errors.Join(err, done())
}

func (c lockCmd) record(e *env, o build.Options, p *build.Planned) error {
	name := filepath.Join(e.Source, filepath.FromSlash(lock.File))
	was, err := held(name)
	if err != nil {
		return err
	}
	old, list, err := build.Record(o.Source)
	if err != nil {
		return err
	}
	published := build.Published(p)
	for _, f := range old.Check(published) {
		if f.Severity == diag.Error && !c.Forget {
			list = append(list, f)
		}
	}
	if list.HasErrors() {
		return errors.Join(findings(list), e.told(o, list))
	}
	text := old.Next(published, c.Forget).Bytes()
	changed := !bytes.Equal(was, text)
	if changed {
		err = exchange(name, was, text)
	}
	if err == nil && !e.Quiet {
		c.say(e, bytes.Count(text, []byte("\n")), changed)
	}
	return err
}

func (lockCmd) say(e *env, lines int, changed bool) {
	if !changed {
		fmt.Fprintf(e.out, e.say("%s 没有变：%d 行\n", "%s is up to date: %d lines\n"), lock.File, lines)
		return
	}
	fmt.Fprintf(e.out, e.say("已登记到 %s：%d 行；请和内容一起提交\n", "recorded in %s: %d lines; commit it with the content\n"), lock.File, lines)
}
