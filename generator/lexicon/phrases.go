package lexicon

import "strings"

// askPhrases ask and find nothing.
var askPhrases = phrases(`什么时候 怎么样 怎么办 怎么算 怎么走 怎么回事 有没有 为什么 是什么 什么是 什么 请问
	哪里 哪儿 哪些 哪个 哪年 哪种 有哪些 在哪 在哪里 在哪儿
	哪一年 哪一个 哪一种 哪一位 哪一家 哪一项 哪一类 哪一条 哪一级 哪一档 哪一批 哪一天 哪一座 哪一套 哪一步
	什么样 什么样的 怎样的 怎么样的 多少 多少钱 多少套 多少个 多少家 多少人 多少天 多少年 几套 几个 几家 几天 是多少 有多少 多久 多长时间 要多久
	是否 我想 我要 想要 需要 最新 官网 以上 以下 以内 之内 及以上 及以下 左右 至少 不超过 不低于
	how what where when which who whom why to do does did can could will would should is are was be
	the an of for in on at my me you and or with about please tell get`)

// howPhrases ask for a way, and wayVerbs name it: 人才公寓怎么申请 asks about
// 人才公寓, and 申请 says which of its pages is the best, not which is one.
var (
	howPhrases = phrases("怎么 如何 怎样 怎么才能 如何才能 能不能 可不可以 能否 可否 可以 how_to how_can_i how_do_i")
	wayVerbs   = phrases("申请 申领 申报 办理 领取 查询 享受 领 拿 apply")
)

// modalPhrases ask before a verb only, and if no character of notModal makes
// another word of them: 能申请, but not 功能查询.
var modalPhrases = phrases("能 想 要")

const notModal = "节功性智潜动才技本主重必思理"

// extentPhrases ask how much, unless 多 there belongs to a character of notExtent:
// 面积多大, but not 更多大企业.
var extentPhrases = phrases("多大 多大的 多长 多长的 多高 多高的")

const notExtent = "很许更众诸最好太繁"

// particles ask at the end only: 有补贴吗, but not 酒吧.
var particles = phrases("吗 呢 吧 么")

// prepositions stand before a filter and go with it: in Nanjing.
var prepositions = phrases("in at of for on")

// articles are English words and also names of classes: Category A.
var (
	articles = phrases("a i")
	classes  = phrases("category class type grade")
)

// aspectWords stand in many runs with other words: 租房补贴政策.
var aspectWords = phrases(`政策 补贴 补助 津贴 待遇 名单 通知 公告 办法 细则 指南 附近`)

// paperWords are other words for what has a status.
var paperWords = phrases("文件 规范性文件 规定 条例 法规")

// sideWords do, too, and say what of a thing is asked about: 租房补贴申请条件
// asks about 租房补贴, and its best page tells the conditions.
var sideWords = phrases(`申请 申领 申报 办理 领取 查询 条件 标准 流程 材料 时间 地址 电话 入口 资格 要求 期限
	对象 额度 金额 发放 到账 续租 退租 最高 每月 每年 每人`)

// payWords tell that money is given, not paid.
var payWords = phrases("补贴 补助 津贴 奖励 奖金 奖 资助 安家费")

// stayVerbs are followed by the name of a city, even its short one: 来宁, 在宁.
var stayVerbs = phrases("来到 回到 来 在 留 赴 到 驻 回 去")

// phrases are the words of a list. An underscore stands for a space in one.
func phrases(list string) []string {
	words := strings.Fields(list)
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "_", " ")
	}
	return words
}

// statuses are words for the status of an entry, and the values of its facet.
var statuses = []struct {
	words  []string
	values []string
	sure   bool // no other word begins like it
}{
	{phrases("已废止 已经废止 已作废 已经作废"), []string{"repealed"}, true},
	{phrases("废止 作废 repealed"), []string{"repealed"}, false},
	{phrases("已失效 已过期 已经失效 已经过期"), []string{"expired"}, true},
	{phrases("失效 过期 expired"), []string{"expired"}, false},
	{phrases("已被替代 已取代 已被取代 已替代"), []string{"superseded"}, true},
	{phrases("superseded"), []string{"superseded"}, false},
	{phrases("现行有效 仍有效 仍然有效"), []string{"in_force", "no_end_stated"}, true},
	{phrases("有效 现行 in_force"), []string{"in_force", "no_end_stated"}, false},
	{phrases("即将到期 快到期 快要到期 即将过期 即将失效 expiring_soon expiring"), []string{"expiring"}, true},
	{phrases("尚未生效 未生效 即将施行 即将生效 尚未施行 not_yet_in_force"), []string{"announced"}, true},
}

// grammar is a trie of the words of this file.
func grammar() *trie {
	t := &trie{}
	for _, group := range []struct {
		role  role
		words []string
	}{
		{aspect, aspectWords}, {side, sideWords}, {ask, askPhrases}, {how, howPhrases},
		{modal, modalPhrases}, {extent, extentPhrases}, {particle, particles}, {article, articles},
	} {
		for _, w := range group.words {
			t.at(key(w)).entry = &entry{role: group.role, text: w}
		}
	}
	for _, s := range statuses {
		for _, w := range s.words {
			t.at(key(w)).entry = &entry{role: status, text: w, kind: Statuses, facet: "status", values: s.values, sure: s.sure}
		}
	}
	return t
}
