package site

import (
	"anju/generator/config"
	"anju/generator/content"
)

// data are the files for other programs.
func (p *planner) data() (files []File) {
	for _, f := range p.source.Files() {
		files = append(files, File{Path: f.Path, data: func(p *planner) []byte { return f.Data(p.source) }})
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
