// Command generator builds, checks and serves an Anju site. Each subcommand
// has a file of its own, cmd_*.go; run it without arguments for the list.
package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
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

// flags are what every command takes. The tags of flags and commands are those
// that helper reads.
type flags struct {
	Source  string           `short:"C" default:"." placeholder:"DIR" help:"网站的文件夹，里面有 config.yaml（不写就是当前文件夹）" en:"Folder with config.yaml (default: the current one)."`
	Dir     string           `placeholder:"DIR" help:"生成的网站放在哪里（不写就是网站文件夹里的 public）" en:"Release folder (default: public in the source folder)."`
	Now     string           `placeholder:"TIME" help:"当作现在是这一天或这一刻，如 2026-11-22" en:"Pin the clock: RFC 3339 or a date."`
	BaseURL string           `name:"base-url" placeholder:"URL" help:"网站的网址，代替 config.yaml 里写的" en:"Address of the site, over config.yaml."`
	Drafts  bool             `help:"连草稿和以后才发布的内容一起" en:"Take in drafts and what is published later."`
	Strict  bool             `help:"有提醒也算不通过" en:"Warnings fail."`
	Lang    string           `enum:"zh-Hans,en" default:"zh-Hans" help:"说明和消息的语言：中文或英文" en:"Language of messages: Chinese or English."`
	Jobs    int              `placeholder:"N" help:"同时处理几个文件（不写就和处理器一样多）" en:"Files worked on at once (default: one per processor)."`
	Quiet   bool             `short:"q" help:"只显示错误和提醒" en:"Only findings and errors."`
	Verbose bool             `short:"v" help:"显示每一步" en:"Every request and every step."`
	Version kong.VersionFlag `help:"显示版本" en:"Print the version."`
}

// commands is the command line.
type commands struct {
	flags
	Dev      devCmd      `cmd:"" aliases:"预览" help:"边写边看：在浏览器里看网站，每次保存马上看到" en:"Serve the site while it is written: every change is seen at once."`
	New      newCmd      `cmd:"" aliases:"新建" eg:"anju new 政策 --title 人才租房补贴办法" help:"新建一个条目：写好一份带说明的文件，等人填；也可以从一段文字起草" en:"Begin an entry: a file to fill in, each field explained; or draft one from a text."`
	Check    checkCmd    `cmd:"" aliases:"检查" help:"检查全部内容和每个链接，不改任何文件" en:"All that build checks, and every link; writes nothing."`
	List     listCmd     `cmd:"" aliases:"清单" eg:"anju list 草稿" help:"等人处理的事：草稿、不完整的、过期的、没找到的等等" en:"What waits for editors: drafts, what is incomplete, stale, missing …"`
	Fmt      fmtCmd      `cmd:"" aliases:"整理" help:"把条目的字段按统一的次序排好，注释不动" en:"Put the fields of entries into the order of the schema; comments stay."`
	Lock     lockCmd     `cmd:"" aliases:"登记" help:"登记已经发布的网址，以后改名、删除时好提醒" en:"Record what is published, so that no address breaks unnoticed."`
	Build    buildCmd    `cmd:"" aliases:"生成" help:"生成整个网站，一步换上" en:"Build content into the release folder, in one step."`
	Serve    serveCmd    `cmd:"" aliases:"运行" help:"生成网站，然后提供网页和搜索" en:"Build, then serve pages and search."`
	Search   searchCmd   `cmd:"" aliases:"搜索" eg:"anju search 租房补贴" help:"在生成好的网站里搜索" en:"Ask the release's index."`
	Schema   schemaCmd   `cmd:"" aliases:"字段" help:"某类条目、某份词表或 config.yaml 有哪些字段（JSON Schema，给编辑软件用）" en:"JSON Schema of a kind of entry, of a vocabulary or of config.yaml."`
	Verify   verifyCmd   `cmd:"" aliases:"核验" help:"核对生成的网站：每个文件都没有被改动" en:"Compare every file of the release with its manifest."`
	Rollback rollbackCmd `cmd:"" aliases:"退回" help:"换回上一次生成的网站" en:"Make the previous release the live one."`
	About    versionCmd  `cmd:"" aliases:"版本" name:"version" help:"显示程序和搜索部件的版本" en:"Versions of the generator, Go, bleve and the mapping."`
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
	e := &env{flags: flags{Lang: langOf(args)}, ctx: ctx, out: out, errout: errout}
	nothing := len(args) == 0
	if nothing {
		args = []string{"help"}
	}
	c, command, exit, err := parseArgs(e, askedForHelp(args))
	switch {
	case nothing:
		return exitUsage
	case err != nil:
		return e.code(err)
	case exit >= 0: // --help or --version has answered
		return exit
	}
	if c.Dir == "" {
		c.Dir = c.Source + "/public"
	}
	e.flags = c.flags
	return e.code(command.Run(e))
}

// parseArgs reads the arguments, in the language of e. exit is the code with which
// to end at once, or -1.
func parseArgs(e *env, args []string) (c *commands, command *kong.Context, exit int, err error) {
	c, exit = new(commands), -1
	help := &helper{lang: e.Lang}
	parser, err := kong.New(c, kong.Name("anju"),
		kong.Description(e.say("把 content 文件夹里的条目做成可以搜索的网站。", "Static sites with search for talent communities and policies.")),
		kong.Writers(e.out, e.errout), kong.Exit(func(code int) { exit = code }), kong.Vars{"version": "anju " + version()},
		kong.Help(help.print), kong.DefaultEnvars("ANJU"))
	if err != nil {
		return nil, nil, exit, err
	}
	command, err = parser.Parse(args)
	if err != nil && exit < 0 {
		return nil, nil, exit, misuse(parser.Model.Node, err)
	}
	return c, command, exit, nil
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

// site is the source folder, which must be that of a site. The second value
// closes it.
func (e *env) site() (fs.FS, func() error, error) {
	source, done, err := build.SourceFS(e.Source)
	if err != nil {
		return nil, nil, err
	}
	if _, err := fs.Stat(source, config.File); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, errors.Join(usage("文件夹 "+e.Source+" 里没有 "+config.File+"；到网站的文件夹里运行，或者加 -C 文件夹",
			"no "+config.File+" in "+e.Source+"; run in the folder of the site, or give it as -C DIR"), done())
	}
	return source, done, nil
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
	source, done, err := e.site()
	if err != nil {
		return build.Options{}, nil, err
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
		Source: func(file string) []byte { return content.Excerpted(source, file) },
	}
}
