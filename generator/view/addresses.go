package view

import (
	"net/url"
	"strings"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
)

// Path is where a path of the Chinese site stands in a language: Chinese at the
// root, others under their name. It is not escaped: ids may be Han text.
func Path(lang, rooted string) string {
	if lang == config.Language {
		return rooted
	}
	return "/" + lang + rooted
}

// URL is the address of a path in the view's language, for an href.
func (v View) URL(rooted string) string { return escape(Path(v.Lang, rooted)) }

// EntryURL is the address of an entry's page in the view's language.
func (v View) EntryURL(h *content.Head) string { return v.URL(content.KindOf(h.Kind).Path(h.ID)) }

func escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// resolver turns the destinations that an editor may write into addresses:
// policy:ID, which reference knows, a file beside the entry, a path of this site,
// the web.
func resolver(h *content.Head, reference func(ref content.Ref, fragment string) answer) markdown.Resolve {
	return func(dest string) (string, diag.Text, bool) {
		name, fragment, _ := strings.Cut(dest, "#")
		if fragment != "" {
			fragment = "#" + fragment
		}
		ref, isEntry := entryIn(dest)
		switch {
		case isEntry:
			a := reference(ref, fragment)
			return a.url, a.remedy, a.ok
		case strings.Contains(name, ":"), strings.HasPrefix(dest, "#"):
			return dest, diag.Text{}, true
		case strings.HasPrefix(dest, "/"):
			return dest, diag.Text{}, true // the check of all links follows it
		}
		a, ok := h.Asset(name)
		if !ok {
			return "", noAsset, false
		}
		return assetURL(h, a) + fragment, diag.Text{}, true
	}
}

var (
	noAsset = diag.Text{
		Zh: "条目的文件夹里没有这个文件。链接到别的条目，写 policy:编号；链接到网上，写完整的 https:// 地址",
		En: "there is no such file beside the entry. Link to an entry as policy:ID, to the web with its whole https:// address",
	}
	noEntry = diag.Text{Zh: "没有这个条目，或者它还没有发布", En: "there is no such entry, or it is not published"}
)

// reference is the address of an entry, or else the entry that was perhaps
// meant.
func (v View) reference(ref content.Ref, fragment string) answer {
	if e := v.lib.Get(ref); e != nil {
		return answer{url: v.placeURL(e, fragment), ok: true}
	}
	var refs []string
	for _, e := range v.lib.Entries {
		refs = append(refs, string(e.Common().Ref()))
	}
	hint := diag.DidYouMean(string(ref), refs)
	if hint == (diag.Text{}) {
		hint = noEntry
	}
	return answer{remedy: hint}
}

// CityPath is where the hub of a city stands, without its language.
func CityPath(city string) string { return "/cities/" + city + "/" }

// GapPath is where a gap stands, without its language: /gaps/CITY/TOPIC/.
func GapPath(g content.Gap) string { return "/gaps/" + g.ID() + "/" }

// OrganisationPath is where a brand or an operator stands, without its
// language: /brands/SLUG/.
func OrganisationPath(folder, slug string) string { return "/" + folder + "/" + slug + "/" }
