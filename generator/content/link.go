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

// links are what binds published entries together. Entries are numbered by
// their places in Library.Entries.
type links struct {
	version    int       // of rank
	published  []*loaded // what all this was made from
	rank       map[Ref]int
	neighbours [][]Ref
	linkedFrom [][]Ref
}

// link resolves every reference, makes the links of both sides, and checks
// what only all entries together can show.
func (m *Memory) link(lib *Library, texts, published []*loaded) (list diag.List) {
	before := m.links.published
	kept := m.links.number(published)
	lib.rank = m.links.rank
	r := resolver{lib: lib, texts: texts, gone: map[Ref]bool{}, version: m.links.version}
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
	if !kept || !slices.EqualFunc(before, published, sameTargets) {
		m.links.connect()
	}
	lib.neighbours, lib.linkedFrom = m.links.neighbours, m.links.linkedFrom
	lib.supersede()
	list = append(list, lib.cycles(texts)...)
	return append(list, oldAddresses(texts)...)
}

// number gives published entries their numbers, and reports whether they are
// what they were.
func (l *links) number(published []*loaded) (kept bool) {
	sameRef := func(a, b *loaded) bool { return a == b || a.ref == b.ref }
	kept = l.rank != nil && slices.EqualFunc(l.published, published, sameRef)
	l.published = published
	if kept {
		return true
	}
	l.version++
	l.rank = make(map[Ref]int, len(published))
	for i, t := range published {
		l.rank[t.ref] = i
	}
	return false
}

// connect makes the links of both sides.
func (l *links) connect() {
	from := make([][]int, len(l.published))
	for i, t := range l.published {
		for _, to := range t.targets.ranks {
			from[to] = append(from[to], i)
		}
	}
	l.neighbours, l.linkedFrom = make([][]Ref, len(from)), make([][]Ref, len(from))
	for i, t := range l.published {
		both := slices.Concat(from[i], t.targets.ranks)
		slices.Sort(both)
		l.neighbours[i], l.linkedFrom[i] = l.refs(slices.Compact(both)), l.refs(from[i])
	}
}

// refs are the references to the entries of these numbers, nil for none.
func (l *links) refs(ranks []int) (out []Ref) {
	if len(ranks) > 0 {
		out = make([]Ref, len(ranks))
	}
	for i, rank := range ranks {
		out[i] = l.published[rank].ref
	}
	return out
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
	version int   // of the ranks
	whole   bool  // every reference leads to one
	ranks   []int // sorted, each once
}

func sameTargets(a, b *loaded) bool { return a == b || slices.Equal(a.targets.ranks, b.targets.ranks) }

// resolver looks references up.
type resolver struct {
	lib     *Library
	texts   []*loaded
	gone    map[Ref]bool
	version int      // of the ranks of lib
	known   []string // references to all texts, made when first asked for
}

// follow finds the targets of t, unless they are known already.
func (r *resolver) follow(t *loaded) (list diag.List) {
	if t.targets.whole && t.targets.version == r.version {
		return nil
	}
	var ranks []int
	for _, ref := range t.refs {
		rank, found := r.resolve(ref, t.ref)
		if rank >= 0 {
			ranks = append(ranks, rank)
		}
		list = append(list, found...)
	}
	slices.Sort(ranks)
	t.targets = targets{version: r.version, whole: len(list) == 0, ranks: slices.Compact(ranks)}
	return list
}

// resolve returns the rank of the entry that a reference in from leads to, or
// -1 and why it leads to no page of this build.
func (r *resolver) resolve(ref reference, from Ref) (int, diag.List) {
	name, _, ok := strings.Cut(string(ref.to), ":")
	fits := ref.kind == "any" || ref.kind == name
	if rank, published := r.lib.rank[ref.to]; published && fits && ref.to != from {
		return rank, nil
	}
	is := KindOf(name)
	at, word := ref.at, string(ref.to)
	switch {
	case !ok || is == Kind{}:
		return -1, diag.List{codeRefForm.At(at, word).Hinted(hintRefForm).Hinted(diag.PlainMarks(word)).Hinted(r.suggest(word, ref.kind))}
	case !fits:
		return -1, diag.List{codeRefKind.At(at, KindOf(ref.kind).label(), word, is.label()).Hinted(hintRefKind)}
	case ref.to == from:
		return -1, diag.List{codeRefSelf.At(at).Hinted(hintRefSelf)}
	}
	switch {
	case find(r.texts, ref.to) == nil:
		folder := "content/" + is.Folder
		hint := hintRef.With(diag.Text{Zh: folder, En: folder})
		return -1, diag.List{codeRef.At(at, word).Hinted(hint).Hinted(diag.DidYouMean(word, r.refs())).Hinted(diag.PlainMarks(word))}
	case r.gone[ref.to]:
		return -1, diag.List{codeRefGone.At(at, word).Hinted(hintRefGone)}
	}
	return -1, diag.List{codeRefOut.Warn(at, word).Hinted(hintRefOut)}
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
