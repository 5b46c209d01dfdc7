package content

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// What can be wrong between entries.
var (
	codeRef     = diag.New("content/dangling-reference", "没有 %q 这个条目", "there is no entry %q")
	codeRefForm = diag.New("content/reference-form", "%q 不是引用的写法", "%q is not the form of a reference")
	codeRefKind = diag.New("content/reference-kind", "这里只能引用%s，%q 是%s", "this must refer to a %s; %q is a %s")
	codeRefSelf = diag.New("content/reference-to-self", "条目引用了自己", "the entry refers to itself")
	codeRefGone = diag.New("content/reference-gone", "%q 已经删除了", "%q is gone")
	codeRefOut  = diag.New("content/reference-unpublished", "%q 还没有发布，页面上不会有这个链接", "%q is not published yet; the page will not have this link")
	codeCycle   = diag.New("content/replaces-cycle", "这些政策互相替代：%s", "these policies replace each other: %s")
	codeOld     = diag.New("content/moved-from-form", "%q 不能当旧地址", "%q cannot be an old address")
	codeMoved   = diag.New("content/moved-from", "旧地址 %q 现在是 %s 的", "the old address %q belongs to %s")
)

var (
	hintRef     = diag.Text{Zh: "编号就是文件名，去掉 .md；看看 %s 里有没有这个文件", En: "an id is a file's name without .md; look into %s"}
	hintRefForm = diag.Text{Zh: "写作 类别:编号，例如 policy:suzhou-zufang", En: "write KIND:ID, like policy:suzhou-rent"}
	hintRefKind = diag.Text{Zh: "别类的条目可以写进 related", En: "entries of other kinds can go into related"}
	hintRefSelf = diag.Text{Zh: "删掉它", En: "delete it"}
	hintRefGone = diag.Text{Zh: "删掉这条引用，或者引用接替它的条目", En: "delete the reference, or refer to what took its place"}
	hintRefOut  = diag.Text{Zh: "不用改：它发布以后链接会自己出现", En: "nothing to do: the link comes with its publication"}
	hintCycle   = diag.Text{Zh: "replaces 只写在新政策里；从旧政策里删掉它", En: "only the newer policy has replaces; delete it from the older one"}
	hintOld     = diag.Text{Zh: "写旧编号，例如 old-id，或者以前的路径，例如 /guides/old-id/；首页、列表、搜索这些地址是网站自己的", En: "write an old id, like old-id, or an old path, like /guides/old-id/; the home page, lists and search are the site's own"}
	hintMoved   = diag.Text{Zh: "一个旧地址只能转到一个条目，正在用的地址不能当旧地址；从其中一处删掉", En: "an old address leads to one entry, and is no longer in use; delete it from one of them"}
)

// link resolves every reference, makes the links of both sides, and checks
// what only all entries together can show.
func (l *Library) link(texts []loaded, vocab *vocabularies) (list diag.List) {
	r := resolver{lib: l, known: map[Ref]bool{}}
	for _, t := range texts {
		ref := t.entry.Common().Ref()
		r.refs = append(r.refs, string(ref))
		r.known[ref] = true
	}
	l.neighbours, l.linkedFrom = map[Ref][]Ref{}, map[Ref][]Ref{}
	for _, t := range texts {
		list = append(list, r.references(t.entry, t.document, t.entry.Common().Ref())...)
	}
	for _, f := range vocab.files {
		list = append(list, r.references(f.into, f.document, "")...)
	}
	l.orderNeighbours()
	l.supersede()
	list = append(list, l.cycles(texts)...)
	return append(list, oldAddresses(texts)...)
}

// supersede notes for each policy what replaces it.
func (l *Library) supersede() {
	l.replacedBy = map[Ref][]*Policy{}
	for _, p := range l.Policies {
		for _, old := range p.Replaces {
			if p.Basis != "news_report" && p.Withdrawn == nil {
				l.replacedBy[old] = append(l.replacedBy[old], p)
			}
		}
	}
}

// orderNeighbours sorts every list of neighbours as Entries are, each once.
func (l *Library) orderNeighbours() {
	rank := make(map[Ref]int, len(l.Entries))
	for i, e := range l.Entries {
		rank[e.Common().Ref()] = i
	}
	for _, lists := range []map[Ref][]Ref{l.neighbours, l.linkedFrom} {
		for ref, refs := range lists {
			slices.SortFunc(refs, func(a, b Ref) int { return rank[a] - rank[b] })
			lists[ref] = slices.Compact(refs)
		}
	}
}

// resolver looks references up.
type resolver struct {
	lib   *Library
	refs  []string
	known map[Ref]bool
}

// references checks every reference in v, and notes who links where. from is
// "" for a vocabulary, which links nothing.
func (r *resolver) references(v any, doc document, from Ref) (list diag.List) {
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, word string) {
		kind := tag.Get("ref")
		if kind == "" {
			return
		}
		ref, finding := r.resolve(Ref(word), kind, from, doc.At(path...))
		list = append(list, finding...)
		if ref != "" && r.lib.Get(from) != nil {
			r.lib.neighbours[ref] = append(r.lib.neighbours[ref], from)
			r.lib.neighbours[from] = append(r.lib.neighbours[from], ref)
			r.lib.linkedFrom[ref] = append(r.lib.linkedFrom[ref], from)
		}
	})
	return list
}

// resolve returns the reference when it leads to a page of this build.
func (r *resolver) resolve(ref Ref, kind string, from Ref, at diag.Pos) (Ref, diag.List) {
	name, _, ok := strings.Cut(string(ref), ":")
	is := KindOf(name)
	switch {
	case !ok || is == Kind{}:
		return "", diag.List{codeRefForm.At(at, ref).Hinted(hintRefForm).Hinted(diag.PlainMarks(string(ref))).Hinted(r.suggest(string(ref), kind))}
	case kind != "any" && name != kind:
		return "", diag.List{codeRefKind.At(at, KindOf(kind).label(), ref, is.label()).Hinted(hintRefKind)}
	case ref == from:
		return "", diag.List{codeRefSelf.At(at).Hinted(hintRefSelf)}
	case !r.known[ref]:
		folder := "content/" + is.Folder
		hint := fill(hintRef, diag.Text{Zh: folder, En: folder})
		return "", diag.List{codeRef.At(at, ref).Hinted(hint).Hinted(diag.DidYouMean(string(ref), r.refs)).Hinted(diag.PlainMarks(string(ref)))}
	case r.lib.Get(ref) != nil:
		return ref, nil
	}
	if _, out := r.lib.notPublished(ref); out {
		return "", diag.List{codeRefOut.Warn(at, ref).Hinted(hintRefOut)}
	}
	return "", diag.List{codeRefGone.At(at, ref).Hinted(hintRefGone)}
}

// suggest finds the entry of a kind that word, no proper reference, may mean:
// by its id alone, with the kind's folder before it, or by its title.
func (r *resolver) suggest(word, kind string) diag.Text {
	_, id, _ := strings.Cut(word, ":")
	for _, e := range r.lib.Entries {
		h := e.Common()
		if (h.ID == word || h.ID == id || h.Title == word) && (kind == "any" || kind == h.Kind) {
			ref := string(h.Ref())
			return diag.DidYouMean(ref, []string{ref})
		}
	}
	return diag.Text{}
}

// cycles tells policies that replace each other in a ring, where it closes.
func (l *Library) cycles(texts []loaded) (list diag.List) {
	docs, seen := map[Ref]document{}, map[Ref]bool{}
	for _, t := range texts {
		docs[t.entry.Common().Ref()] = t.document
	}
	var visit func(p *Policy, trail []string)
	visit = func(p *Policy, trail []string) {
		seen[p.Ref()] = true
		trail = append(trail, string(p.Ref()))
		for i, old := range p.Replaces {
			at := slices.Index(trail, string(old))
			next, ok := l.byRef[old].(*Policy)
			switch {
			case old == p.Ref(): // told as a reference to itself
			case at >= 0:
				ring := strings.Join(append(trail[at:], string(old)), " → ")
				list = append(list, codeCycle.At(docs[p.Ref()].At("replaces", i), ring).Hinted(hintCycle))
			case ok && !seen[old]:
				visit(next, trail)
			}
		}
	}
	for _, p := range l.Policies {
		if !seen[p.Ref()] {
			visit(p, nil)
		}
	}
	return list
}

// oldAddresses checks that no old id or path is in use again.
func oldAddresses(texts []loaded) (list diag.List) {
	taken := map[string]Ref{}
	for _, t := range texts {
		taken[t.kind.Path(t.id)] = t.entry.Common().Ref()
	}
	for _, t := range texts {
		for i, old := range t.entry.Common().MovedFrom {
			if !wasAddress(old) {
				list = append(list, codeOld.At(t.At("moved_from", i), old).Hinted(hintOld))
				continue
			}
			address := t.kind.OldPath(old)
			if owner, used := taken[address]; used {
				list = append(list, codeMoved.At(t.At("moved_from", i), old, owner).Hinted(hintMoved))
			}
			taken[address] = t.entry.Common().Ref()
		}
	}
	return list
}

var pathPattern = regexp.MustCompile(`^(/[A-Za-z0-9._~\p{Han}-]+)+/?$`)

// wasAddress reports whether old can have been the id or the path of an entry,
// here or on a site before this one: no path that this site uses by itself.
func wasAddress(old string) bool {
	if !strings.HasPrefix(old, "/") {
		return idPattern.MatchString(old)
	}
	parts := strings.Split(strings.Trim(old, "/"), "/")
	isEntry := len(parts) == 2 && slices.ContainsFunc(Kinds, func(k Kind) bool { return k.Folder == parts[0] }) &&
		!slices.Contains(reserved, parts[1])
	own := slices.Contains(reservedPages, strings.TrimSuffix(parts[0], ".html")) || strings.HasPrefix(parts[0], "_")
	return pathPattern.MatchString(old) && (isEntry || !own)
}

// Path is where an entry of this kind stands under a language's root. Pages
// stand at the root itself.
func (k Kind) Path(id string) string {
	if k.Name == "page" {
		return fmt.Sprintf("/%s/", id)
	}
	return fmt.Sprintf("/%s/%s/", k.Folder, id)
}

// OldPath is where moved_from points: a path as it is, an id as a path.
func (k Kind) OldPath(old string) string {
	if strings.HasPrefix(old, "/") {
		return old
	}
	return k.Path(old)
}

// label names the kind in messages.
func (k Kind) label() diag.Text {
	zh := map[string]string{
		"community": "社区", "policy": "政策", "guide": "指南", "job": "岗位", "event": "活动", "page": "页面",
	}
	return diag.Text{Zh: zh[k.Name] + "（" + k.Name + "）", En: k.Name}
}

// KindOf returns the Kind named name, the zero Kind for none.
func KindOf(name string) Kind {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}
	}
	return Kinds[i]
}
