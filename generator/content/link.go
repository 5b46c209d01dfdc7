package content

import (
	"cmp"
	"reflect"
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
	hintRef      = diag.Text{Zh: "编号就是文件名，去掉 .md；看看 %s 里有没有这个文件", En: "an id is a file's name without .md; look into %s"}
	hintRefMoved = diag.Text{Zh: "已经改成 %s，这里也改过来", En: "it has become %s: write that"}
	hintRefForm  = diag.Text{Zh: "写作 类别:编号，例如 policy:suzhou-zufang", En: "write KIND:ID, like policy:suzhou-rent"}
	hintRefKind  = diag.Text{Zh: "别类的条目可以写进 related", En: "entries of other kinds can go into related"}
	hintRefSelf  = diag.Text{Zh: "删掉它", En: "delete it"}
	hintRefGone  = diag.Text{Zh: "删掉这条引用，或者引用接替它的条目", En: "delete the reference, or refer to what took its place"}
	hintRefOut   = diag.Text{Zh: "不用改：它发布以后链接会自己出现", En: "nothing to do: the link comes with its publication"}
	hintCycle    = diag.Text{Zh: "replaces 只写在新政策里；从旧政策里删掉它", En: "only the newer policy has replaces; delete it from the older one"}
	hintOld      = diag.Text{Zh: "写旧编号，例如 old-id，或者以前的路径，例如 /guides/old-id/；首页、列表、搜索这些地址是网站自己的", En: "write an old id, like old-id, or an old path, like /guides/old-id/; the home page, lists and search are the site's own"}
	hintMoved    = diag.Text{Zh: "一个旧地址只能转到一个条目，正在用的地址不能当旧地址；从其中一处删掉", En: "an old address leads to one entry, and is no longer in use; delete it from one of them"}
)

// links are what binds published entries together. Entries are numbered by
// their places in Library.Entries.
type links struct {
	published  []*loaded // what all this was made from
	rank       map[Ref]int
	targets    [][]Ref // by rank: linked from here
	linkedFrom [][]Ref // by rank: linked here
}

// link resolves every reference, makes the links of both sides, and checks
// what only all entries together can show.
func (m *Memory) link(lib *Library, texts, published []*loaded) (list diag.List) {
	before := m.links
	m.links = before.number(published)
	m.unfollow(before)
	lib.rank = m.links.rank
	r := resolver{lib: lib, texts: texts, gone: map[Ref]bool{}}
	for _, e := range lib.Gone {
		r.gone[e.Common().Ref()] = true
	}
	for _, t := range texts {
		list = append(list, r.follow(t)...)
	}
	for _, f := range m.vocab.files {
		for _, ref := range f.refs {
			_, found := r.resolve(ref, "")
			list = append(list, found...)
		}
	}
	m.links.connect(before)
	lib.targets, lib.linkedFrom = m.links.targets, m.links.linkedFrom
	lib.supersede()
	list = append(list, lib.cycles(texts)...)
	return append(list, oldAddresses(texts)...)
}

// number gives published entries their numbers, which are the old ones where
// all entries have the same.
func (l links) number(published []*loaded) links {
	now := links{published: published, rank: l.rank}
	sameRef := func(a, b *loaded) bool { return a == b || a.ref == b.ref }
	if l.rank != nil && slices.EqualFunc(l.published, published, sameRef) {
		return now
	}
	now.rank = make(map[Ref]int, len(published))
	for i, t := range published {
		now.rank[t.ref] = i
	}
	return now
}

// unfollow forgets the targets of every text that leads to what is published no
// longer, also of those that another file of the same id hides.
func (m *Memory) unfollow(before links) {
	lost := map[Ref]bool{}
	gone, _ := apart(before.published, m.links.published)
	for _, t := range gone {
		if _, there := m.links.rank[t.ref]; !there {
			lost[t.ref] = true
		}
	}
	if len(lost) == 0 {
		return
	}
	for _, t := range m.texts {
		if slices.ContainsFunc(t.targets.refs, func(ref Ref) bool { return lost[ref] }) {
			t.targets = targets{}
		}
	}
}

// connect makes the links of both sides. What they were before it takes over
// and does not change.
func (l *links) connect(before links) {
	l.targets, l.linkedFrom = make([][]Ref, len(l.published)), make([][]Ref, len(l.published))
	changed, led := map[Ref]bool{}, map[Ref][]Ref{} // who leads elsewhere now; and who of them leads there
	for i, t := range l.published {
		l.targets[i] = t.targets.refs
		old, known := before.rank[t.ref]
		if known {
			l.linkedFrom[i] = before.linkedFrom[old]
		}
		if !known || !slices.Equal(before.targets[old], t.targets.refs) {
			changed[t.ref] = true
			before.touch(led, t.ref)
			for _, to := range t.targets.refs {
				led[to] = append(led[to], t.ref)
			}
		}
	}
	gone, _ := apart(before.published, l.published)
	for _, t := range gone {
		if _, there := l.rank[t.ref]; !there {
			changed[t.ref] = true
			before.touch(led, t.ref)
		}
	}
	for to, froms := range led {
		if i, there := l.rank[to]; there {
			kept := slices.DeleteFunc(slices.Clone(l.linkedFrom[i]), func(from Ref) bool { return changed[from] })
			l.linkedFrom[i] = sorted(append(kept, froms...), l.rank)
		}
	}
}

// touch names in led all that an entry led to.
func (l *links) touch(led map[Ref][]Ref, from Ref) {
	if rank, there := l.rank[from]; there {
		for _, to := range l.targets[rank] {
			if _, named := led[to]; !named {
				led[to] = nil
			}
		}
	}
}

// sorted puts references in the order of their ranks, each once; nil for none.
func sorted(refs []Ref, rank map[Ref]int) []Ref {
	if len(refs) == 0 {
		return nil
	}
	slices.SortFunc(refs, func(a, b Ref) int { return cmp.Compare(rank[a], rank[b]) })
	return slices.Compact(refs)
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

// reference is one that a file holds.
type reference struct {
	to   Ref
	kind string // that it must lead to, or "any"
	at   diag.Pos
}

// referencesIn lists the references in v.
func referencesIn(v any, doc document) (list []reference) {
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, word string) {
		if kind := tag.Get("ref"); kind != "" {
			list = append(list, reference{Ref(word), kind, doc.At(path...)})
		}
	})
	return list
}

// targets are the published entries that a text refers to.
type targets struct {
	whole bool  // every reference leads to one
	refs  []Ref // in the order of Entries, each once
}

// resolver looks references up.
type resolver struct {
	lib   *Library
	texts []*loaded
	gone  map[Ref]bool
	known []string // references to all texts, made when first asked for
}

// follow finds the targets of t, unless they are known already.
func (r *resolver) follow(t *loaded) (list diag.List) {
	if t.targets.whole {
		return nil
	}
	var refs []Ref
	for _, ref := range t.refs {
		leads, found := r.resolve(ref, t.ref)
		if leads {
			refs = append(refs, ref.to)
		}
		list = append(list, found...)
	}
	t.targets = targets{whole: len(list) == 0, refs: sorted(refs, r.lib.rank)}
	return list
}

// resolve reports whether a reference in from leads to a page of this build, or
// why it does not.
func (r *resolver) resolve(ref reference, from Ref) (leads bool, why diag.List) {
	name, _, ok := strings.Cut(string(ref.to), ":")
	fits := ref.kind == "any" || ref.kind == name
	if _, published := r.lib.rank[ref.to]; published && fits && ref.to != from {
		return true, nil
	}
	is := KindOf(name)
	at, word := ref.at, string(ref.to)
	switch {
	case !ok || is == Kind{}:
		return false, diag.List{codeRefForm.At(at, word).Hinted(hintRefForm).Hinted(diag.PlainMarks(word)).Hinted(r.suggest(word, ref.kind))}
	case !fits:
		return false, diag.List{codeRefKind.At(at, KindOf(ref.kind).label(), word, is.label()).Hinted(hintRefKind)}
	case ref.to == from:
		return false, diag.List{codeRefSelf.At(at).Hinted(hintRefSelf)}
	}
	switch {
	case find(r.texts, ref.to) == nil:
		folder := "content/" + is.Folder
		hint := hintRef.With(diag.Text{Zh: folder, En: folder})
		return false, diag.List{codeRef.At(at, word).Hinted(hint).Hinted(diag.DidYouMean(word, r.refs())).Hinted(diag.PlainMarks(word)).Hinted(r.movedTo(ref.to))}
	case r.gone[ref.to]:
		return false, diag.List{codeRefGone.At(at, word).Hinted(hintRefGone)}
	}
	return false, diag.List{codeRefOut.Warn(at, word).Hinted(hintRefOut)}
}

// movedTo says which entry has taken the address of old.
func (r *resolver) movedTo(old Ref) diag.Text {
	name, id, _ := strings.Cut(string(old), ":")
	path := KindOf(name).Path(id)
	for _, t := range r.texts {
		for _, from := range t.entry.Common().MovedFrom {
			if t.kind.OldPath(from) == path {
				return hintRefMoved.With(diag.Text{Zh: string(t.ref), En: string(t.ref)})
			}
		}
	}
	return diag.Text{}
}

// refs are the references to all texts.
func (r *resolver) refs() []string {
	for i := len(r.known); i < len(r.texts); i++ {
		r.known = append(r.known, string(r.texts[i].ref))
	}
	return r.known
}

// find is the text of the entry that ref names, or nil. texts are in order.
func find(texts []*loaded, ref Ref) *loaded {
	name, id, _ := strings.Cut(string(ref), ":")
	order := slices.Index(Kinds, KindOf(name))
	at, found := slices.BinarySearchFunc(texts, id, func(l *loaded, id string) int {
		return cmp.Or(l.order-order, cmp.Compare(l.id, id))
	})
	if !found {
		return nil
	}
	return texts[at]
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
func (l *Library) cycles(texts []*loaded) (list diag.List) {
	seen := map[Ref]bool{}
	var visit func(p *Policy, trail []string)
	visit = func(p *Policy, trail []string) {
		seen[p.Ref()] = true
		trail = append(trail, string(p.Ref()))
		for i, old := range p.Replaces {
			at := slices.Index(trail, string(old))
			next, ok := l.Get(old).(*Policy)
			switch {
			case old == p.Ref(): // told as a reference to itself
			case at >= 0:
				ring := strings.Join(append(trail[at:], string(old)), " → ")
				list = append(list, codeCycle.At(find(texts, p.Ref()).At("replaces", i), ring).Hinted(hintCycle))
			case ok && !seen[old]:
				visit(next, trail)
			}
		}
	}
	for _, p := range l.Policies {
		if len(p.Replaces) > 0 && !seen[p.Ref()] {
			visit(p, nil)
		}
	}
	return list
}
