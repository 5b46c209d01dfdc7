package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"
	"syscall"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/dev"
	"anju/generator/diag"
	"anju/generator/history"
	"anju/generator/publish"
)

// usageError is a mistake in how the command was called.
type usageError struct{ what, remedy diag.Text }

func (e usageError) Error() string { return e.what.En }

func usage(zh, en string) error { return usageError{what: diag.Text{Zh: zh, En: en}} }

// mistake is a usage error with its remedy.
func mistake(zh, en, remedyZh, remedyEn string) error {
	return usageError{diag.Text{Zh: zh, En: en}, diag.Text{Zh: remedyZh, En: remedyEn}}
}

// findingsError says that findings, which have been printed, forbid going on.
type findingsError struct{ code int }

func (findingsError) Error() string { return build.ErrFindings.Error() }
func (findingsError) Unwrap() error { return build.ErrFindings }

// findings is the error for a list that forbids going on: for its errors, or in
// a strict run for its warnings.
func findings(list diag.List) error {
	strict := !list.HasErrors()
	code := exitUsage
	for _, d := range list {
		if (strict || d.Severity == diag.Error) && d.File != config.File && !strings.HasPrefix(d.File, "themes/") {
			code = exitFindings
		}
	}
	return findingsError{code}
}

// code prints an error with its remedy and chooses the exit code.
func (e *env) code(err error) int {
	var found findingsError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &found):
		return found.code
	case e.ctx.Err() != nil:
		fmt.Fprintln(e.errout, e.say("anju: 已中断，原来的网站没有变", "anju: interrupted, the live release is unchanged"))
		return exitInterrupted
	}
	what, remedy, code := explain(err)
	e.complain(what, remedy)
	return code
}

// complain prints what went wrong and, where there is one, the remedy.
func (e *env) complain(what, remedy diag.Text) {
	fmt.Fprintf(e.errout, "anju: %s\n", what.In(e.Lang))
	if hint := remedy.In(e.Lang); hint != "" {
		fmt.Fprintf(e.errout, "      = %s\n", hint)
	}
}

// explain says what went wrong, what to do about it, and with which code to
// exit. What no editor can mend is told as the error tells it.
func explain(err error) (what, remedy diag.Text, code int) {
	var wrong usageError
	var damage *publish.Damage
	var refusal *publish.Refusal
	var taken *dev.Taken
	var network *net.OpError
	var file *fs.PathError
	raw := diag.Text{Zh: err.Error(), En: err.Error()}
	if what, remedy := check.PastTrouble(err); errors.Is(err, history.ErrUnknownRevision) {
		return what, remedy, exitUsage
	} else if remedy.En != "" {
		return what, remedy, exitEnvironment
	}
	switch {
	case errors.As(err, &wrong):
		return wrong.what, wrong.remedy, exitUsage
	case errors.As(err, &refusal): // it may wrap the damage of the previous release
		return refused(refusal), diag.Text{}, exitIntegrity
	case errors.As(err, &damage):
		return damaged(damage), diag.Text{Zh: "运行 build 重新生成", En: "run build to make them anew"}, exitIntegrity
	case errors.Is(err, publish.ErrNone):
		return diag.Text{Zh: "这里还没有生成过网站（" + err.Error() + "）", En: err.Error()},
			diag.Text{Zh: "先运行 build，或者用 --dir 指出网站在哪个文件夹", En: "run build first, or name the folder with --dir"}, exitEnvironment
	case errors.As(err, &taken):
		return diag.Text{Zh: "这个文件夹已经有一个 dev 在运行" + strings.TrimSuffix("："+taken.URL, "："), En: taken.Error()},
			diag.Text{Zh: "在浏览器里打开它就行；要重新开始，先到它的窗口里按 Ctrl+C", En: "open that one; to start anew, end it first with Ctrl+C"}, exitEnvironment
	case errors.As(err, &network):
		what, remedy = noNetwork(network)
		return what, remedy, exitEnvironment
	case errors.Is(err, syscall.ENOSPC):
		return raw, diag.Text{Zh: "磁盘满了，腾出空间再试；原来的网站没有变", En: "the disk is full: make room and try again; the live release is unchanged"}, exitEnvironment
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return raw, diag.Text{Zh: "这里不能写入：换一个文件夹，或者请管理员开放权限", En: "this place cannot be written to: choose another folder, or ask for the permission"}, exitEnvironment
	case errors.As(err, &file) && errors.Is(file, fs.ErrNotExist):
		return diag.Text{Zh: "没有 " + file.Path + " 这个文件或文件夹", En: "there is no file or folder " + file.Path},
			diag.Text{Zh: "检查名字和位置：相对的名字从当前文件夹算起", En: "look at the name, and at the folder that you are in"}, exitEnvironment
	case errors.Is(err, errChanged):
		return diag.Text{Zh: "写入以前文件又被改了，没有动它（" + err.Error() + "）", En: err.Error()},
			diag.Text{Zh: "再运行一次", En: "run the command again"}, exitEnvironment
	case errors.Is(err, publish.ErrBusy):
		return raw, diag.Text{Zh: "另一个生成还没有结束，等它结束再试", En: "wait for the other build to end, then try again"}, exitEnvironment
	}
	return raw, diag.Text{}, exitEnvironment
}

// noNetwork says why an address cannot be listened on.
func noNetwork(err *net.OpError) (what, remedy diag.Text) {
	addr := ""
	if err.Addr != nil {
		addr = err.Addr.String()
	}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return diag.Text{Zh: "端口已被占用：" + addr, En: "the port is taken: " + addr},
			diag.Text{Zh: "也许另一个 anju 正在运行，先结束它；或者换一个，例如 --addr 127.0.0.1:18081", En: "another anju may be running: end it; or choose another port, like --addr 127.0.0.1:18081"}
	case errors.Is(err, fs.ErrPermission):
		return diag.Text{Zh: "没有权限用这个端口：" + addr, En: "no permission to use the port: " + addr},
			diag.Text{Zh: "换一个 1024 以上的，例如 --addr 127.0.0.1:18081", En: "choose one above 1024, like --addr 127.0.0.1:18081"}
	}
	return diag.Text{Zh: "用不了这个地址：" + err.Error(), En: err.Error()},
		diag.Text{Zh: "写成 IP 和端口，例如 --addr 127.0.0.1:18081", En: "write an IP address and a port, like --addr 127.0.0.1:18081"}
}

// damaged names the files of a release that are not those of its manifest.
func damaged(d *publish.Damage) diag.Text {
	var parts []string
	for _, list := range []struct {
		verb  string
		paths []string
	}{{"改动了", d.Changed}, {"缺少", d.Missing}, {"多出", d.Added}} {
		if len(list.paths) > 0 {
			parts = append(parts, list.verb+" "+few(list.paths))
		}
	}
	return diag.Text{Zh: "发布的文件和清单对不上：" + strings.Join(parts, "；"), En: d.Error()}
}

// few names at most ten paths.
func few(paths []string) string {
	const most = 10
	if len(paths) > most {
		return strings.Join(paths[:most], "、") + fmt.Sprintf(" 等 %d 个", len(paths))
	}
	return strings.Join(paths, "、")
}

// refused says why there was no rollback.
func refused(r *publish.Refusal) diag.Text {
	zh := "没有退回：没有上一次发布的网站"
	switch {
	case len(r.Paths) > 0:
		zh = "没有退回：会让已经撤下或删除的页面回来：" + few(r.Paths) + "；确实要退回，加 --force"
	case r.Err != nil:
		zh = "没有退回：" + r.Err.Error()
	}
	return diag.Text{Zh: zh, En: r.Error()}
}
