package content

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
)

// Root is the folder of the content in the source folder.
const Root = "content"

// maxFile is the size of an entry that is still read, in bytes.
const maxFile = 1 << 20

var (
	codeLink     = diag.New("content/symlink", "这是一个链接（symlink），不会被读取", "this is a symbolic link and is not followed")
	codeTooLarge = diag.New("content/too-large", "文件有 %d 字节，超过 1 MB", "the file has %d bytes, more than 1 MB")
	codeFileName = diag.New("content/file-name", "这个文件不会被发布：看不出它是哪一类条目", "this file is not published: it is no entry")
	codeID       = diag.New("content/id", "编号 %q 不能用", "the id %q cannot be used")
	codeReserved = diag.New("content/id", "编号 %q 是网站自己的地址", "the id %q is an address of the site itself")
	codeSameID   = diag.New("content/same-id", "编号 %q 已经被 %s 用了", "the id %q is taken by %s")
	codeLanguage = diag.New("content/id", "编号 %q 里不能有点", "the id %q holds a dot")
	codeRead     = diag.New("content/read", "读不到这个文件：%v", "cannot read this file: %v")
)

var (
	hintLink     = diag.Text{Zh: "把文件本身放到这里来，不要放链接", En: "put the file itself here"}
	hintTooLarge = diag.Text{Zh: "把内容拆成几个条目；图片放在条目自己的文件夹里", En: "split the entry; keep pictures in the entry's own folder"}
	hintFileName = diag.Text{
		Zh: "条目放在 content/communities、policies、guides、jobs、events 或 pages 里，名字像 suzhou-zufang.md；图片放在条目自己的文件夹里，和 index.md 一起",
		En: "entries stand in content/communities, policies, guides, jobs, events or pages, named like suzhou-rent.md; pictures stand beside an index.md",
	}
	hintEnd      = diag.Text{Zh: "文件名要以小写的 .md 或 .yaml 结尾，改名为 %s", En: "the name must end in .md or .yaml, in lower case: rename it to %s"}
	hintID       = diag.Text{Zh: "只用小写字母、数字和连字符，例如 suzhou-zufang", En: "use lower-case letters, digits and hyphens, like suzhou-rent"}
	hintReserved = diag.Text{Zh: "给文件换个名字", En: "give the file another name"}
	hintLanguage = diag.Text{Zh: "译文的文件名像 suzhou-zufang.en.md；那种语言要先写进 config.yaml 的 languages", En: "a translation is named like suzhou-rent.en.md, its language first added to languages of config.yaml"}
	hintRead     = diag.Text{Zh: "看看文件还在不在、能不能打开", En: "see whether the file is still there and can be opened"}
	hintSameID   = diag.Text{Zh: "同一条目只留一个文件；不是同一条目的，给其中一个换个名字", En: "keep one file for one entry; if they are two, give one another name"}
)

// An id is kebab-case ASCII, or Han text where an editor wants it.
var idPattern = regexp.MustCompile(`^[a-z0-9\p{Han}]+(-[a-z0-9\p{Han}]+)*$`)

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
	kind     Kind
	id, lang string   // lang is "" for the text itself
	assets   []string // files beside it, sorted
}

// discover finds the entries' files under content/, sorted by path whatever
// the order in which the file system lists them.
func discover(fsys fs.FS, languages []string) (files []file, list diag.List) {
	assets := map[string][]string{}
	err := fs.WalkDir(fsys, Root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			list = append(list, codeRead.At(diag.Pos{File: name}, err).Hinted(hintRead))
		case strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "~"):
			return skip(d)
		case d.Type()&fs.ModeSymlink != 0:
			list = append(list, codeLink.At(diag.Pos{File: name}).Hinted(hintLink))
		case d.IsDir() && name == Root+"/"+vocabFolder:
			return fs.SkipDir
		case d.IsDir():
		case !d.Type().IsRegular(): // reading a pipe would wait for ever
			list = append(list, codeFileName.At(diag.Pos{File: name}).Hinted(hintFileName))
		case slices.Contains(assetTypes, ending(name)) && strings.Count(name, "/") == 3:
			assets[path.Dir(name)] = append(assets[path.Dir(name)], name)
		default:
			f, ok := identify(name, languages)
			if !ok {
				list = append(list, codeFileName.At(diag.Pos{File: name}).Hinted(hintFileName).Hinted(properEnd(name, languages)))
				return nil
			}
			files = append(files, f)
		}
		return nil
	})
	if err != nil {
		list = append(list, codeRead.At(diag.Pos{File: Root}, err).Hinted(hintRead))
	}
	for i, f := range files {
		files[i].assets = slices.Sorted(slices.Values(assets[path.Dir(f.path)]))
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	return files, append(list, ownerless(assets, files)...)
}

// ends are wrong ends of names, in lower case, with what is meant.
var ends = []struct{ wrong, right string }{
	{".md.txt", ".md"}, {".yaml.txt", ".yaml"}, {".md", ".md"}, {".yaml", ".yaml"}, {".yml", ".yaml"}, {".markdown", ".md"},
}

// properEnd is the remedy for an entry whose name differs in its end only.
func properEnd(name string, languages []string) diag.Text {
	for _, end := range ends {
		if !strings.HasSuffix(strings.ToLower(name), end.wrong) {
			continue
		}
		meant := name[:len(name)-len(end.wrong)] + end.right
		if _, ok := identify(meant, languages); ok {
			return fill(hintEnd, diag.Text{Zh: path.Base(meant), En: path.Base(meant)})
		}
	}
	return diag.Text{}
}

// ownerless tells pictures in a folder without an index.md, which no page
// would show.
func ownerless(assets map[string][]string, files []file) (list diag.List) {
	for folder, names := range assets {
		if slices.ContainsFunc(files, func(f file) bool { return path.Dir(f.path) == folder }) {
			continue
		}
		for _, name := range names {
			list = append(list, codeFileName.At(diag.Pos{File: name}).Hinted(hintFileName))
		}
	}
	return list
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// identify reads kind, id and language out of content/FOLDER/ID[.LANG].md,
// .yaml, or content/FOLDER/ID/index[.LANG].md.
func identify(name string, languages []string) (f file, ok bool) {
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
	for _, lang := range languages {
		if rest, found := strings.CutSuffix(stem, "."+lang); found {
			stem, f.lang = rest, lang
		}
	}
	f.path, f.kind, f.id = name, Kinds[at], stem
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
	}
	return nil
}

// read returns the text of a file of bounded size, and of no link.
func read(fsys fs.FS, name string) ([]byte, diag.List) {
	info, err := fs.Lstat(fsys, name)
	switch {
	case err != nil:
		return nil, diag.List{codeRead.At(diag.Pos{File: name}, err).Hinted(hintRead)}
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, diag.List{codeLink.At(diag.Pos{File: name}).Hinted(hintLink)}
	case info.Size() > maxFile:
		return nil, diag.List{codeTooLarge.At(diag.Pos{File: name}, info.Size()).Hinted(hintTooLarge)}
	}
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, diag.List{codeRead.At(diag.Pos{File: name}, err).Hinted(hintRead)}
	}
	return text, nil
}
