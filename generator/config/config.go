package config

import (
	"net/url"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// File is the name of the configuration in the source folder.
const File = "config.yaml"

// Translations are the languages that a site can have besides Chinese.
var Translations = []string{"en"}

// Names is a name in the languages of the site.
type Names struct {
	Zh string `yaml:"zh" rule:"required,len=1..60" zh:"中文" en:"Chinese"`
	En string `yaml:"en" rule:"len=1..80" zh:"英文" en:"English"`
}

// In returns the name in lang; Chinese stands in for what is missing.
func (n Names) In(lang string) string {
	if lang == "en" && n.En != "" {
		return n.En
	}
	return n.Zh
}

// Publisher says who answers for the site. What only a government's own site
// has is SiteID, Host and Organiser; ICP and Police numbers other sites have, too.
type Publisher struct {
	Name       Names  `yaml:"name" rule:"required" zh:"名称" en:"name"`
	Kind       string `yaml:"kind" rule:"required,enum=unofficial|official" zh:"官方或非官方" en:"official or not"`
	Contact    string `yaml:"contact" rule:"len=2..120" zh:"联系方式" en:"contact"`
	Correction string `yaml:"correction" rule:"required" zh:"纠错入口：mailto: 或网址" en:"where to report mistakes: mailto: or URL"`
	SiteID     string `yaml:"site_id" zh:"网站标识码" en:"site id of a government site"`
	ICP        string `yaml:"icp" zh:"ICP备案号" en:"ICP number"`
	Police     string `yaml:"police" zh:"公安备案号" en:"number of the police record"`
	Host       string `yaml:"host" rule:"len=2..60" zh:"主办单位" en:"hosting body"`
	Organiser  string `yaml:"organiser" rule:"len=2..60" zh:"承办单位" en:"body that runs the site"`
}

// Official reports whether the site is a government's own.
func (p Publisher) Official() bool { return p.Kind == "official" }

// Config is config.yaml.
type Config struct {
	Title     Names     `yaml:"title" rule:"required" zh:"站名" en:"title of the site"`
	BaseURL   string    `yaml:"base_url" rule:"url" zh:"网站地址" en:"address of the site"`
	Languages []string  `yaml:"languages" rule:"enum=zh-Hans|en" zh:"语言" en:"languages"`
	Theme     string    `yaml:"theme" rule:"id" zh:"主题" en:"theme"`
	Region    Names     `yaml:"region" rule:"required" zh:"地区（省）" en:"region"`
	Publisher Publisher `yaml:"publisher" rule:"required" zh:"发布者" en:"publisher"`
	Addr      string    `yaml:"addr" zh:"监听地址" en:"address to listen on"`
	PerPage   int       `yaml:"per_page" rule:"range=5..100" zh:"每页条数" en:"entries on a page of a list"`
	Sample    bool      `yaml:"sample" zh:"演示站点" en:"a demonstration site"`

	RefusedSources []string `yaml:"refused_sources" rule:"len=4..80" zh:"不用作来源的网站（域名）" en:"hosts that are no source"`

	doc *strictyaml.Doc `yaml:"-"`
}

// At is the place of a field in config.yaml, for findings that other rooms make.
func (c Config) At(path ...any) diag.Pos {
	if c.doc == nil { // not read from a file
		return diag.Pos{File: File}
	}
	return c.doc.At(path...)
}

// Language is the language that is always there; the others translate it.
const Language = "zh-Hans"

var (
	codeLanguages = diag.New("config/languages", "languages 的第一个必须是 zh-Hans", "languages must begin with zh-Hans")
	codeTwice     = diag.New("config/languages", "languages 里 %s 写了两次", "languages has %s twice")
	codeBaseURL   = diag.New("config/base-url", "base_url 只写到域名", "base_url ends with the host")
	codeUser      = diag.New("config/base-url", "base_url 里不能有用户名和密码", "base_url must not hold a user name or a password")
	codeReport    = diag.New("config/correction", "correction 要写 mailto: 开头的邮箱、网址，或本站路径（/about/）",
		"correction is a mailto: address, a URL, or a path of this site (/about/)")
)

var (
	hintLanguages = diag.Text{Zh: "写 languages: [zh-Hans, en]；只有中文就删掉这一项", En: "write languages: [zh-Hans, en], or leave it out for Chinese alone"}
	hintTwice     = diag.Text{Zh: "留下一个", En: "keep one of them"}
	hintUser      = diag.Text{Zh: "删掉 @ 和它前面的用户名、密码：这个地址写在每一页上，谁都看得到", En: "delete what stands before the @, and the @: every page shows this address"}
	hintBaseURL   = diag.Text{Zh: "写作 https://example.org，后面什么也不加：网站要放在域名的根目录", En: "write https://example.org and nothing behind it: the site stands at the root"}
)

// Load reads the text of config.yaml and fills in the defaults.
func Load(text []byte) (Config, diag.List) {
	var c Config
	doc, list := strictyaml.Parse(File, text, 1)
	list = append(list, doc.Decode(&c)...)
	c.doc = doc
	c.fill()
	return c, append(list, c.check(doc)...)
}

func (c *Config) fill() {
	if len(c.Languages) == 0 {
		c.Languages = []string{Language}
	}
	if c.Theme == "" {
		c.Theme = "default"
	}
	if c.Addr == "" {
		c.Addr = "127.0.0.1:8080"
	}
	if c.PerPage == 0 {
		c.PerPage = 20
	}
	c.BaseURL = strings.TrimRight(c.BaseURL, "/")
}

func (c *Config) check(doc *strictyaml.Doc) diag.List {
	list := c.checkLanguages(doc)
	switch u, err := url.Parse(c.BaseURL); {
	case err != nil || u.Host == "": // told already
	case u.User != nil:
		list = append(list, codeUser.At(doc.At("base_url")).Hinted(hintUser))
	case !atRoot(u):
		list = append(list, codeBaseURL.At(doc.At("base_url")).Hinted(hintBaseURL))
	}
	if r := c.Publisher.Correction; r != "" && !reportable(r) {
		list = append(list, codeReport.At(doc.At("publisher", "correction")))
	}
	return append(list, c.checkFurniture(doc)...)
}

func (c *Config) checkLanguages(doc *strictyaml.Doc) (list diag.List) {
	if c.Languages[0] != Language {
		list = append(list, codeLanguages.At(doc.At("languages", 0)).Hinted(hintLanguages))
	}
	for i, lang := range c.Languages {
		if slices.Contains(c.Languages[:i], lang) {
			list = append(list, codeTwice.At(doc.At("languages", i), lang).Hinted(hintTwice))
		}
	}
	return list
}

// CleanBaseURL is an address of a site as base_url holds it, without a slash at
// the end. It is false for what base_url refuses; "" is no address, and true.
func CleanBaseURL(address string) (string, bool) {
	address = strings.TrimRight(address, "/")
	u, err := url.Parse(address)
	return address, address == "" || err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") && u.User == nil && atRoot(u)
}

// atRoot reports whether u names a host and nothing on it: the site's own links
// begin at the root.
func atRoot(u *url.URL) bool { return u.Path == "" && u.RawQuery == "" && u.Fragment == "" }

// reportable reports whether a page can link to address: mail, the web, or a
// path of this site. Browsers read // and /\ at its start as another host.
func reportable(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "mailto":
		return u.Opaque != ""
	case "https", "http":
		return u.Host != ""
	case "":
		return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") && !strings.HasPrefix(address, `/\`)
	}
	return false
}
