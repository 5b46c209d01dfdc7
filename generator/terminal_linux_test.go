package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestTerminal: people get a moving bar and colours, unless NO_COLOR is set.
func TestTerminal(t *testing.T) {
	const bar, red = "\r生成页面 [", "\x1b[1;31m"
	source := smallSite(t)
	shown := onTerminal(t, "build", "-C", source, "--now", "2026-06-01")
	if !strings.Contains(shown, bar) || !strings.Contains(shown, "\r\x1b[K") {
		t.Errorf("no bar that comes and goes in %q", shown)
	}
	if err := os.Remove(filepath.Join(source, "content", "vocab", "cities.yaml")); err != nil {
		t.Fatal(err)
	}
	if shown := onTerminal(t, "build", "-C", source); !strings.Contains(shown, red) {
		t.Errorf("no colour in %q", shown)
	}
	t.Setenv("NO_COLOR", "1")
	if shown := onTerminal(t, "build", "-C", source); strings.Contains(shown, "\x1b") {
		t.Errorf("colour in %q", shown)
	}
}

// onTerminal runs a command whose messages go to a pseudo-terminal, and returns
// what that shows.
func onTerminal(t *testing.T, args ...string) string {
	t.Helper()
	master, slave, err := openTerminal()
	if err != nil {
		t.Skipf("this machine has no pseudo-terminals: %v", err)
	}
	defer master.Close()
	shown := make(chan string)
	go func() {
		text, err := io.ReadAll(master)
		if err != nil && !errors.Is(err, syscall.EIO) { // EIO is the end: nobody has the other side
			text = append(text, err.Error()...)
		}
		shown <- string(text)
	}()
	run(t.Context(), args, io.Discard, slave)
	if err := slave.Close(); err != nil {
		t.Error(err)
	}
	return <-shown
}

// openTerminal makes a pseudo-terminal (pts(4)).
func openTerminal() (master, slave *os.File, err error) {
	if master, err = os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		return nil, nil, err
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		return nil, nil, err
	}
	number, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		return nil, nil, err
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	return master, slave, err
}
