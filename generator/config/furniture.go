package config

import (
	"regexp"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// A government's own site bears who hosts it, its code in the national register
// of government websites and its numbers of record, and every page names its
// domain (政府网站发展指引, 国办发〔2017〕47号). No other site may look like one.

var (
	codeOfficial   = diag.New("config/official", "官方网站必须填写 %s", "an official site needs %s")
	codeUnofficial = diag.New("config/unofficial", "非官方网站不能写 publisher.%s", "an unofficial site must not have publisher.%s")
	codeNumber     = diag.New("config/number", "%s 的写法不对", "%s is not written as such a number is")
)

var (
	hintOfficial   = diag.Text{Zh: "填上它；不是政府网站的，写 kind: unofficial", En: "fill it in, or write kind: unofficial for what is no government site"}
	hintUnofficial = diag.Text{Zh: "删掉它；确实是政府网站的，写 kind: official", En: "leave it out, or write kind: official for a government's own site"}
)

// numbers are the fields whose form is fixed. The codes of ministries' sites
// begin with bm; all others are ten digits, of which the first six are the
// place's code (GB/T 2260).
var numbers = []struct {
	name  string
	value func(Publisher) string
	form  *regexp.Regexp
	hint  diag.Text
}{
	{"site_id", func(p Publisher) string { return p.SiteID }, regexp.MustCompile(`^(\d{10}|bm\d{8})$`), diag.Text{
		Zh: `写10位数字，加引号，如 "3200000001"；部委网站是 bm 加8位数字`,
		En: `write its ten digits in quotes, like "3200000001"; a ministry's begins with bm and has eight`,
	}},
	{"icp", func(p Publisher) string { return p.ICP }, regexp.MustCompile(`^\p{Han}ICP备(\d{8}|\d{10})号(-\d{1,3})?$`), diag.Text{
		Zh: "写作 苏ICP备12345678号 或 苏ICP备12345678号-1", En: "write it like 苏ICP备12345678号 or 苏ICP备12345678号-1",
	}},
	{"police", func(p Publisher) string { return p.Police }, regexp.MustCompile(`^\p{Han}公网安备 ?\d{14}号$`), diag.Text{
		Zh: "写作 苏公网安备32010002000001号，数字是14位", En: "write it like 苏公网安备32010002000001号, with fourteen digits",
	}},
}

func (c *Config) checkFurniture(doc *strictyaml.Doc) (list diag.List) {
	for _, n := range numbers {
		if value := n.value(c.Publisher); value != "" && !n.form.MatchString(value) {
			list = append(list, codeNumber.At(doc.At("publisher", n.name), "publisher."+n.name).Hinted(n.hint))
		}
	}
	switch c.Publisher.Kind { // of another one it is not known what was meant
	case "official":
		list = append(list, c.Publisher.checkOfficial(doc)...)
	case "unofficial":
		list = append(list, c.Publisher.checkUnofficial(doc)...)
	}
	return list
}

// checkOfficial demands what an official site has. A list or a group in its
// place has been told as what it is.
func (p Publisher) checkOfficial(doc *strictyaml.Doc) (list diag.List) {
	for _, f := range []struct{ name, value string }{{"site_id", p.SiteID}, {"icp", p.ICP}, {"host", p.Host}} {
		if f.value == "" && doc.IsBlank("publisher", f.name) {
			list = append(list, codeOfficial.At(doc.At("publisher", "kind"), "publisher."+f.name).Hinted(hintOfficial))
		}
	}
	return list
}

// CheckAddress demands of an official site an address. Load does not: another
// address than that of config.yaml may be given to a build.
func (c Config) CheckAddress() diag.List {
	if !c.Publisher.Official() || c.BaseURL != "" {
		return nil
	}
	return diag.List{codeOfficial.At(c.At("publisher", "kind"), "base_url").Hinted(hintOfficial)}
}

func (p Publisher) checkUnofficial(doc *strictyaml.Doc) (list diag.List) {
	for _, f := range []struct{ name, value string }{{"site_id", p.SiteID}, {"host", p.Host}, {"organiser", p.Organiser}} {
		if f.value != "" {
			list = append(list, codeUnofficial.At(doc.At("publisher", f.name), f.name).Hinted(hintUnofficial))
		}
	}
	return list
}
