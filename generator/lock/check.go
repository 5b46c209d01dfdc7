package lock

import (
	"fmt"
	"slices"
	"strings"

	"anju/generator/diag"
)

// Site is what is about to be published, as far as the record speaks of it.
type Site struct {
	Entries []Entry

	// Excused reports whether the address of an entry goes on to answer though
	// the entry is not as it was: it moved, is gone for good, or was withdrawn.
	// place is "", or "PART/" for the page of a part, which can move by itself.
	Excused func(ref, place string) bool

	// LeftOut is where an entry stands that this build leaves out, as a draft or
	// because its day has not come; no Pos for any other.
	LeftOut func(ref string) diag.Pos
}

var (
	codeEntry    = diag.New("lock/vanished-entry", "%s 发布过，现在没有了，它的网址会打不开", "%s has been published and is no longer there: its address would lead nowhere")
	codeHidden   = diag.New("lock/hidden-entry", "%s 发布过，现在成了草稿或者以后才发布，它的网址会打不开", "%s has been published, and is now a draft or of a later day: its address would lead nowhere")
	codeText     = diag.New("lock/vanished-text", "%s 的译文（%s）发布过，现在没有了", "the text of %s in %s has been published and is no longer there")
	codeAnchor   = diag.New("lock/vanished-anchor", "小标题地址 #%s 发布过，现在没有了，别处指到这里的链接会落空", "the place #%s has been published and is no longer there: links to it would miss")
	codePart     = diag.New("lock/vanished-part", "分页 %s 发布过，现在没有了，它的网址会打不开", "the page %s of this guide has been published and is no longer there")
	codeUnlisted = diag.New("lock/not-recorded", "这个条目还没有登记到发布记录里", "this entry is not in the record of what is published")
)

var (
	hintEntry = diag.Text{
		Zh: "改了名：在新文件里写 moved_from: [旧编号]；要删除：把文件找回来，写 gone: true；先撤下：找回来，写 withdrawn",
		En: "renamed: put moved_from: [OLD-ID] into the new file; to be removed: restore the file with gone: true; taken down for now: restore it with withdrawn",
	}
	hintHidden = diag.Text{
		Zh: "发布过的条目不能再当草稿：删掉 draft，published 写回原来的日期；要撤下，写 withdrawn",
		En: "what was published cannot be a draft again: delete draft, restore published; to take it down, write withdrawn",
	}
	hintText = diag.Text{
		Zh: "把译文找回来；确实不要了，运行 anju lock --forget",
		En: "restore the translation, or run anju lock --forget if it is not wanted any more",
	}
	hintAnchor = diag.Text{
		Zh: "小标题改了名：在新的小标题后面加上 {#%s}；这一段确实不要了，运行 anju lock --forget",
		En: "renamed: put {#%s} behind the new heading; if the section is not wanted any more, run anju lock --forget",
	}
	hintRenamed = diag.Text{
		Zh: "多半是“%s”改了名：在它后面加上 {#%s}；这一段确实不要了，运行 anju lock --forget",
		En: "it may be %s, renamed: put {#%s} behind it; if the section is not wanted any more, run anju lock --forget",
	}
	hintPart = diag.Text{
		Zh: "在对应的二级小标题后面加上 {#%s}，并保留 parts: true；不再分页了，把旧网址写进 moved_from",
		En: "put {#%s} behind the heading of that part and keep parts: true; if it is on one page again, put the old address into moved_from",
	}
	hintUnlisted = diag.Text{Zh: "运行 anju lock，再一起提交 " + File, En: "run anju lock, and commit " + File + " with it"}
)

// Check tells what has been published and would be found no more, and what is
// published and not in the record yet, as a warning.
func (r Record) Check(s Site) (list diag.List) {
	now := s.byKey()
	for _, l := range r {
		if e, there := now[l.key()]; there {
			list = append(list, l.missing(e, s)...)
		} else if f, vanished := l.vanished(s, now); vanished {
			list = append(list, f)
		}
	}
	recorded := map[key]bool{}
	for _, l := range r {
		recorded[l.key()] = true
	}
	for _, e := range s.Entries {
		if !recorded[e.key()] {
			list = append(list, codeUnlisted.Warn(diag.Pos{File: e.At.File}).Hinted(hintUnlisted))
		}
	}
	return list
}

func (s Site) byKey() map[key]Entry {
	out := make(map[key]Entry, len(s.Entries))
	for _, e := range s.Entries {
		out[e.key()] = e
	}
	return out
}

// vanished tells what became of a line that nothing is published for.
func (l line) vanished(s Site, now map[key]Entry) (diag.Diagnostic, bool) {
	at := diag.Pos{File: File, Line: l.number, Col: 1, Len: len([]rune(l.Ref))}
	if s.Excused(l.Ref, "") {
		return diag.Diagnostic{}, false
	}
	if hidden := s.LeftOut(l.Ref); hidden.File != "" {
		return codeHidden.At(hidden, l.Ref).Hinted(hintHidden), true
	}
	for k := range now {
		if k.ref == l.Ref {
			return codeText.At(at, l.Ref, l.Lang).Hinted(hintText), true
		}
	}
	return codeEntry.At(at, l.Ref).Hinted(hintEntry), true
}

// missing are the places of a published text that it has no longer.
func (l line) missing(e Entry, s Site) (list diag.List) {
	if len(l.Anchors) == 0 || slices.Equal(l.Anchors, e.Anchors) || s.Excused(l.Ref, "") {
		return nil
	}
	at := diag.Pos{File: e.At.File}
	var lost []string
	for _, anchor := range l.Anchors {
		part, isPart := strings.CutSuffix(anchor, "/")
		switch {
		case slices.Contains(e.Anchors, anchor), isPart && s.Excused(l.Ref, anchor):
		case isPart:
			list = append(list, codePart.At(at, anchor).Hinted(hintPart.With(diag.Text{Zh: part, En: part})))
		default:
			lost = append(lost, anchor)
		}
	}
	if heading, place, ok := l.added(e); ok && len(lost) == 1 {
		hint := diag.Text{Zh: fmt.Sprintf(hintRenamed.Zh, heading, lost[0]), En: fmt.Sprintf(hintRenamed.En, heading, lost[0])}
		return append(list, codeAnchor.At(place, lost[0]).Hinted(hint))
	}
	for _, anchor := range lost {
		list = append(list, codeAnchor.At(at, anchor).Hinted(hintAnchor.With(diag.Text{Zh: anchor, En: anchor})))
	}
	return list
}

// added is the only heading of a published text that the record does not have,
// with its place; ok is false where there is none, or more than one.
func (l line) added(e Entry) (anchor string, at diag.Pos, ok bool) {
	if e.Headings == nil {
		return "", at, false
	}
	anchors := slices.DeleteFunc(slices.Clone(e.Anchors), func(a string) bool { return strings.HasSuffix(a, "/") })
	places := e.Headings()
	if len(places) != len(anchors) {
		return "", at, false
	}
	for i, a := range anchors {
		if slices.Contains(l.Anchors, a) {
			continue
		}
		if ok {
			return "", at, false
		}
		anchor, at, ok = a, places[i], true
	}
	return anchor, at, ok
}

// Next is the record with what is published now. What it records and the site
// has no longer stays in it, unless forget says that nobody will ask for it.
func (r Record) Next(s Site, forget bool) (next Record) {
	now := s.byKey()
	for _, l := range r {
		if _, there := now[l.key()]; there {
			continue
		}
		if _, vanished := l.vanished(s, now); !vanished || !forget {
			next = append(next, l)
		}
	}
	old := map[key]line{}
	for _, l := range r {
		old[l.key()] = l
	}
	for _, e := range s.Entries {
		if l, was := old[e.key()]; was && (!forget || s.Excused(e.Ref, "")) {
			e.Anchors = union(e.Anchors, l.Anchors)
		}
		next = append(next, line{Entry: e})
	}
	next.sort()
	return next
}

// union are the places of a text as they stand in it, then those it had before.
func union(now, before []string) []string {
	out := slices.Clone(now)
	for _, a := range before {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}
