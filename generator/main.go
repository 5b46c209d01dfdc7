// Command generator builds, checks and serves an Anju site. Each subcommand
// has a file of its own, cmd_*.go; run it without arguments for the list.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/validity"
	"anju/themes"
)

// Exit codes of the binary.
const (
	exitFindings    = 1 // in content
	exitUsage       = 2 // or configuration
	exitEnvironment = 3 // input, output, permissions
	exitIntegrity   = 4 // a release that does not verify
	exitInterrupted = 130
)

// flags are what every command takes.
type flags struct {
	Source  string           `short:"C" default:"." placeholder:"DIR" help:"Folder with config.yaml."`
	Dir     string           `placeholder:"DIR" help:"Release folder (default: public in the source folder)."`
	Now     string           `placeholder:"TIME" help:"Pin the clock: RFC 3339 or a date."`
	BaseURL string           `name:"base-url" placeholder:"URL" help:"Address of the site, over config.yaml."`
	Drafts  bool             `help:"Take in drafts and what is published later."`
	Strict  bool             `help:"Warnings fail."`
	Lang    string           `enum:"zh-Hans,en" default:"zh-Hans" help:"Language of messages: zh-Hans or en."`
	Jobs    int              `placeholder:"N" help:"Files worked on at once (default: one per processor)."`
	Quiet   bool             `short:"q" help:"Only findings and errors."`
	Verbose bool             `short:"v" help:"Every request and every step."`
	Version kong.VersionFlag `help:"Print the version."`
}

// commands is the command line.
type commands struct {
	flags
	Serve    serveCmd    `cmd:"" help:"Build, then serve pages and search."`
	Dev      devCmd      `cmd:"" help:"Serve the site while it is written: every change is seen at once."`
	Build    buildCmd    `cmd:"" help:"Build content into the release folder, in one step."`
	Check    checkCmd    `cmd:"" help:"All that build checks, and every link; writes nothing."`
	New      newCmd      `cmd:"" help:"Begin an entry: a file to fill in, each field explained; or draft one from a text."`
	Search   searchCmd   `cmd:"" help:"Ask the release's index."`
	List     listCmd     `cmd:"" help:"What waits for editors: drafts, what is incomplete, stale, missing …"`
	Fmt      fmtCmd      `cmd:"" help:"Put the fields of entries into the order of the schema; comments stay."`
	Schema   schemaCmd   `cmd:"" help:"JSON Schema of a kind of entry, of a vocabulary or of config.yaml."`
	Lock     lockCmd     `cmd:"" help:"Record what is published, so that no address breaks unnoticed."`
	Verify   verifyCmd   `cmd:"" help:"Compare every file of the release with its manifest."`
	Rollback rollbackCmd `cmd:"" help:"Make the previous release the live one."`
	About    versionCmd  `cmd:"" name:"version" help:"Versions of the generator, Go, bleve and the mapping."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// env is what a command runs in.
type env struct {
	flags
	ctx    context.Context
	out    io.Writer
	errout io.Writer
	addr   string // to listen on, when a flag of serve says so
}

// run is main without the process: arguments in, exit code out.
func run(ctx context.Context, args []string, out, errout io.Writer) int {
	var c commands
	exit := -1
	parser, err := kong.New(&c, kong.Name("anju"), kong.Description("Static sites with search for talent communities and policies."),
		kong.Writers(out, errout), kong.Exit(func(code int) { exit = code }), kong.Vars{"version": version(), "lists": strings.Join(check.Lists(), ",")}, kong.UsageOnError(), kong.DefaultEnvars("ANJU"))
	if err != nil {
		fmt.Fprintln(errout, err)
		return exitUsage
	}
	nothing := len(args) == 0
	if nothing {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	switch {
	case nothing:
		return exitUsage
	case exit >= 0: // --help or --version has answered
		return exit
	}
	if err != nil {
		fmt.Fprintf(errout, "anju: %v\n", err)
		return exitUsage
	}
	if c.Dir == "" {
		c.Dir = c.Source + "/public"
	}
	e := &env{flags: c.flags, ctx: ctx, out: out, errout: errout}
	return e.code(command.Run(e))
}

// clock is the pinned moment, or the machine's.
func (e *env) clock() (func() time.Time, error) {
	if e.Now == "" {
		return time.Now, nil
	}
	if t, err := time.Parse(time.RFC3339, e.Now); err == nil {
		return func() time.Time { return t }, nil
	}
	d, err := validity.ParseDate(e.Now)
	if err != nil {
		return nil, usage("--now 看不懂：写 2026-11-22 或 2026-11-22T08:00:00+08:00", "--now: "+err.Error())
	}
	return d.First, nil
}

// pinToEpoch pins the clock to SOURCE_DATE_EPOCH (reproducible-builds.org) where
// no flag does. It is for single builds: a server lives in the present.
func (e *env) pinToEpoch() error {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" || e.Now != "" {
		return nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return usage("SOURCE_DATE_EPOCH 要写秒数", "SOURCE_DATE_EPOCH is a number of seconds")
	}
	e.Now = time.Unix(seconds, 0).UTC().Format(time.RFC3339)
	return nil
}

// options are those of a build of the source folder. The second value closes
// the folder.
func (e *env) options() (build.Options, func() error, error) {
	now, err := e.clock()
	if err != nil {
		return build.Options{}, nil, err
	}
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		return build.Options{}, nil, err
	}
	source, done, err := build.SourceFS(e.Source)
	if err != nil {
		return build.Options{}, nil, err
	}
	if _, err := fs.Stat(source, config.File); errors.Is(err, fs.ErrNotExist) {
		return build.Options{}, nil, errors.Join(usage("文件夹 "+e.Source+" 里没有 "+config.File+"；到网站的文件夹里运行，或者加 -C 文件夹",
			"no "+config.File+" in "+e.Source+"; run in the folder of the site, or give it as -C DIR"), done())
	}
	base, ok := config.CleanBaseURL(e.BaseURL)
	if !ok {
		return build.Options{}, nil, errors.Join(usage("--base-url 写作 https://example.org，后面什么也不加",
			"write --base-url https://example.org, and nothing behind it"), done())
	}
	return build.Options{
		Source: source, Dir: e.Dir, Theme: theme, Now: now(), Drafts: e.Drafts, Jobs: e.Jobs,
		BaseURL: base, Addr: e.addr, Strict: e.Strict, Version: version(),
	}, done, nil
}

// tell prints findings as text.
func (e *env) tell(source fs.FS, list diag.List) error { return e.printer(source).Text(e.errout, list) }

func (e *env) printer(source fs.FS) diag.Printer {
	return diag.Printer{
		Lang: e.Lang, Color: isTerminal(e.errout) && os.Getenv("NO_COLOR") == "",
		Source: func(file string) []byte {
			text, err := fs.ReadFile(source, file)
			if err != nil {
				return nil // the finding stands without an excerpt
			}
			return text
		},
	}
}
