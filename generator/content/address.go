package content

import (
	"cmp"
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

// refAt is the entry whose page a path names, without a language: what OldPath
// makes of an id, read backwards. It is not ok for any other path.
func refAt(path string) (Ref, bool) {
	parts := strings.Split(strings.Trim(path, "/"), "/")
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

// wasAddress reports whether old can have been the id or the path of an entry,
// here or on a site before this one: no path that this site uses by itself.
func wasAddress(old string) bool {
	if !strings.HasPrefix(old, "/") {
		return idPattern.MatchString(old)
	}
	parts := strings.Split(strings.Trim(old, "/"), "/")
	isPart := len(parts) == 3 && parts[0] == "guides"
	isEntry := (len(parts) == 2 || isPart) && slices.ContainsFunc(Kinds, func(k Kind) bool { return k.Folder == parts[0] }) &&
		!slices.Contains(reserved, parts[1])
	own := slices.Contains(reservedPages, strings.TrimSuffix(parts[0], ".html")) || strings.HasPrefix(parts[0], "_")
	return pathPattern.MatchString(old) && (isEntry || !own)
}

// Path is where an entry of this kind stands under a language's root. Pages
// stand at the root itself.
func (k Kind) Path(id string) string {
	if k.Name == "page" {
		return "/" + id + "/"
	}
	return "/" + k.Folder + "/" + id + "/"
}

// OldPath is where moved_from points: a path as it is, an id as a path.
func (k Kind) OldPath(old string) string {
	if strings.HasPrefix(old, "/") {
		return old
	}
	return k.Path(old)
}
