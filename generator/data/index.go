package data

import "anju/generator/content"

// index is the file that says what there is, and what there is no more.
type index struct {
	about     `yaml:",inline"`
	Languages []string      `yaml:"languages" rule:"required,enum=zh-Hans|en" zh:"有哪些语言" en:"the languages of the site"`
	Files     []Listing     `yaml:"files" rule:"required" zh:"文件" en:"the files"`
	Withdrawn []Withdrawn   `yaml:"withdrawn" zh:"已撤下的条目，请一并撤下" en:"entries that were taken down: take them down, too"`
	Gone      []content.Ref `yaml:"gone" ref:"any" zh:"已删除的条目" en:"entries that were removed for good"`
}

// Listing is a file of the data.
type Listing struct {
	URL    string `yaml:"url" rule:"required,url" zh:"网址" en:"address"`
	Schema string `yaml:"schema" rule:"required,url" zh:"它的 JSON Schema" en:"its JSON Schema"`
	Type   string `yaml:"type" rule:"required" zh:"类别" en:"type of what is in it"`
	Zh     string `yaml:"zh" rule:"required" zh:"说明" en:"what is in it, in Chinese"`
	En     string `yaml:"en" rule:"required" zh:"英文说明" en:"what is in it, in English"`
}

// Withdrawn is an entry that was taken down.
type Withdrawn struct {
	Ref                content.Ref `yaml:"ref" rule:"required" ref:"any" zh:"条目" en:"entry"`
	content.Withdrawal `yaml:",inline"`
	ReasonEn           string `yaml:"reason_en" rule:"len=4..200" zh:"英文的原因" en:"reason in English, where it is translated"`
}

// indexName is the name of the index and of its schema.
const indexName = "index"

// listed are the files that the index tells of, each by the name of its schema,
// which is its own.
var listed = []Listing{
	{Schema: "communities", Type: "community", Zh: "全部人才社区。", En: "All talent communities."},
	{Schema: "policies", Type: "policy", Zh: "全部政策，失效的也在内；basis 写明依据是原文还是报道。", En: "All policies, those that ended too; basis says whether each rests on the official text or on reports."},
	{Schema: "guides", Type: "guide", Zh: "全部指南：怎么办事、名词解释、各地做法、服务介绍。", En: "All guides: how to do things, explainers, practices and services."},
	{Schema: "jobs", Type: "job", Zh: "全部岗位，已截止的也在内。", En: "All jobs, closed ones too."},
	{Schema: "events", Type: "event", Zh: "全部活动，结束的也在内；sessions 逐场列出时间。", En: "All events, those that are over too; sessions lists each time."},
	{Schema: "pages", Type: "page", Zh: "关于本站的页面。", En: "Pages about the site itself."},
	{Schema: "homes", Type: "home", Zh: "全部户型，连同所在社区和来源。", En: "All unit types, with their communities and sources."},
	{Schema: vocabName, Type: vocabName, Zh: "全部词表：条目里的编号叫什么，哪些题目没有找到，枚举值的中英文名称。", En: "All vocabularies: what the slugs in entries are called, what was not found, and the names of enumerated values."},
}

func (s *Source) index() index {
	out := index{about: s.about(indexName, indexName), Languages: s.Languages, Withdrawn: s.withdrawn()}
	for _, l := range listed {
		l.URL, l.Schema = s.BaseURL+"/data/"+l.Schema+".json", s.schemaURL(l.Schema)
		out.Files = append(out.Files, l)
	}
	for _, e := range s.Library.Gone {
		out.Gone = append(out.Gone, e.Common().Ref())
	}
	return out
}

// withdrawn are the entries that the data does not hold any more, and why.
func (s *Source) withdrawn() (out []Withdrawn) {
	for _, e := range s.Library.Entries {
		h := e.Common()
		if h.Withdrawn == nil {
			continue
		}
		w := Withdrawn{Ref: h.Ref(), Withdrawal: *h.Withdrawn}
		if local, ok := s.Library.In(e, english); ok && local.Common().Withdrawn.Reason != w.Reason {
			w.ReasonEn = local.Common().Withdrawn.Reason
		}
		out = append(out, w)
	}
	return out
}
