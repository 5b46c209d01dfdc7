package site

import (
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/data"
)

// data are the files for other programs.
func (p *planner) data() (files []File) {
	labels := func(lang, field string) map[string]string { return p.frame.Labels[lang][field] }
	source := data.Source{Library: p.lib, Views: p.views, Languages: p.cfg.Languages, BaseURL: p.base, Labels: labels}
	for _, f := range source.Files() {
		files = append(files, File{Path: f.Path, Data: f.Data})
	}
	return files
}

// dataOf is the address of an entry as data, "" for one that was withdrawn.
// There is one file for all languages.
func (p *planner) dataOf(h *content.Head) string {
	if h.Withdrawn != nil {
		return ""
	}
	return p.in(config.Language).EntryURL(h) + "index.json"
}

// dataIn is the address of the data of a folder.
func dataIn(folder string) string { return "/data/" + folder + ".json" }
