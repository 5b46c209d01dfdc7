package check

import (
	"context"
	"errors"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/history"
)

// ReadPast asks git for what it knows of the files of a library, which stands in
// the folder dir. The error is one of history.Open where git cannot be asked.
func ReadPast(ctx context.Context, dir string, lib *content.Library, compose func(string) string) (*Past, error) {
	repo, err := history.Open(ctx, dir, compose)
	if err != nil {
		return nil, err
	}
	files := filesOf(lib)
	changes, err := repo.LastChanges(ctx, files)
	if err != nil {
		return nil, err
	}
	uncommitted, err := repo.Uncommitted(ctx, files)
	if err != nil {
		return nil, err
	}
	return &Past{changes, uncommitted}, nil
}

// filesOf are the files of entries and translations.
func filesOf(lib *content.Library) (files []string) {
	for _, e := range lib.Entries {
		files = append(files, e.Common().File)
		if t, ok := lib.In(e, "en"); ok {
			files = append(files, t.Common().File)
		}
	}
	for _, l := range lib.LeftOut {
		files = append(files, l.File)
	}
	return files
}

// PastTrouble says why git cannot tell of the past, and what to do about it. Of
// an error that is none of history's own it says the text, and no remedy; of
// none at all, nothing.
func PastTrouble(err error) (what, remedy diag.Text) {
	switch {
	case err == nil:
		return diag.Text{}, diag.Text{}
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
		return diag.Text{Zh: "这份克隆不全，里面没有要看的历史：" + detail(err), En: "the clone is not complete: " + err.Error()},
			diag.Text{Zh: "运行 git fetch --unshallow；克隆时加了 --filter 的，去掉它重新克隆；在流水线里，检出时写 fetch-depth: 0",
				En: "run git fetch --unshallow, or clone without --filter; in a pipeline, check out with fetch-depth: 0"}
	}
	return diag.Text{Zh: "git 没能说出以前的内容和改动的日期：" + err.Error(), En: "git does not tell earlier versions and last changes: " + err.Error()}, diag.Text{}
}

// detail is what an error says behind its kind.
func detail(err error) string {
	_, rest, _ := strings.Cut(err.Error(), ": ")
	return rest
}
