package impact

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/view"
)

// comparePages sorts what one version has and the other has not. A translation
// stands at the address of its original with its language before it: pages are
// told once, by the address in the language of the site.
func (r *Report) comparePages(old, new Version) {
	before, after := old.pages(!r.Broken), new.pages(!r.Broken)
	for _, e := range slices.Concat(old.Library.Entries, new.Library.Entries) {
		if r.leftOut(e) {
			delete(before, address(e))
			delete(after, address(e))
		}
	}
	moves := new.moves()
	for _, path := range slices.Sorted(maps.Keys(before)) {
		if _, there := after[path]; there {
			continue
		}
		page := Page{Path: path, Title: before[path], To: moves[path]}
		switch {
		case page.To != "":
			r.Moved = append(r.Moved, page)
		case new.gone(path):
			r.Gone = append(r.Gone, page)
		default:
			r.Lost = append(r.Lost, page)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(after)) {
		_, there := before[path]
		if there || slices.ContainsFunc(r.Moved, func(p Page) bool { return p.To == path }) {
			continue
		}
		r.Added = append(r.Added, Page{Path: path, Title: after[path]})
	}
}

// predecessor is what stood in the old version under the id of an entry, or
// under one that it has moved from.
func predecessor(old Version, e content.Entry) content.Entry {
	h := e.Common()
	if was := old.Library.Get(h.Ref()); was != nil {
		return was
	}
	for _, from := range h.MovedFrom {
		if was := old.Library.Get(content.Ref(h.Kind + ":" + from)); was != nil {
			return was
		}
	}
	return nil
}

// pages are the addresses of v with the titles of entries: those of all pages,
// or else of entries alone.
func (v Version) pages(all bool) map[string]string {
	out := map[string]string{}
	if all && v.Site != nil {
		moves := v.moves()
		for _, p := range v.Site.Pages {
			path, err := url.PathUnescape(p.URL)
			if err == nil && p.Lang == config.Language && moves[path] == "" {
				out[path] = ""
			}
		}
	}
	for _, e := range v.Library.Entries {
		out[address(e)] = e.Common().Title
	}
	return out
}

func address(e content.Entry) string {
	h := e.Common()
	return view.Path(config.Language, content.KindOf(h.Kind).Path(h.ID))
}

// moves are the old addresses of v with where they lead.
func (v Version) moves() map[string]string {
	out := map[string]string{}
	for _, e := range v.Library.Entries {
		h := e.Common()
		for _, from := range h.MovedFrom {
			out[view.Path(config.Language, content.KindOf(h.Kind).OldPath(from))] = address(e)
		}
	}
	if v.Site != nil {
		for from, to := range v.Site.Frame.Redirects {
			if path, err := url.PathUnescape(to); err == nil {
				out[from] = path
			}
		}
	}
	return out
}

// gone reports whether the address, or what it lies below, is said to be gone.
func (v Version) gone(path string) bool {
	return slices.ContainsFunc(v.Library.Gone, func(e content.Entry) bool { return strings.HasPrefix(path, address(e)) })
}

var (
	codeVanished = diag.New("impact/page-vanishes", "已经发布的页面 %s 没有了，收藏它的人会看到“找不到”", "the published page %s vanishes: who has kept its address will find nothing")
	hintVanished = diag.Text{
		Zh: "改了名的，在新文件里写 moved_from: [%s]；内容作废的，留着文件写 withdrawn:；要彻底删除的，留着文件写 gone: true",
		En: "if it has another name, write moved_from: [%s] in the new file; if it holds no more, keep the file and write withdrawn:; to remove it for good, keep the file and write gone: true",
	}
)

// vanished tells entries whose pages are lost, at the file that held them.
func (r *Report) vanished(old Version) (list diag.List) {
	for _, e := range old.Library.Entries {
		h := e.Common()
		if !slices.ContainsFunc(r.Lost, func(p Page) bool { return p.Path == address(e) }) {
			continue
		}
		list = append(list, codeVanished.At(diag.Pos{File: h.File}, address(e)).Hinted(hintVanished.With(both(h.ID))))
	}
	return list
}
