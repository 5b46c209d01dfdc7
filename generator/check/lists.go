package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"anju/generator/complete"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/site"
	"anju/generator/validity"
	"anju/generator/view"
)

// Desk is what the lists of what waits for editors are made from.
type Desk struct {
	Library *content.Library
	Site    *site.Site
	View    view.View
	Lang    string // of what the lists say
	Now     time.Time
	Past    *Past // what git knows of the files; nil where nobody asked it
}

// Line is a line of a list: a file or an id, then why it is there.
type Line []string

// lists are all lists, in the order in which they are offered. In a title, %s
// stands for the standard of completeness.
var lists = []struct {
	name  string
	title diag.Text
	make  func(Desk) []Line
}{
	{"drafts", diag.Text{Zh: "草稿", En: "drafts"}, Desk.drafts},
	{"future", diag.Text{Zh: "以后才发布的条目", En: "entries to be published later"}, Desk.future},
	{"expiring", diag.Text{Zh: "60 天内到期的政策", En: "policies that end within 60 days"}, Desk.expiring},
	{"expired", diag.Text{Zh: "已到期的政策和岗位", En: "policies and jobs that have ended"}, Desk.expired},
	{"stale", diag.Text{Zh: "空房数旧了的户型，过了核对期限的条目", En: "unit types with old vacancies, and entries due for review"}, Desk.stale},
	{"orphans", diag.Text{Zh: "和别的条目没有链接的条目", En: "entries without a link to or from another"}, Desk.orphans},
	{"unreviewed", diag.Text{Zh: "没有核对过，或者核对已超过 18 个月的条目", En: "entries never reviewed, or not within 18 months"}, Desk.unreviewed},
	{"incomplete", diag.Text{Zh: "完整度标准 %s：得分/满分，缺什么", En: "standard of completeness %s: points of all points, what is missing"}, Desk.incomplete},
	{"windows", diag.Text{Zh: "申报时间：状态，起止", En: "application windows: state, first and last day"}, Desk.windows},
	{"gaps", diag.Text{Zh: "没找到的：城市，题目，哪天查的，过了多久，叫什么", En: "gaps: city, topic, when somebody looked, how long ago, title"}, Desk.gaps},
	{"coverage", diag.Text{Zh: "各市查到没查到：城市，题目，结果，日期", En: "coverage: city, topic, result, date"}, Desk.coverage},
	{"stale-translations", diag.Text{Zh: "比原文旧的译文", En: "translations older than a change of their originals"}, Desk.staleTranslations},
}

// Lists are the names that List knows.
func Lists() (names []string) {
	for _, l := range lists {
		names = append(names, l.name)
	}
	return names
}

// List is the list of that name, one of Lists; each puts first what is most
// pressing. What was withdrawn is on none of them.
func (d Desk) List(name string) []Line {
	for _, l := range lists {
		if l.name == name {
			return l.make(d)
		}
	}
	return nil
}

// Title says what the list of that name holds, one of Lists.
func (d Desk) Title(name string) string {
	for _, l := range lists {
		if l.name == name {
			return strings.Replace(l.title.In(d.Lang), "%s", complete.Current().Version, 1)
		}
	}
	return ""
}

func (d Desk) say(zh, en string, args ...any) string {
	return fmt.Sprintf(diag.Text{Zh: zh, En: en}.In(d.Lang), args...)
}

// entries are those that readers find.
func (d Desk) entries() []content.Entry {
	day := validity.DateOf(d.Now)
	return slices.DeleteFunc(slices.Clone(d.Library.Entries), func(e content.Entry) bool {
		h := e.Common()
		return h.Withdrawn != nil || !h.PublishedBy(day)
	})
}

func (d Desk) drafts() (out []Line) {
	for _, l := range d.Library.Unpublished(validity.DateOf(d.Now)) {
		if l.Draft {
			out = append(out, Line{l.File, d.say("草稿", "a draft")})
		}
	}
	return out
}

func (d Desk) future() (out []Line) {
	for _, l := range d.Library.Unpublished(validity.DateOf(d.Now)) {
		if !l.Draft {
			out = append(out, Line{l.File, d.say("%s 才发布", "to be published on %s", l.From)})
		}
	}
	slices.SortStableFunc(out, func(a, b Line) int { return strings.Compare(a[1], b[1]) })
	return out
}

// orphans are entries that no other leads to: pages of the site itself stand
// in its menus.
func (d Desk) orphans() (out []Line) {
	for _, e := range d.entries() {
		h := e.Common()
		if h.Kind != "page" && len(d.View.Neighbours(h.Ref())) == 0 {
			out = append(out, Line{h.File, d.say("它不链接别的条目，别的条目也不链接它", "it links to no entry, and none links to it")})
		}
	}
	return out
}

func (d Desk) incomplete() (out []Line) {
	for _, s := range complete.Current().Scores(d.Library, d.Now) {
		if len(s.Missing) == 0 {
			continue
		}
		var reasons []string
		for _, r := range s.Missing {
			reasons = append(reasons, "-"+strconv.Itoa(r.Lost)+" "+r.Text.In(d.Lang))
		}
		score := fmt.Sprintf("%d/%d", s.Points, s.Of)
		out = append(out, Line{s.ID, score, strings.Join(reasons, d.say("；", "; "))})
	}
	return out
}

// gaps begin with what nobody has looked for for longest.
func (d Desk) gaps() (out []Line) {
	gaps := slices.Clone(d.Library.Vocab.Gaps)
	slices.SortStableFunc(gaps, func(a, b content.Gap) int { return a.Looked.First().Compare(b.Looked.First()) })
	for _, g := range gaps {
		days := int(d.Now.Sub(g.Looked.First()).Hours() / 24)
		line := Line{
			d.city(g.City), d.topic(g.Topic), g.Looked.String(), d.say("%d 天前", "%d days ago", days),
			diag.Text{Zh: g.Zh, En: g.En}.In(d.Lang),
		}
		if g.Found != "" {
			line = append(line, d.say("已找到 %s", "found: %s", g.Found))
		}
		out = append(out, line)
	}
	return out
}

// city is the name of a city by its slug, "" for the whole region.
func (d Desk) city(slug string) string {
	if slug == "" {
		return d.say("全省", "the whole region")
	}
	return d.Library.Vocab.City(slug).In(d.Lang)
}

// topic is the name of a topic by its slug, or the slug where it has none.
func (d Desk) topic(slug string) string {
	for _, t := range d.Library.Vocab.Topics {
		if t.Slug == slug {
			return t.In(d.Lang)
		}
	}
	return slug
}

// coverage is the table of the page of gaps, a cell to a line.
func (d Desk) coverage() (out []Line) {
	table := d.Site.Coverage(d.View.Lang)
	for _, row := range table.Rows {
		for i, cell := range row.Cells {
			out = append(out, Line{row.City.Text, table.Topics[i], cell.Text, cell.Date})
		}
	}
	return out
}

func (d Desk) staleTranslations() (out []Line) {
	for _, e := range d.entries() {
		h := e.Common()
		if t, ok := d.Library.In(e, "en"); ok && t.Common().Stale() {
			translated := t.Common()
			why := d.say("译于 %s，原文 %s 有变更", "translated on %s, changed on %s", translated.Translated, h.NewestChange())
			out = append(out, Line{translated.File, why})
		}
	}
	return out
}
