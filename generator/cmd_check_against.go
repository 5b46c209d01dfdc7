package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"anju/generator/build"
	"anju/generator/diag"
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
// asked for, and on GitHub to the summary of the job.
func (c checkCmd) tellImpact(e *env, r *impact.Report) error {
	if r == nil {
		return nil
	}
	var err error
	summary := os.Getenv("GITHUB_STEP_SUMMARY")
	switch {
	case c.Report == "-":
		return r.Markdown(e.out, e.Lang)
	case c.Format == "text" && !e.Quiet:
		err = r.Text(e.out, e.Lang)
	case c.Format == "github" && summary != "":
		err = writeReport(summary, os.O_APPEND, r, e.Lang)
	}
	if c.Report != "" {
		err = errors.Join(err, writeReport(c.Report, os.O_TRUNC, r, e.Lang))
	}
	return err
}

// writeReport writes the report as Markdown to a file, behind what is there or
// in its stead.
func writeReport(name string, how int, r *impact.Report, lang string) error {
	var text bytes.Buffer
	if err := r.Markdown(&text, lang); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|how, 0o644)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	_, err = io.Copy(f, &text)
	return errors.Join(err, f.Close())
}

// pastTrouble says why git cannot tell of the past, and what to do; "" for any
// other error.
func pastTrouble(err error) (what, remedy diag.Text) {
	switch {
	case errors.Is(err, history.ErrNoGit):
		return diag.Text{Zh: "这台电脑没有装 git，看不到以前的内容和改动的日期", En: "git is not installed: earlier versions and last changes cannot be seen"},
			diag.Text{Zh: "装上 git 再试", En: "install git and try again"}
	case errors.Is(err, history.ErrNotTracked):
		return diag.Text{Zh: "这个文件夹没有用 git 保存历史，看不到以前的内容和改动的日期", En: "the folder is in no git repository: earlier versions and last changes cannot be seen"},
			diag.Text{Zh: "用 git clone 得到的文件夹里才有历史", En: "run this in a folder that git clone has made"}
	case errors.Is(err, history.ErrUntrusted):
		return diag.Text{Zh: "git 不读这个文件夹的历史：它属于别的用户", En: "git does not read the history of this folder: it belongs to another user"},
			diag.Text{Zh: "确认它可信以后，运行 git config --global --add safe.directory 文件夹的完整路径", En: "if you trust it, run git config --global --add safe.directory FULL-PATH"}
	case errors.Is(err, history.ErrUnknownRevision):
		return diag.Text{Zh: "没有这个版本：" + detail(err), En: err.Error()},
			diag.Text{Zh: "写分支、标签或提交的名字，例如 main、HEAD~1；git log --oneline 列出有哪些", En: "name a branch, a tag or a commit, like main or HEAD~1; git log --oneline lists them"}
	case errors.Is(err, history.ErrNotFetched):
		return diag.Text{Zh: "这份克隆不全，里面没有要比较的版本：" + detail(err), En: "the clone is not complete: " + err.Error()},
			diag.Text{Zh: "运行 git fetch --unshallow；在流水线里，检出时写 fetch-depth: 0", En: "run git fetch --unshallow; in a pipeline, check out with fetch-depth: 0"}
	}
	return diag.Text{}, diag.Text{}
}

// detail is what an error says behind its kind.
func detail(err error) string {
	_, rest, _ := strings.Cut(err.Error(), ": ")
	return rest
}
