package main

import (
	"fmt"
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
	Force bool `help:"就算会让撤下或删除的页面回来，也换回去" en:"Bring it back even if it revives what was withdrawn or removed since."`
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

type versionCmd struct{}

// Run prints the versions that decide what a release is like.
func (versionCmd) Run(e *env) error {
	_, err := fmt.Fprintf(e.out, "anju %s\n%s\nbleve %s\nmapping %d\n", version(), runtime.Version(), search.BleveVersion(), search.MappingVersion)
	return err
}

// version is the module's version where it was built from one, else devel with
// the commit, as far as the build knows it: devel+abb2b57, devel+abb2b57.modified.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return versionOfBuild(info)
}

func versionOfBuild(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	version := "devel"
	for _, s := range info.Settings { // vcs.revision comes before vcs.modified
		switch {
		case s.Key == "vcs.revision" && s.Value != "":
			version += "+" + s.Value[:min(len(s.Value), 7)]
		case s.Key == "vcs.modified" && s.Value == "true":
			version += ".modified"
		}
	}
	return version
}
