package lexicon

import (
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// What follows the name of a city where it is part of another name: 南京路. It is
// none where what goesOn begins there: 南京路演.
var (
	notCities        = phrases("路 东路 西路 南路 北路 中路 大道 街 站 东站 西站 南站 北站 银行 河 话 板鸭")
	goesOn           = phrases("路演 路线 街道 街区 站点 河西 话剧 话费")
	notCitiesEnglish = phrases("university college road street bank river")
)

// A city is not read where the first half of its name ends the name of another
// place and the second begins a word: 海南通知, 东南通道.
var (
	places  = phrases("海南 河南 湖南 云南 越南 济南 淮南 江南 城南 华南 西南 东南")
	through = phrases("通知 通告 通报 通过 通讯 通信 通道 通行 通用 通车 通勤 通航 通关")
)

// notTowns follow 市 where it begins another word: 南京市民.
const notTowns = "民区场属级直内外"

// isCity reports whether the name of a city from start to end means that city.
func (r *Reader) isCity(t *text, start, end int) bool {
	rest := t.folded[end:]
	english := strings.TrimLeft(rest, " ")
	switch half := start + utf8.RuneLen(t.at(start)); {
	case prefix(rest, notCities) != "" && prefix(rest, goesOn) == "",
		english != rest && prefix(english, notCitiesEnglish) != "",
		t.before(end) == '市' && strings.ContainsRune(notTowns, t.at(end)),
		prefix(t.folded[half:], through) != "" && endsWith(t.folded[:half], places),
		t.directed(start),
		t.company(end):
		return false
	}
	return !r.school(t, end)
}

// directions begin the name of another place before that of a city: 南徐州, but
// not 江南徐州.
const directions = "东南西北中"

func (t *text) directed(start int) bool {
	if !strings.ContainsRune(directions, t.before(start)) {
		return false
	}
	r := t.before(start - len("南"))
	return hanzi.ClassOf(r) != hanzi.Han || Function(r)
}

// denied reports whether everything but the name at i is meant: 非南京, or after
// a minus, as other searches have it.
func (t *text) denied(i int) bool {
	return endsWith(t.folded[:i], denials) || strings.HasSuffix(t.folded[:i], " -")
}

// What follows the name of a degree, or lies across its beginning, where another
// word is meant: 博士后, 研究生院, 大专业, 重大专项; 提高中小学, 基本科研.
var (
	notDegrees   = phrases("后 室 医 院 点 家 业 门 项 用 利 称 位 务 级 目 兵 学校 导师 论文 工作站 创新站 服务团")
	acrossDegree = phrases("提高中 最高中 基本科 日本科 资本科 样本科 标本科 书本科 课本科 文本科 版本科 根本科")
)

// notStudents follow 生 behind a degree where it begins a word: 本科生活费.
const notStudents = "活产育源态物命涯意效"

// degree is where the degree named from start to end ends, with its students:
// 本科生. It is not ok if the name is part of another word.
func (t *text) degree(start, end int) (after int, ok bool) {
	if r := t.before(start); r != 0 && prefix(t.folded[start-utf8.RuneLen(r):], acrossDegree) != "" {
		return 0, false
	}
	after = end
	if t.before(end) != '生' && t.at(end) == '生' {
		after += len("生")
	}
	if t.before(after) == '生' && strings.ContainsRune(notStudents, t.at(after)) {
		return end, after > end
	}
	return after, prefix(t.folded[after:], notDegrees) == ""
}

// orMore follow a degree where it is a bound.
var orMore = phrases("及以上 及以下 以上 以下 或以上")

// denials stand before a name where everything else is meant: 非南京户籍.
var denials = phrases("非 不是 不在 不来 不去 没有 除 除了")

// The name of a company goes on behind that of a city for at most maxCompany
// characters, and at least minCompany.
const minCompany, maxCompany = 2, 12

var companies = phrases("有限公司 有限责任公司 股份公司 集团")

// notCompany are characters that stand in no name of a company.
const notCompany = "的有在和是吗能哪"

// company reports whether the name of a company goes on at i: 徐州恒昌房地产有限公司.
func (t *text) company(i int) bool {
	for n := range maxCompany + 1 {
		r := t.at(i)
		switch {
		case n >= minCompany && prefix(t.folded[i:], companies) != "":
			return true
		case hanzi.ClassOf(r) != hanzi.Han, strings.ContainsRune(notCompany, r):
			return false
		}
		i += utf8.RuneLen(r)
	}
	return false
}

// maxSchool is how many characters stand between a city and 大学 at most, as in
// 南京航空航天大学.
const maxSchool = 5

// notSchools begin with 大学 and are none, but after the name of a discipline:
// 师范大学毕业生.
var (
	notSchools  = phrases("大学生 大学城 大学本科 大学专科 大学毕业")
	disciplines = phrases("师范 理工 科技 工业 农业 林业 医科 药科 医药 财经 审计 邮电 航天 工程 艺术 外国语")
)

// school reports whether the name of a school goes on at i.
func (r *Reader) school(t *text, i int) bool {
	for range maxSchool + 1 {
		rest := t.folded[i:]
		switch {
		case strings.HasPrefix(rest, "学院"),
			strings.HasPrefix(rest, "大学") && (prefix(rest, notSchools) == "" || endsWith(t.folded[:i], disciplines)):
			return true
		case hanzi.ClassOf(t.at(i)) != hanzi.Han || r.begins(t, i, name):
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
	return hanzi.ClassOf(t.at(i)) == hanzi.Separator || t.at(i) == '的' || r.begins(t, i, name, aspect, side)
}

// notStaying stand before a verb of coming where it is no verb: 未来, 现在, 居留.
const notStaying = "未将原本近往从以现存所正实内外潜居保停逗拘挽遗不没收得"

// afterShort follow the short name of a city. Few words do, and nearly any
// character makes another word of it: 宁静, 宿舍, 通知.
var afterShort = phrases(`就业 工作 创业 发展 求职 应聘 面试 实习 生活 居住 定居 落户 安家 买房 购房 租房
	高校 大学生 人才 青年 企业 单位 参保 缴纳 有 怎么 如何 能`)

// staySpans finds a verb of coming or staying at i with the city behind it: 来南京,
// 来宁.
func (r *Reader) staySpans(t *text, i int, kinds Kinds, found, filter func(span)) {
	verb := prefix(t.folded[i:], stayVerbs)
	if verb == "" || strings.ContainsRune(notStaying, t.before(i)) {
		return
	}
	at := i + len(verb)
	r.words.each(t, at, func(e *entry, end int) {
		switch {
		case e.kind != Cities || !r.isCity(t, at, end):
		case !e.part:
			filter(span{start: i, end: end, entry: e, kind: Cities})
		case kinds&Cities != 0 && r.isPart(t, at, end):
			found(span{start: i, end: at, entry: stranded})
		}
	})
	short := t.at(at)
	e, end := r.shorts[short], at+utf8.RuneLen(short)
	if e != nil && (r.closes(t, end) || prefix(t.folded[end:], afterShort) != "") {
		filter(span{start: i, end: end, entry: e, kind: Cities})
	}
}

// notStatus stand before a status that is denied or asked for: 无效, 是否废止.
const notStatus = "无未不没非将否失期最之"

// statusAt reports whether e, from start to end, is surely a status: of what
// stands behind it, or of all that is found.
func (r *Reader) statusAt(t *text, e *entry, start, end int) bool {
	if strings.ContainsRune(notStatus, t.before(start)) || strings.HasSuffix(t.folded[:start], "没有") {
		return false
	}
	switch {
	case t.at(end) == '的':
		return r.qualifies(t, e, end+len("的"))
	case e.sure:
		return t.at(end) != '吗'
	}
	return r.hasStatus(t, end)
}

// maxBetween is how many characters stand between a sure status and what has it
// at most: 现行有效的人才政策.
const maxBetween = 4

// qualifies reports whether e is the status of what follows 的, at i.
func (r *Reader) qualifies(t *text, e *entry, i int) bool {
	for n := 0; n == 0 || e.sure && n <= maxBetween && hanzi.ClassOf(t.at(i)) == hanzi.Han; n++ {
		if r.hasStatus(t, i) {
			return true
		}
		i += utf8.RuneLen(t.at(i))
	}
	return false
}

// hasStatus reports whether what begins at i can have a status, or nothing does.
func (r *Reader) hasStatus(t *text, i int) bool {
	return hanzi.ClassOf(t.at(i)) == hanzi.Separator || r.begins(t, i, name, aspect) || prefix(t.folded[i:], paperWords) != ""
}
