package lexicon

import (
	"strings"
	"unicode/utf8"
)

// notCities follow the name of a city where it is part of another name: 南京路.
var (
	notCities        = phrases("路 街 银行 河 东路 西路 南路 北路 中路 大道 话 板鸭")
	notCitiesEnglish = phrases("university college road street bank river")
)

// notDegrees follow the name of a degree, or its beginning, where another word
// is meant: 博士后, 研究生院, 大专业, 专科医院, 高中级.
const notDegrees = "后室医院点家业门项用利称位务级"

// notStudents follow 生 behind a degree where it begins a word: 本科生活费.
const notStudents = "活产育源态"

// orMore follow a degree where it is a bound.
var orMore = phrases("及以上 及以下 以上 以下 或以上")

// within reports whether the filter name e from start to end is only a part of
// another name.
func (r *Reader) within(t *text, e *entry, start, end int) bool {
	rest := t.folded[end:]
	if e.kind == Degrees {
		next := t.at(end)
		return next != 0 && strings.ContainsRune(notDegrees, next) ||
			strings.HasPrefix(rest, "学校") || t.before(start) == '提'
	}
	english := strings.TrimLeft(rest, " ")
	return prefix(rest, notCities) != "" || r.school(t, end) ||
		english != rest && prefix(english, notCitiesEnglish) != ""
}

// maxSchool is how many characters stand between a city and 大学 at most, as in
// 南京航空航天大学.
const maxSchool = 5

// notSchools begin with 大学 and are none.
var notSchools = phrases("大学生 大学城 大学本科 大学专科 大学毕业")

// school reports whether the name of a school goes on at i.
func (r *Reader) school(t *text, i int) bool {
	for range maxSchool + 1 {
		rest := t.folded[i:]
		switch {
		case strings.HasPrefix(rest, "学院"), strings.HasPrefix(rest, "大学") && prefix(rest, notSchools) == "":
			return true
		case classOf(t.at(i)) != han || r.begins(t, i, name):
			return false
		}
		i += utf8.RuneLen(t.at(i))
	}
	return false
}

// begins reports whether a name of the lexicon, or a word of one of the other
// roles, begins at i.
func (r *Reader) begins(t *text, i int, roles ...role) (ok bool) {
	r.words.each(t, i, func(e *entry, _ int) {
		for _, role := range roles {
			ok = ok || e.role == role
		}
	})
	return ok
}

// closes reports whether a word surely ends at i: the text does, or another
// known word begins.
func (r *Reader) closes(t *text, i int) bool {
	return classOf(t.at(i)) == separator || t.at(i) == '的' || r.begins(t, i, name, aspect, side)
}

// notStaying stand before a verb of coming where it is no verb: 未来, 现在, 居留.
const notStaying = "未将原本近往从以现存所正实内外潜居保停逗拘挽遗"

// afterShort follow the short name of a city. Few words do, and nearly any
// character makes another word of it: 宁静, 宿舍, 通知.
var afterShort = phrases(`就业 工作 创业 发展 求职 应聘 面试 实习 生活 居住 定居 落户 安家 买房 购房 租房
	高校 大学生 人才 青年 企业 单位 参保 缴纳 有 怎么 如何 能`)

// short reads a verb and the short name of a city at i: 来宁.
func (r *Reader) short(t *text, i int) (span, bool) {
	verb := prefix(t.folded[i:], stayVerbs)
	if verb == "" {
		return span{}, false
	}
	e := r.shorts[t.at(i+len(verb))]
	end := i + 2*len(verb)
	if e == nil || strings.ContainsRune(notStaying, t.before(i)) {
		return span{}, false
	}
	if !r.closes(t, end) && prefix(t.folded[end:], afterShort) == "" {
		return span{}, false
	}
	return span{start: i, end: end, entry: e, kind: Cities}, true
}

// notStatus stand before a status that is denied or asked for: 无效, 是否废止.
const notStatus = "无未不没非将否失期"

// statusAt reports whether e, from start to end, is surely a status.
func (r *Reader) statusAt(t *text, e *entry, start, end int) bool {
	if strings.ContainsRune(notStatus, t.before(start)) || strings.HasSuffix(t.folded[:start], "没有") {
		return false
	}
	return e.sure && t.at(end) != '吗' || r.closes(t, end)
}
