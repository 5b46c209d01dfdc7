package hanzi

import (
	"slices"
	"strings"
)

//go:generate go run gen_shapes.go $HANZI

// Alike reports whether a and b are easily mistaken for each other: they are
// the same, sound alike (租 and 足) or look alike (材 and 才).
func Alike(a, b rune) bool {
	return a == b || lookAlike(a, b) || soundAlike(a, b)
}

// lookalikes holds groups of characters that few strokes tell apart, and which
// are no radical and main part like those of shapes.
const lookalikes = "已己巳 未末本木 侯候 圆圈 辩辨辫瓣 徽微薇 折拆析 凤风夙 历厉 入人八 土士 日曰目 千干于 天夭 " +
	"午牛 竟竞 育盲 幻幼 茶荼 戊戌戍戎 汆氽 沐沭 大太犬 王玉主 刀刃力 贝见 免兔 鸟乌 束柬 " +
	"兵乒乓丘 拨拔 孤狐弧 崇祟 市巿 丐丏 卯卵 爪瓜 今令 斤斥 氐氏 爱受 即既 勒勤 师帅 哀衰衷 " +
	"庄压 尤龙 万方 厂广 申甲由田电 史吏 休体 代伐 仓仑 官宫 享亨 券卷 季李委 老考 延廷 处外 " +
	"各名 灸炙 准淮 暮墓幕慕募 戴载 拢扰 捐损 撤撒 旱早 杜社 棵颗 汗汁 沪泸 牧收 瑞端 盗益 " +
	"虎虚 货贷 贫贪 踏蹈 辉晖 辞辟 邀激 班斑 麦表 贸留 茎经 视规"

// groupsOf holds for each character the groups of characters it looks like, by
// their numbers in order.
var groupsOf = groups(lookalikes + " " + shapes)

func groups(table string) map[rune][]uint16 {
	m := make(map[rune][]uint16)
	for i, group := range strings.Fields(table) {
		for _, r := range group {
			m[r] = append(m[r], uint16(i))
		}
	}
	return m
}

func lookAlike(a, b rune) bool {
	groups := groupsOf[b]
	return slices.ContainsFunc(groupsOf[a], func(g uint16) bool { return slices.Contains(groups, g) })
}

func soundAlike(a, b rune) bool {
	sounds := AllReadings(b)
	return slices.ContainsFunc(AllReadings(a), func(x string) bool {
		return slices.ContainsFunc(sounds, func(y string) bool { return blur(x) == blur(y) })
	})
}

// sound is a syllable without what many speakers do not tell apart.
type sound struct {
	initial byte
	final   string
}

// blur makes one of zh and z, ch and c, sh and s, n and l, f and h at the start
// of a syllable, and of ang and an, eng and en, ing and in at its end.
func blur(syllable string) sound {
	s := sound{syllable[0], syllable[1:]}
	switch s.initial {
	case 'z', 'c', 's':
		s.final = strings.TrimPrefix(s.final, "h")
	case 'n':
		s.initial = 'l'
	case 'f':
		s.initial = 'h'
	}
	for _, end := range [...]string{"ang", "eng", "ing"} {
		if strings.HasSuffix(syllable, end) {
			s.final = strings.TrimSuffix(s.final, "g")
		}
	}
	return s
}
