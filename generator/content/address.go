package content

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
)

// oldAddresses checks that no old id or path is in use again.
func oldAddresses(texts []*loaded) (list diag.List) {
	taken := map[string]Ref{}
	for _, t := range texts {
		for i, old := range t.entry.Common().MovedFrom {
			if !wasAddress(old) {
				list = append(list, codeOld.At(t.At("moved_from", i), old).Hinted(hintOld))
				continue
			}
			address := t.kind.OldPath(old)
			if owner := cmp.Or(taken[address], ownerOf(texts, address)); owner != "" {
				list = append(list, codeMoved.At(t.At("moved_from", i), old, owner).Hinted(hintMoved))
			}
			taken[address] = t.ref
		}
	}
	return list
}

// ownerOf is the entry whose page has this address, "" for none.
func ownerOf(texts []*loaded, address string) Ref {
	ref, ok := refAt(address)
	if !ok {
		return ""
	}
	if t := find(texts, ref); t != nil && t.kind.Path(t.id) == address {
		return ref
	}
	return ""
}

// refAt is the entry whose page an address names, without a language: what
// OldPath makes of an id, read backwards. It is not ok for any other path.
func refAt(address string) (Ref, bool) {
	parts := strings.Split(strings.Trim(address, "/"), "/")
	switch len(parts) {
	case 1:
		return Ref("page:" + parts[0]), parts[0] != ""
	case 2:
		if i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Folder == parts[0] }); i >= 0 {
			return Ref(Kinds[i].Name + ":" + parts[1]), true
		}
	}
	return "", false
}

var pathPattern = regexp.MustCompile(`^(/[A-Za-z0-9._~\p{Han}-]+)+/?$`)

// rootFiles are what a release has at its root besides pages.
var rootFiles = []string{
	"index.html", "404.html", "feed.atom", "calendar.ics", "sitemap.xml", "robots.txt", "opensearch.xml", "favicon.ico",
}

// wasAddress reports whether old can have been the id or the path of an entry,
// here or on a site before this one: no path that this site uses by itself.
func wasAddress(old string) bool {
	if !strings.HasPrefix(old, "/") {
		return idPattern.MatchString(old)
	}
	parts := strings.Split(strings.Trim(old, "/"), "/")
	stem := func(i int) string { return strings.TrimSuffix(parts[i], path.Ext(parts[i])) }
	switch {
	case !pathPattern.MatchString(old) || path.Clean(old) != strings.TrimSuffix(old, "/") || strings.HasPrefix(parts[0], "_"):
		return false
	case len(parts) == 1:
		return !slices.Contains(rootFiles, parts[0]) && !slices.Contains(reservedPages, stem(0))
	case !slices.Contains(reservedPages, stem(0)):
		return true
	}
	isEntry := slices.ContainsFunc(Kinds, func(k Kind) bool { return k.Folder == parts[0] }) && !slices.Contains(reserved, stem(1))
	return isEntry && (len(parts) == 2 || len(parts) == 3 && parts[0] == "guides" && !slices.Contains(reserved, stem(2)))
}

// Path is where an entry of this kind stands under a language's root. Pages
// stand at the root itself.
func (k Kind) Path(id string) string {
	if k.Name == "page" {
		return "/" + id + "/"
	}
	return "/" + k.Folder + "/" + id + "/"
}

// OldPath is where moved_from points, without a language: an id as a path, a
// path with a slash at its end, unless it names a file, like /old/rent.html.
func (k Kind) OldPath(old string) string {
	switch {
	case !strings.HasPrefix(old, "/"):
		return k.Path(old)
	case strings.HasSuffix(old, "/") || path.Ext(old) != "":
		return old
	}
	return old + "/"
}
