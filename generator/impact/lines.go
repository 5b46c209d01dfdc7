package impact

import (
	"fmt"
	"strings"

	"anju/generator/diag"
)

// section is a part of the report as people read it.
type section struct {
	heading string
	groups  []group
}

// group is a line with the lines that belong to it.
type group struct {
	line  string
	below []string
}

// The bounds of a report, so that one of a first version can still be read.
const (
	maxGroups = 100 // of a section
	maxMoves  = 6   // of a phrase
	maxValue  = 80  // code points of a value
)

// speaker says the report in a language.
type speaker struct{ lang string }

func (s speaker) say(zh, en string, args ...any) string {
	return fmt.Sprintf(diag.Text{Zh: zh, En: en}.In(s.lang), args...)
}

func (s speaker) heading(r Report) string {
	return s.say("读者会看到的变化（和 %s 相比）", "What readers will see (compared with %s)", r.Rev)
}

// notes are what a reader of the report must know first.
func (s speaker) notes(r Report) (notes []string) {
	switch {
	case r.Empty:
		notes = append(notes, s.say("那一版还没有网站：所有页面都是新的。", "There was no site at that version: every page is new."))
	case r.Broken:
		notes = append(notes, s.say("有一版的内容有错误：只比较了没有错误的条目，没有比较其他页面和搜索。",
			"One of the versions has errors: only entries without any are compared, not other pages nor the search."))
	}
	if !r.Broken && len(r.Added)+len(r.Moved)+len(r.Gone)+len(r.Lost)+len(r.Entries)+len(r.Phrases) == 0 {
		notes = append(notes, s.say("没有读者看得到的变化。", "Nothing that readers can see has changed."))
	}
	return notes
}

func (s speaker) sections(r Report) (all []section) {
	add := func(heading string, groups []group) {
		if len(groups) > maxGroups {
			rest := s.say("……还有 %d 条", "… and %d more", len(groups)-maxGroups)
			groups = append(groups[:maxGroups:maxGroups], group{line: rest})
		}
		if len(groups) > 0 {
			all = append(all, section{heading, groups})
		}
	}
	add(s.say("没有比较的文件（%d）：里面有错误", "Files not compared (%d): they have errors", len(r.LeftOut)), lines(r.LeftOut))
	add(s.say("不见了的页面（%d）：打开会是“找不到”", "Pages lost (%d): readers will find nothing", len(r.Lost)), s.pages(r.Lost))
	add(s.say("删除的页面（%d）：打开会说明已删除", "Pages removed (%d): readers will be told", len(r.Gone)), s.pages(r.Gone))
	add(s.say("搬家的页面（%d）：旧地址会转到新地址", "Pages moved (%d): old addresses lead on", len(r.Moved)), s.pages(r.Moved))
	add(s.say("新增的页面（%d）", "Pages added (%d)", len(r.Added)), s.pages(r.Added))
	add(s.say("改了的内容（%d 条）", "Content changed (%d)", len(r.Entries)), s.entries(r.Entries))
	add(s.say("搜索：%d 个常搜的词里，%d 个的前 %d 条结果变了", "Search: phrases asked %d, of which %d have other hits among the first %d", r.Asked, len(r.Phrases), firstHits), s.phrases(r.Phrases))
	return all
}

func lines(list []string) (groups []group) {
	for _, line := range list {
		groups = append(groups, group{line: line})
	}
	return groups
}

func (s speaker) pages(pages []Page) (groups []group) {
	for _, p := range pages {
		line := p.Path
		if p.To != "" {
			line += " → " + p.To
		}
		if p.Title != "" {
			line += s.say(" 《%s》", " “%s”", p.Title)
		}
		groups = append(groups, group{line: line})
	}
	return groups
}

func (s speaker) entries(entries []Entry) (groups []group) {
	for _, e := range entries {
		g := group{line: s.say("《%s》 %s", "“%s” %s", e.Title, e.File)}
		grave := false
		for _, f := range e.Fields {
			g.below = append(g.below, s.field(f))
			grave = grave || f.Weight > Detail
		}
		if line := s.sentences(e.Text); line != "" {
			g.below = append(g.below, line)
		}
		if e.Behind {
			g.below = append(g.below, s.say("译文没有跟上", "the translation is behind"))
		}
		if grave && e.Noted {
			g.below = append(g.below, s.say("有新的变更说明", "a change note tells readers"))
		}
		groups = append(groups, g)
	}
	return groups
}

func (s speaker) field(f Field) string {
	if f.Item && f.Old == (diag.Text{}) {
		return s.say("新增%s：%s", "new: %s: %s", f.Label.In(s.lang), cut(f.New.In(s.lang)))
	}
	if f.Item {
		return s.say("删去%s：%s", "dropped: %s: %s", f.Label.In(s.lang), cut(f.Old.In(s.lang)))
	}
	none := s.say("（没有写）", "(nothing)")
	old, now := none, none
	if v := f.Old.In(s.lang); v != "" {
		old = cut(v)
	}
	if v := f.New.In(s.lang); v != "" {
		now = cut(v)
	}
	return s.say("%s：%s → %s", "%s: %s → %s", f.Label.In(s.lang), old, now)
}

// cut bounds a value; the whole of it stands in the comparison of the files.
func cut(value string) string {
	if r := []rune(value); len(r) > maxValue {
		return string(r[:maxValue]) + "…"
	}
	return value
}

func (s speaker) sentences(n Sentences) string {
	var parts []string
	for _, part := range []struct {
		count  int
		zh, en string
	}{{n.Changed, "改了 %d 句", "%d changed"}, {n.Added, "加了 %d 句", "%d added"}, {n.Removed, "删了 %d 句", "%d removed"}} {
		if part.count > 0 {
			parts = append(parts, s.say(part.zh, part.en, part.count))
		}
	}
	if parts == nil {
		return ""
	}
	return s.say("摘要和正文：", "sentences of summary and text: ") + strings.Join(parts, s.say("，", ", "))
}

func (s speaker) phrases(phrases []Phrase) (groups []group) {
	for _, p := range phrases {
		var moves []string
		for _, m := range p.Moves[:min(len(p.Moves), maxMoves)] {
			moves = append(moves, s.move(m))
		}
		if more := len(p.Moves) - len(moves); more > 0 {
			moves = append(moves, s.say("还有 %d 条", "and %d more", more))
		}
		groups = append(groups, group{line: p.Text + s.say("：", ": ") + strings.Join(moves, s.say("；", "; "))})
	}
	return groups
}

func (s speaker) move(m Move) string {
	name := s.say("《%s》", "“%s” ", m.Title)
	switch {
	case m.Old == 0:
		return name + s.say("新进第 %d", "enters at %d", m.New)
	case m.New == 0:
		return name + s.say("从第 %d 掉出前 %d", "leaves from %d, behind %d", m.Old, firstHits)
	}
	return name + s.say("第 %d → 第 %d", "from %d to %d", m.Old, m.New)
}
