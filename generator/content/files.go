package content

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/lock"
)

// Root is the folder of the content in the source folder.
const Root = "content"

// maxFile is the size of an entry that is still read, in bytes.
const maxFile = 1 << 20

var (
	codeLink     = diag.New("content/symlink", "这是一个链接（symlink），不会被读取", "this is a symbolic link and is not followed")
	codeTooLarge = diag.New("content/too-large", "文件有 %d 字节，超过 1 MB", "the file has %d bytes, more than 1 MB")
	codeFileName = diag.New("content/file-name", "这个文件不会被发布：看不出它是哪一类条目", "this file is not published: it is no entry")
	codeNotUTF8  = diag.New("content/file-name", "读不到这个文件或文件夹：名字不是 UTF-8 编码", "this file or folder cannot be read: its name is not UTF-8")
	codeID       = diag.New("content/id", "编号 %q 不能用", "the id %q cannot be used")
	codeReserved = diag.New("content/id", "编号 %q 是网站自己的地址", "the id %q is an address of the site itself")
	codeWindows  = diag.New("content/id", "编号 %q 是 Windows 留着自己用的名字", "the id %q is a name that Windows keeps for itself")
	codeLongID   = diag.New("content/id", "编号太长：有 %d 个字节，最多 %d 个", "the id is too long: %d bytes, at most %d")
	codeSameID   = diag.New("content/same-id", "编号 %q 已经被 %s 用了", "the id %q is taken by %s")
	codeLanguage = diag.New("content/id", "编号 %q 里不能有点", "the id %q holds a dot")
	codeRead     = diag.New("content/read", "读不到这个文件：%s", "cannot read this file: %s")
)

var (
	hintLink     = diag.Text{Zh: "把文件本身放到这里来，不要放链接", En: "put the file itself here"}
	hintTooLarge = diag.Text{Zh: "把内容拆成几个条目；图片放在条目自己的文件夹里", En: "split the entry; keep pictures in the entry's own folder"}
	hintFileName = diag.Text{
		Zh: "条目放在 content/communities、policies、guides、jobs、events 或 pages 里，名字像 suzhou-zufang.md；图片放在条目自己的文件夹里，和 index.md 一起",
		En: "entries stand in content/communities, policies, guides, jobs, events or pages, named like suzhou-rent.md; pictures stand beside an index.md",
	}
	hintNotUTF8  = diag.Text{Zh: "改一个名字，例如 suzhou-zufang.md；中文名字要用 UTF-8 编码重新写一遍", En: "rename it, to suzhou-rent.md for example, or write the name again in UTF-8"}
	hintEnd      = diag.Text{Zh: "文件名要以小写的 .md 或 .yaml 结尾，改名为 %s", En: "the name must end in .md or .yaml, in lower case: rename it to %s"}
	hintID       = diag.Text{Zh: "可以用汉字、小写字母、数字和连字符，例如 suzhou-zufang；不能有空格、大写、下划线", En: "use Han characters, lower-case letters, digits and hyphens, like suzhou-rent; no spaces, capitals or underscores"}
	hintReserved = diag.Text{Zh: "给文件换个名字", En: "give the file another name"}
	hintWindows  = diag.Text{Zh: "换一个编号，例如在后面加上年份；叫这个名字的文件，Windows 打不开", En: "choose another id, with a year for example: Windows cannot open a file of this name"}
	hintLongID   = diag.Text{Zh: "写短一点；一个汉字算 3 个字节", En: "make it shorter; a Chinese character counts as 3 bytes"}
	hintLanguage = diag.Text{Zh: "译文的文件名像 suzhou-zufang.en.md；那种语言要先写进 config.yaml 的 languages", En: "a translation is named like suzhou-rent.en.md, its language first added to languages of config.yaml"}
	hintRead     = diag.Text{Zh: "看看文件还在不在、能不能打开", En: "see whether the file is still there and can be opened"}
	hintSameID   = diag.Text{Zh: "同一条目只留一个文件；不是同一条目的，给其中一个换个名字", En: "keep one file for one entry; if they are two, give one another name"}
)

// An id is kebab-case ASCII, or Han text where an editor wants it.
var idPattern = regexp.MustCompile(`^[a-z0-9\p{Han}]+(-[a-z0-9\p{Han}]+)*$`)

// maxID is how long an id may be, in bytes: pages stand in folders of this name,
// and paths on Windows are short.
const maxID = 80

// windowsNames are those of devices, which Windows gives to no file, whatever
// stands behind a dot.
var windowsNames = regexp.MustCompile(`^(?:aux|con|nul|prn|(?:com|lpt)[0-9])$`)

// reserved ids would collide with files that every folder has.
var reserved = []string{"page", "index", "feed"}

// reservedPages are first path segments of the site's own pages; contract.md
// lists them.
var reservedPages = []string{
	"communities", "policies", "guides", "jobs", "events", "homes", "cities", "compare", "search", "match",
	"brands", "operators", "gaps", "en", "data", "api", "livez", "readyz", "assets", "style", "editors", "calendar", "404",
	"a-z", "corrections", "sitemap",
}

// file is an entry's text on disk.
type file struct {
	path     string
	place    string // that it is read with
	kind     Kind
	order    int      // of its kind among Kinds
	id, lang string   // lang is "" for the text itself
	assets   []string // files beside it, sorted
}

// discover finds the entries' files in a place, and what is wrong with others,
// each in an order that the file system does not decide. A place that is not
// there has none, but for content/ itself.
func discover(fsys fs.FS, place string) ([]file, []stray) {
	w := walker{assets: map[string][]string{}}
	info, err := fs.Lstat(fsys, place)
	switch {
	case errors.Is(err, fs.ErrNotExist) && place != Root:
		return nil, nil
	case err == nil && place != Root && !info.IsDir(): // WalkDir would follow a link
		w.visit(place, fs.FileInfoToDirEntry(info), nil)
	default:
		if err := fs.WalkDir(fsys, place, w.visit); err != nil {
			w.refuse(place, notRead(diag.Pos{File: place}, err))
		}
	}
	slices.SortFunc(w.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	w.giveAssets()
	return w.files, w.strays
}

// walker gathers files.
type walker struct {
	files  []file
	assets map[string][]string // folder → files that are no text
	strays []stray
}

func (w *walker) refuse(name string, d diag.Diagnostic) {
	w.strays = append(w.strays, stray{placeOf(name), d})
}

func (w *walker) visit(name string, d fs.DirEntry, err error) error {
	at := diag.Pos{File: name}
	switch {
	case err != nil:
		w.refuse(name, notRead(at, err))
	case Ignored(d.Name()) || name == path.Join(Root, vocabFolder) && d.IsDir():
		return skip(d)
	case !fs.ValidPath(name):
		w.refuse(name, codeNotUTF8.At(at).Hinted(hintNotUTF8))
		return skip(d)
	case name == lock.File:
	case d.Type()&fs.ModeSymlink != 0:
		w.refuse(name, codeLink.At(at).Hinted(hintLink))
	case d.IsDir():
	case !d.Type().IsRegular(): // reading a pipe would wait for ever
		w.refuse(name, codeFileName.At(at).Hinted(hintFileName))
	case slices.Contains(assetTypes, ending(name)) && strings.Count(name, "/") == 3:
		w.assets[path.Dir(name)] = append(w.assets[path.Dir(name)], name)
	default:
		f, ok := identify(name)
		if !ok {
			w.refuse(name, codeFileName.At(at).Hinted(hintFileName).Hinted(properEnd(name)))
			return nil
		}
		w.files = append(w.files, f)
	}
	return nil
}

// Ignored reports whether a file or folder of this name is none of the
// content: hidden, or what an editor's program keeps beside a file while it is
// open (office programs do under names like ~$plan.docx).
func Ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~")
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// giveAssets gives the files in an entry's folder to its texts, and refuses
// those in a folder without an index.md, which no page would show.
func (w *walker) giveAssets() {
	for _, names := range w.assets {
		slices.Sort(names)
	}
	owned := map[string]bool{}
	for i, f := range w.files {
		folder := path.Dir(f.path)
		w.files[i].assets, owned[folder] = w.assets[folder], true
	}
	for _, folder := range slices.Sorted(maps.Keys(w.assets)) {
		for _, name := range w.assets[folder] {
			if !owned[folder] {
				w.refuse(name, codeFileName.At(diag.Pos{File: name}).Hinted(hintFileName))
			}
		}
	}
}

// ends are wrong ends of names, in lower case, with what is meant.
var ends = []struct{ wrong, right string }{
	{".md.txt", ".md"}, {".yaml.txt", ".yaml"}, {".md", ".md"}, {".yaml", ".yaml"}, {".yml", ".yaml"}, {".markdown", ".md"},
}

// properEnd is the remedy for an entry whose name differs in its end only.
func properEnd(name string) diag.Text {
	for _, end := range ends {
		if !strings.HasSuffix(strings.ToLower(name), end.wrong) {
			continue
		}
		meant := name[:len(name)-len(end.wrong)] + end.right
		if _, ok := identify(meant); ok {
			return hintEnd.With(diag.Text{Zh: path.Base(meant), En: path.Base(meant)})
		}
	}
	return diag.Text{}
}

// identify reads kind, id and language out of content/FOLDER/ID[.LANG].md,
// .yaml, or content/FOLDER/ID/index[.LANG].md.
func identify(name string) (f file, ok bool) {
	parts := strings.Split(name, "/")
	if len(parts) < 3 || len(parts) > 4 {
		return f, false
	}
	at := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Folder == parts[1] })
	ext := path.Ext(name)
	if at < 0 || ext != ".md" && ext != ".yaml" {
		return f, false
	}
	stem := strings.TrimSuffix(path.Base(name), ext)
	for _, lang := range config.Translations {
		if rest, found := strings.CutSuffix(stem, "."+lang); found {
			stem, f.lang = rest, lang
		}
	}
	f.path, f.place, f.kind, f.order, f.id = name, placeOf(name), Kinds[at], at, stem
	if len(parts) == 4 {
		f.id = parts[2]
		return f, stem == "index"
	}
	return f, true
}

// checkID tells ids that cannot stand in a URL of this site.
func checkID(f file) diag.List {
	taken := slices.Contains(reserved, f.id) || f.kind.Name == "page" && slices.Contains(reservedPages, f.id)
	switch {
	case taken:
		return diag.List{codeReserved.At(diag.Pos{File: f.path}, f.id).Hinted(hintReserved)}
	case strings.Contains(f.id, "."):
		return diag.List{codeLanguage.At(diag.Pos{File: f.path}, f.id).Hinted(hintLanguage)}
	case !idPattern.MatchString(f.id):
		return diag.List{codeID.At(diag.Pos{File: f.path}, f.id).Hinted(hintID)}
	case windowsNames.MatchString(f.id):
		return diag.List{codeWindows.At(diag.Pos{File: f.path}, f.id).Hinted(hintWindows)}
	case len(f.id) > maxID:
		return diag.List{codeLongID.At(diag.Pos{File: f.path}, len(f.id), maxID).Hinted(hintLongID)}
	}
	return nil
}

// notRead tells of a place that the disk does not give.
func notRead(at diag.Pos, err error) diag.Diagnostic {
	why := diag.Text{Zh: "磁盘出了错", En: err.Error()}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why.Zh = "这里没有它"
	case errors.Is(err, fs.ErrPermission):
		why.Zh = "没有打开它的权限"
	}
	return codeRead.At(at, why).Hinted(hintRead)
}

// read returns the text of a file of bounded size, and of no link.
func read(fsys fs.FS, name string) ([]byte, diag.List) {
	info, err := fs.Lstat(fsys, name)
	switch {
	case err != nil:
		return nil, diag.List{notRead(diag.Pos{File: name}, err)}
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, diag.List{codeLink.At(diag.Pos{File: name}).Hinted(hintLink)}
	case !info.Mode().IsRegular(): // reading a pipe would wait for ever
		return nil, diag.List{codeFileName.At(diag.Pos{File: name}).Hinted(hintFileName)}
	case info.Size() > maxFile:
		return nil, diag.List{codeTooLarge.At(diag.Pos{File: name}, info.Size()).Hinted(hintTooLarge)}
	}
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, diag.List{notRead(diag.Pos{File: name}, err)}
	}
	return text, nil
}

// Excerpted is the text of a file of the source folder for excerpts beside
// findings; nil where it is no file of bounded size that can be read, for a
// finding stands without an excerpt.
func Excerpted(fsys fs.FS, name string) []byte {
	info, err := fs.Stat(fsys, name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil
	}
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil
	}
	return text
}
