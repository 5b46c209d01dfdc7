package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

var (
	codeRef     = diag.New("content/dangling-reference", "没有 %q 这个条目", "there is no entry %q")
	codeRefForm = diag.New("content/reference-form", "%q 不是引用的写法", "%q is not the form of a reference")
	codeRefKind = diag.New("content/reference-kind", "这里要引用 %s，%q 不是", "this must refer to a %s, which %q is not")
	codeRefSelf = diag.New("content/reference-to-self", "条目引用了自己", "the entry refers to itself")
	codeRefGone = diag.New("content/reference-gone", "%q 已经删除了", "%q is gone")
	codeRefOut  = diag.New("content/reference-unpublished", "%q 还没有发布，页面上不会有这个链接", "%q is not published yet; the page will not have this link")
	codeCycle   = diag.New("content/replaces-cycle", "这些政策互相替代：%s", "these policies replace each other: %s")
	codeMoved   = diag.New("content/moved-from", "旧地址 %q 现在是 %s 的", "the old address %q belongs to %s")
)

var hintRefForm = diag.Text{Zh: "写作 类别:编号，例如 policy:suzhou-zufang", En: "write KIND:ID, like policy:suzhou-rent"}

// link resolves every reference, makes the links of both sides, and checks
// what only all entries together can show.
func (l *Library) link(texts []loaded, vocab *vocabularies) (list diag.List) {
	r := resolver{lib: l, refs: make([]string, 0, len(texts)), known: map[Ref]bool{}}
	for _, t := range texts {
		ref := t.entry.Common().Ref()
		r.refs = append(r.refs, string(ref))
		r.known[ref] = true
	}
	l.neighbours = map[Ref][]Ref{}
	for _, t := range texts {
		list = append(list, r.references(t.entry, t.doc, t.entry.Common().Ref())...)
	}
	for _, f := range vocab.files {
		if f.doc != nil {
			list = append(list, r.references(f.into, f.doc, "")...)
		}
	}
	l.orderNeighbours()
	l.replacedBy = map[Ref][]*Policy{}
	for _, p := range l.Policies {
		for _, old := range p.Replaces {
			if p.Basis != "news_report" {
				l.replacedBy[old] = append(l.replacedBy[old], p)
			}
		}
	}
	list = append(list, l.cycles(texts)...)
	return append(list, l.oldAddresses(texts)...)
}

// orderNeighbours sorts every list of neighbours as Entries are, each once.
func (l *Library) orderNeighbours() {
	rank := make(map[Ref]int, len(l.Entries))
	for i, e := range l.Entries {
		rank[e.Common().Ref()] = i
	}
	for ref, refs := range l.neighbours {
		slices.SortFunc(refs, func(a, b Ref) int { return rank[a] - rank[b] })
		l.neighbours[ref] = slices.Compact(refs)
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
func (r *resolver) references(v any, doc *strictyaml.Doc, from Ref) (list diag.List) {
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
		}
	})
	return list
}

// resolve returns the reference when it leads to a page of this build.
func (r *resolver) resolve(ref Ref, kind string, from Ref, at diag.Pos) (Ref, diag.List) {
	name, _, ok := strings.Cut(string(ref), ":")
	isKind := slices.ContainsFunc(Kinds, func(k Kind) bool { return k.Name == name })
	switch {
	case !ok || !isKind:
		return "", diag.List{codeRefForm.At(at, ref).Hinted(hintRefForm)}
	case kind != "any" && name != kind:
		return "", diag.List{codeRefKind.At(at, kind, ref)}
	case ref == from:
		return "", diag.List{codeRefSelf.At(at)}
	case !r.known[ref]:
		return "", diag.List{codeRef.At(at, ref).Hinted(diag.DidYouMean(string(ref), r.refs))}
	case r.lib.Get(ref) != nil:
		return ref, nil
	}
	if _, out := r.lib.notPublished(ref); out {
		return "", diag.List{codeRefOut.Warn(at, ref)}
	}
	return "", diag.List{codeRefGone.At(at, ref)}
}

// cycles tells policies that replace each other in a ring.
func (l *Library) cycles(texts []loaded) (list diag.List) {
	const (
		open = 1
		done = 2
	)
	state := map[Ref]int{}
	var visit func(p *Policy, trail []string) []string
	visit = func(p *Policy, trail []string) []string {
		trail = append(trail, string(p.Ref()))
		switch state[p.Ref()] {
		case open:
			return trail
		case done:
			return nil
		}
		state[p.Ref()] = open
		for _, old := range p.Replaces {
			if q, ok := l.byRef[old].(*Policy); ok {
				if ring := visit(q, trail); ring != nil {
					return ring
				}
			}
		}
		state[p.Ref()] = done
		return nil
	}
	for _, t := range texts {
		p, ok := t.entry.(*Policy)
		if !ok || state[p.Ref()] != 0 {
			continue
		}
		if ring := visit(p, nil); ring != nil {
			list = append(list, codeCycle.At(t.doc.At("replaces"), strings.Join(ring, " → ")))
		}
	}
	return list
}

// oldAddresses checks that no old id or path is in use again.
func (l *Library) oldAddresses(texts []loaded) (list diag.List) {
	taken := map[string]Ref{}
	for _, t := range texts {
		taken[t.kind.Path(t.id)] = t.entry.Common().Ref()
	}
	for _, t := range texts {
		for i, old := range t.entry.Common().MovedFrom {
			address := t.kind.OldPath(old)
			if owner, used := taken[address]; used {
				list = append(list, codeMoved.At(t.doc.At("moved_from", i), old, owner))
			}
			taken[address] = t.entry.Common().Ref()
		}
	}
	return list
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

// KindOf returns the Kind named name.
func KindOf(name string) Kind {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}
	}
	return Kinds[i]
}
