package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"anju/generator/config"
	"anju/generator/publish"
	"anju/generator/server"
)

type serveCmd struct {
	Addr    string `placeholder:"ADDR" help:"网址和端口，如 127.0.0.1:18081；只写端口就只给这台电脑看（不写就照 config.yaml）" en:"Address to listen on; a port alone is for this machine only (default: that of config.yaml)."`
	NoBuild bool   `name:"no-build" help:"不重新生成，只提供已经生成的网站" en:"Serve the release folder alone."`
}

// Run builds, serves, and builds again when a status on a page changes.
func (c serveCmd) Run(e *env) error {
	now, err := e.clock()
	if err != nil {
		return err
	}
	if !c.NoBuild {
		if _, err := os.Stat(filepath.Join(e.Source, config.File)); errors.Is(err, fs.ErrNotExist) {
			c.NoBuild = true // a release without its source can be served
		}
	}
	if c.Addr, err = listenAddr(c.Addr); err != nil {
		return err
	}
	e.addr = c.Addr
	l, err := net.Listen("tcp", c.address(e)) // before the build, which would be in vain
	if err != nil {
		return err
	}
	if err := c.first(e); err != nil {
		return errors.Join(err, l.Close())
	}
	level := slog.LevelInfo
	if e.Verbose {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(e.errout, &slog.HandlerOptions{Level: level}))
	s, err := server.New(server.Options{Dir: e.Dir, Now: now, Log: log})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if !e.Quiet {
		fmt.Fprintf(e.out, e.say("打开 http://%s ，按 Ctrl+C 结束\n", "open http://%s , Ctrl+C ends\n"), l.Addr())
	}
	ctx, stop := context.WithCancel(e.ctx)
	defer stop()
	var renewing sync.WaitGroup
	if e.Now == "" {
		renewing.Go(func() { c.renew(ctx, e, now, log) })
	}
	err = s.Run(ctx, l)
	stop()
	renewing.Wait() // a build under way ends, or is undone
	return err
}

// first builds before serving. When that fails, for what editors wrote or for
// the disk, the last good release is served, if there is one.
func (c serveCmd) first(e *env) error {
	if c.NoBuild {
		return nil
	}
	_, err := e.build()
	if err == nil || e.ctx.Err() != nil {
		return err
	}
	if _, verifyErr := publish.Verify(e.Dir); verifyErr != nil {
		return err
	}
	e.code(err) // prints it
	fmt.Fprintln(e.errout, e.say("改好之前，继续提供上一次发布的网站。", "Until that is mended, the last good release is served."))
	return nil
}

// listenAddr is the address that a flag gives, "" for none. A port alone is one
// of this machine only.
func listenAddr(flag string) (string, error) {
	if flag == "" {
		return "", nil
	}
	addr := flag
	if !strings.Contains(flag, ":") {
		addr = net.JoinHostPort("127.0.0.1", flag)
	}
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return "", mistake("--addr 看不懂“"+flag+"”", "--addr: \""+flag+"\" is no address with a port",
			"写成 --addr 127.0.0.1:18081，端口从 1 到 65535", "write --addr 127.0.0.1:18081, a port from 1 to 65535")
	}
	return addr, nil
}

// address is the flag's, or config.yaml's, or the default.
func (c serveCmd) address(e *env) string {
	if c.Addr != "" {
		return c.Addr
	}
	text, err := os.ReadFile(filepath.Join(e.Source, config.File))
	if err != nil {
		text = nil
	}
	cfg, _ := config.Load(text) // findings were told by the build
	return cfg.Addr
}

// renew builds again when the pages' next change of status has come, once for
// each. A release without a source cannot be built: then the log says that pages
// are behind (what the endpoint answers is not). What somebody rolled back to is
// left alone.
func (c serveCmd) renew(ctx context.Context, e *env, now func() time.Time, log *slog.Logger) {
	const look = time.Minute
	var newest, done time.Time
	for tick := time.Tick(look); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		m, err := publish.ReadManifest(e.Dir)
		due := err == nil && !m.NextTransition.IsZero() && !now().Before(m.NextTransition)
		if !due || m.BuiltAt.Before(newest) || m.NextTransition.Equal(done) {
			continue
		}
		newest, done = m.BuiltAt, m.NextTransition
		if c.NoBuild {
			log.Warn("a status on the pages has changed since they were built; build again", "since", done)
			continue
		}
		if _, err := e.build(); err != nil {
			e.code(err) // prints it
		}
	}
}
