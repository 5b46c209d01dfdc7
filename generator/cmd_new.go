package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"anju/generator/author"
	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/validity"
)

type newCmd struct {
	Kind      string `arg:"" help:"社区、政策、指南、岗位、活动或页面（community、policy、guide、job、event、page）" en:"Kind of entry: community, policy, guide, job, event or page; or 社区, 政策 …"`
	ID        string `arg:"" optional:"" help:"编号，也是文件名和网址（不写就用标题的拼音）" en:"Id of the entry, its file's name (default: the title in pinyin)."`
	Title     string `placeholder:"TEXT" help:"标题" en:"Title."`
	City      string `placeholder:"NAME" help:"城市，如 苏州" en:"City: its slug or its name, suzhou or 苏州."`
	Level     string `placeholder:"NAME" help:"政策的级别，如 市级" en:"Level of a policy: municipal or 市级 …"`
	Basis     string `placeholder:"NAME" help:"政策的依据：official_text（官方原文）或 news_report（报道或转述）" en:"Basis of a policy: official_text or news_report."`
	Genre     string `placeholder:"NAME" help:"指南的体裁：how_to 办事指南，explainer 名词解释，practice 各地做法，service 服务介绍" en:"Genre of a guide: how_to, explainer, practice or service."`
	SourceURL string `name:"source-url" placeholder:"URL" help:"来源的网址" en:"Address of the source."`
	Publisher string `placeholder:"NAME" help:"来源的发布单位" en:"Publisher of the source."`
	From      string `placeholder:"FILE" help:"从这个文件里的文字或网页起草（写 - 就从键盘或管道读）" en:"Draft the entry from a text or a web page in FILE (- for standard input)."`
	Folder    bool   `help:"单独放一个文件夹，好放图片" en:"Give the entry a folder of its own, for pictures."`
}

// Run writes one file: an entry to start from.
func (c newCmd) Run(e *env) error {
	if err := e.pinToEpoch(); err != nil {
		return err
	}
	o, done, err := e.options()
	if err != nil {
		return err
	}
	return errors.Join(refusedToBegin(c.begin(e, o)), done())
}

// refusedToBegin makes a mistake in the call of what author refuses.
func refusedToBegin(err error) error {
	var r *author.Refusal
	if errors.As(err, &r) {
		return usage(r.What.Zh+"\n      = "+r.Remedy.Zh, r.What.En+"\n      = "+r.Remedy.En)
	}
	return err
}

func (c newCmd) begin(e *env, o build.Options) error {
	kind, err := author.KindNamed(c.Kind)
	if err != nil {
		return err
	}
	lib, err := everything(e, o)
	if err != nil {
		return err
	}
	r := author.Request{Kind: kind, ID: c.ID, Folder: c.Folder, Today: validity.DateOf(o.Now), Known: c.known()}
	if c.From != "" {
		if r.Draft, err = draft(c.From, lib); err != nil {
			return err
		}
	}
	if c.From != "-" && isPerson(os.Stdin) {
		newAsker(os.Stdin, e.out, e.Lang).ask(lib, &r)
	}
	begun, err := author.Begin(lib, r)
	if err != nil {
		return err
	}
	if err := create(e.Source, begun); err != nil {
		return err
	}
	report(e, r, begun, "http://"+devCmd{}.address(e)+kind.Path(begun.ID))
	return nil
}

// isPerson reports whether someone may answer at in: the null device looks like
// a terminal.
func isPerson(in *os.File) bool {
	null, err := os.Stat(os.DevNull)
	if err != nil || !isTerminal(in) {
		return false
	}
	info, err := in.Stat()
	return err == nil && !os.SameFile(info, null)
}

// known are the values that flags give, by the path of their field.
func (c newCmd) known() map[string]string {
	return map[string]string{
		"title": c.Title, "city": c.City, "level": c.Level, "basis": c.Basis, "genre": c.Genre,
		"sources.url": c.SourceURL, "sources.publisher": c.Publisher,
	}
}

// everything is all content, drafts too. What is wrong in it is told by check,
// not here: nobody waits for a colleague's mistake.
func everything(e *env, o build.Options) (*content.Library, error) {
	text, err := fs.ReadFile(o.Source, config.File)
	if err != nil {
		return nil, err
	}
	cfg, list := config.Load(text)
	if list.HasErrors() {
		return nil, errors.Join(findings(list), e.tell(o.Source, list))
	}
	lib, _ := content.Load(o.Source, cfg, content.Options{Now: o.Now, Drafts: true, Jobs: o.Jobs})
	return lib, nil
}

// draft reads the text in the file called name.
func draft(name string, lib *content.Library) (*author.Draft, error) {
	in := io.Reader(os.Stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, usage("--from "+name+" 是一个文件夹\n      = 写里面的一个文件，如 --from "+filepath.Join(name, "tongzhi.txt"),
				"--from "+name+" is a folder\n      = name a file in it, like --from "+filepath.Join(name, "notice.txt"))
		}
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, author.MaxText+1))
	if err != nil {
		return nil, err
	}
	return author.Read(text, lib.Vocab)
}

// create writes the file of an entry, and never over another.
func create(source string, begun author.Entry) (err error) {
	root, err := os.OpenRoot(source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := root.MkdirAll(path.Dir(begun.Path), 0o755); err != nil {
		return err
	}
	err = exchange(filepath.Join(source, filepath.FromSlash(begun.Path)), nil, begun.Text)
	if errors.Is(err, errChanged) {
		return usage(begun.Path+" 已经有了，没有改动它", begun.Path+" is there already, and was left as it is")
	}
	return err
}

// report says which file was written, what was found, and what comes next. The
// page of the entry is at address while dev runs.
func report(e *env, r author.Request, begun author.Entry, address string) {
	fmt.Fprintln(e.out, begun.Path)
	if e.Quiet {
		return
	}
	if r.ID == "" {
		fmt.Fprintf(e.out, e.say("编号 %s 是照标题拟的；编号不合适，发布前改文件名\n", "the id %s was made from the title; if it does not fit, rename the file before it is published\n"), begun.ID)
	}
	if r.Draft != nil {
		for _, line := range r.Draft.Report() {
			fmt.Fprintln(e.out, line.In(e.Lang))
		}
	}
	fmt.Fprintf(e.out, e.say("还要填 %d 处：\n", "still to be filled in, %d places:\n"), len(begun.Gaps))
	for _, gap := range begun.Gaps {
		fmt.Fprintf(e.out, e.say("  第 %d 行  %s\n", "  line %d  %s\n"), gap.Line, gap.Text)
	}
	fmt.Fprintf(e.out, e.say(
		"接着：打开这个文件，从上到下填；运行 anju dev，网页在 %s ；填好了，删去 draft 那一行，运行 anju check。\n",
		"Next: open the file and fill it in from the top; run anju dev, and its page is at %s ; then delete the line draft and run anju check.\n"), address)
}
