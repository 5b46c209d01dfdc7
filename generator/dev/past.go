package dev

import (
	"errors"

	"anju/generator/diag"
	"anju/generator/history"
)

// untold says why git tells nothing of last changes; it is empty where it does.
func untold(err error) diag.Text {
	switch {
	case err == nil:
		return diag.Text{}
	case errors.Is(err, history.ErrNoGit):
		return diag.Text{Zh: "这台电脑没有装 git，看不到上次改动。", En: "git is not installed: last changes are not known."}
	case errors.Is(err, history.ErrNotTracked):
		return diag.Text{Zh: "这个文件夹没有用 git 管理，看不到上次改动。", En: "The folder is not in a git repository: last changes are not known."}
	case errors.Is(err, history.ErrUntrusted):
		return diag.Text{Zh: "这个文件夹在 git 里属于另一个用户，git 不让看上次改动。", En: "The repository belongs to another user: git does not tell last changes."}
	}
	return diag.Text{Zh: "git 没能说出上次改动：" + err.Error(), En: "Last changes are not known: " + err.Error()}
}
