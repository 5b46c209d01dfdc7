package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(tidied{m}, map[string]func(){"anju": main, "interrupted": interrupted})
}

// interrupted is anju that gets SIGINT when its first step is done.
func interrupted() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, interrupter{ctx}))
}

// interrupter signals its own process when something is written to it, and goes
// on when the signal has arrived.
type interrupter struct{ ctx context.Context }

func (i interrupter) Write(b []byte) (int, error) {
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return 0, err
	}
	if err := self.Signal(os.Interrupt); err != nil {
		return 0, err
	}
	<-i.ctx.Done()
	return os.Stderr.Write(b)
}

// TestScripts runs the scenarios of testdata/script: what people and other
// programs see of the command line. Each has the small site in the folder site
// and the clock at ANJU_NOW.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup:               setUp,
		Condition:           condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "release": release, "grow": grow, "flip": flip,
		},
	})
}

func setUp(env *testscript.Env) error {
	env.Setenv("ANJU_NOW", "2026-06-01")
	return writeSmallSite(filepath.Join(env.WorkDir, "site"))
}

// writeSmallSite writes the site of testdata/site.txtar to a folder.
func writeSmallSite(dir string) error {
	site, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		return err
	}
	for _, f := range site.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// condition tells whether this machine lets tests mount file systems.
func condition(name string) (bool, error) {
	if name != "mount" {
		return false, errors.New("unknown condition " + name)
	}
	return exec.Command("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", os.TempDir()).Run() == nil, nil
}

// exits runs a command that must end with a code: exits 4 anju verify.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case err == nil && want == 0:
	case err == nil:
		ts.Fatalf("exit code 0, want %d", want)
	case !errors.As(err, &exit):
		ts.Fatalf("%v", err)
	case exit.ExitCode() != want:
		ts.Fatalf("exit code %d, want %d", exit.ExitCode(), want)
	}
}

// release keeps the id of the release in a folder as a variable
// (release public OLD), or compares it with one that was kept
// (release public $OLD, ! release public $OLD).
func release(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] release DIR NAME|ID")
	}
	text := ts.ReadFile(filepath.Join(args[0], "_release", "manifest.json"))
	_, rest, _ := strings.Cut(text, `"release":"`)
	id, _, _ := strings.Cut(rest, `"`)
	switch name := args[1]; {
	case len(name) != len(id) && !neg:
		ts.Setenv(name, id)
	case (id == name) == neg:
		ts.Fatalf("the release is %s", id)
	}
}

// grow appends the letter a to a file until it has so many bytes: grow FILE 1048577.
func grow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: grow FILE BYTES")
	}
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text+strings.Repeat("a", size-len(text))), 0o644))
}

// flip changes one bit in the middle of a file.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: flip FILE")
	}
	text := []byte(ts.ReadFile(args[0]))
	text[len(text)/2] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), text, 0o644))
}
