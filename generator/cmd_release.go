package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"anju/generator/publish"
	"anju/generator/search"
	"anju/generator/validity"
)

type verifyCmd struct{}

// Run compares the release with its manifest.
func (verifyCmd) Run(e *env) error {
	m, err := publish.Verify(e.Dir)
	if err == nil && !e.Quiet {
		fmt.Fprintf(e.out, e.say("%s 完好：%d 个文件\n", "%s is whole: %d files\n"), m.Release, len(m.Files))
	}
	return err
}

type rollbackCmd struct {
	Force bool `help:"Bring it back even if it revives what was withdrawn or removed since."`
}

// Run exchanges the live and the previous release.
func (c rollbackCmd) Run(e *env) error {
	m, err := publish.Rollback(e.Dir, c.Force)
	if err == nil && !e.Quiet {
		fmt.Fprintf(e.out, e.say("现在是 %s（%s 生成）；再运行一次会换回来\n", "%s is live (built %s); run it again to go forward\n"),
			m.Release, m.BuiltAt.In(validity.Zone).Format("2006-01-02 15:04"))
	}
	return err
}

type searchCmd struct {
	Query string `arg:"" help:"What to look for."`
}

// Run asks the index of the release.
func (c searchCmd) Run(e *env) error {
	now, err := e.clock()
	if err != nil {
		return err
	}
	release, err := publish.Open(e.Dir)
	if err != nil {
		return err
	}
	s, err := search.Open(filepath.Join(e.Dir, filepath.FromSlash(publish.IndexPath)))
	if err != nil {
		return errors.Join(err, release.Close())
	}
	q, bad := search.ParseParams(map[string][]string{"q": {c.Query}})
	for _, b := range bad {
		fmt.Fprintln(e.errout, e.say(b.Zh, b.En))
	}
	q.At, q.Lang = now(), e.Lang
	result, err := s.Search(e.ctx, q)
	if err == nil {
		fmt.Fprintf(e.out, e.say("%d 条\n", "%d found\n"), result.Total)
		for _, h := range result.Hits {
			fmt.Fprintf(e.out, "%8.3f  %s  %s  %s\n", h.Score, h.ID, h.Title, h.URL)
		}
	}
	return errors.Join(err, s.Close(), release.Close())
}

type versionCmd struct{}

// Run prints the versions that decide what a release is like.
func (versionCmd) Run(e *env) error {
	_, err := fmt.Fprintf(e.out, "anju %s\n%s\nbleve %s\nmapping %d\n", version(), runtime.Version(), search.BleveVersion(), search.MappingVersion)
	return err
}

// version is the module's version, or the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return info.Main.Version
}
