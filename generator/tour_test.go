package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	// tourFolder holds the page of the handbook that shows one edit from
	// beginning to end, and its pictures.
	tourFolder = "../content/pages/first-edit"

	tourEntry = "content/policies/gaoxin-mianshi.md"
	tourPage  = "/policies/gaoxin-mianshi/"
)

// TestTour does what the page of the handbook tells to do, in a copy of the
// demonstration, and demands that the screen shows at each step what the page
// says of it, and that commands print what the page prints. With -update it
// takes the pictures anew.
func TestTour(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(tourFolder, "index.md"))
	if err != nil {
		t.Fatal(err)
	}
	r := tour{writing: write(t, writing.committed), text: string(text), shown: map[string]bool{}}
	r.check("size the window", chromedp.Do(r.ctx, chromedp.EmulateViewport(tourWidth, tourHeight, chromedp.EmulateScale(tourScale))))
	r.write()
	r.look()
	r.mistake()
	r.desk()
	r.told("check", "检索自查", "check")
	r.told("check --against HEAD", "读者会看到的变化", "check", "--against", "HEAD")
	r.told("lock", "已登记到", "lock")
	r.told("build", "发布", "build")
	r.everyPicture()
	r.quiet()
}

// committed puts the folder into git, as editors have it.
func (w writing) committed() {
	w.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		w.t.Skip("there is no git")
	}
}
