package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/dev"
)

type devCmd struct {
	NoDrafts bool   `help:"不看草稿和以后才发布的内容，和发布的网站一样" en:"Leave out drafts and what is published later, as the published site does."`
	Addr     string `placeholder:"ADDR" help:"网址和端口，如 127.0.0.1:18081（不写就用 config.yaml 的端口，只给这台电脑看）" en:"Address to listen on (default: the port of config.yaml, for this machine only)."`
}

// Run serves the source folder as it is being written, until it is interrupted.
func (c devCmd) Run(e *env) error {
	now, err := e.clock()
	if err != nil {
		return err
	}
	if c.Addr, err = listenAddr(c.Addr); err != nil {
		return err
	}
	e.addr = c.Addr
	o, done, err := e.options()
	if err != nil {
		return err
	}
	o.Drafts = !c.NoDrafts
	o.Cache = pictureCache(filepath.Join(e.Source, "public")) // whatever --dir says: dev writes there only
	level := slog.LevelWarn
	if e.Verbose {
		level = slog.LevelDebug
	}
	host, _, _ := net.SplitHostPort(c.Addr) // "" where no flag says
	s, err := dev.New(dev.Options{
		Dir: e.Source, Build: o, Now: now, Lang: e.Lang, Host: host,
		Log:       slog.New(slog.NewTextHandler(e.errout, &slog.HandlerOptions{Level: level})),
		OnAttempt: func(a dev.Attempt) { e.attempted(o, a) },
	})
	if err != nil {
		return errors.Join(err, done())
	}
	l, err := net.Listen("tcp", c.address(e))
	if err != nil {
		return errors.Join(err, s.Close(), done())
	}
	if !e.Quiet {
		fmt.Fprintf(e.out, e.say("打开 http://%s ，边写边看；等编辑处理的事在 http://%[1]s/editors/ ；按 Ctrl+C 结束\n",
			"open http://%s , which follows what you write; what waits for editors is at http://%[1]s/editors/ ; Ctrl+C ends\n"), l.Addr())
	}
	return errors.Join(s.Run(e.ctx, l), done())
}

// address is the flag's; or the port of config.yaml on this machine, for what is
// being written is not for others.
func (c devCmd) address(e *env) string {
	if c.Addr != "" {
		return c.Addr
	}
	text, err := os.ReadFile(filepath.Join(e.Source, config.File))
	if err != nil {
		text = nil // options has seen the file: planning tells what is wrong
	}
	cfg, _ := config.Load(text)
	_, port, err := net.SplitHostPort(cfg.Addr)
	if err != nil {
		port = "0" // any that is free
	}
	return net.JoinHostPort("127.0.0.1", port)
}

// attempted tells what came of a change: the findings where it cannot be shown,
// else how long it took.
func (e *env) attempted(o build.Options, a dev.Attempt) {
	took := a.Took.Milliseconds()
	switch {
	case errors.Is(a.Err, build.ErrFindings):
		_ = e.told(o, a.Findings) // the screen is all there is to tell
		fmt.Fprintln(e.errout, e.untilMended(a))
	case a.Err != nil:
		e.code(a.Err) // prints it
	case e.Quiet:
	case slices.Contains(a.Changed, "."):
		fmt.Fprintf(e.out, e.say("全部内容已读入：%d 条提醒，用时 %d 毫秒\n", "all of the content is read: warnings %d, in %d ms\n"), len(a.Findings), took)
	case len(a.Changed) == 0:
		fmt.Fprintf(e.out, e.say("时间到了新的一天或新的状态，已更新，用时 %d 毫秒\n", "a day or a status has changed: up to date in %d ms\n"), took)
	default:
		fmt.Fprintf(e.out, e.say("已更新：%d 处改动，%d 条提醒，用时 %d 毫秒\n", "up to date: changes %d, warnings %d, in %d ms\n"), len(a.Changed), len(a.Findings), took)
	}
}

// untilMended says what can be seen in spite of errors.
func (e *env) untilMended(a dev.Attempt) string {
	if !a.Shown {
		return e.say("改好、保存就能看。", "Mend and save: then there are pages to see.")
	}
	return e.say("改好之前，继续显示上一次的样子。", "Until that is mended, pages stay as they were.")
}
