package hanzi

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// heteronyms says how characters with several readings are read in words. A
// character alone has the reading it has where no phrase says otherwise, if the
// dictionary puts another first. Words that are read as usual stand here where
// a phrase of the table would else be found across their edge: 目的 in 项目的.
const heteronyms = `
调 tiao, 长 chang, 泊 bo, 薄 bo, 茄 qie, 仔 zi, 幢 zhuang, 勒 le, 椎 zhui, 琢 zhuo

重庆 chong qing, 重新 chong xin, 重复 chong fu, 重组 chong zu, 重建 chong jian, 重启 chong qi
重申 chong shen, 重返 chong fan, 重叠 chong die, 重阳 chong yang, 重置 chong zhi, 重构 chong gou
重塑 chong su, 重修 chong xiu, 双重 shuang chong, 多重 duo chong, 重合 chong he, 重名 chong ming
重振 chong zhen, 多重点 duo zhong dian, 多重要 duo zhong yao, 多重视 duo zhong shi
注重 zhu zhong, 侧重 ce zhong, 严重 yan zhong, 尊重 zun zhong

市长 shi zhang, 院长 yuan zhang, 校长 xiao zhang, 局长 ju zhang, 部长 bu zhang, 处长 chu zhang
科长 ke zhang, 县长 xian zhang, 区长 qu zhang, 会长 hui zhang, 厅长 ting zhang, 省长 sheng zhang
组长 zu zhang, 队长 dui zhang, 所长 suo zhang, 站长 zhan zhang, 镇长 zhen zhang, 店长 dian zhang
社长 she zhang, 班长 ban zhang, 首长 shou zhang, 秘书长 mi shu zhang, 董事长 dong shi zhang
理事长 li shi zhang, 家长 jia zhang, 成长 cheng zhang, 增长 zeng zhang, 生长 sheng zhang
长大 zhang da, 长辈 zhang bei, 长者 zhang zhe, 长老 zhang lao, 市长期 shi chang qi
省长期 sheng chang qi, 区长期 qu chang qi, 县长期 xian chang qi, 会长期 hui chang qi
市长远 shi chang yuan, 市长效 shi chang xiao, 市长三角 shi chang san jiao
省长三角 sheng chang san jiao, 市长租 shi chang zu, 区长租 qu chang zu, 市长住 shi chang zhu
区长住 qu chang zhu, 国家 guo jia, 专家 zhuan jia, 学生 xue sheng, 研究生 yan jiu sheng
毕业生 bi ye sheng, 全部 quan bu, 干部 gan bu, 博士生 bo shi sheng, 硕士生 shuo shi sheng
本科生 ben ke sheng, 市长江 shi chang jiang, 省长江 sheng chang jiang, 区长江 qu chang jiang
区长三角 qu chang san jiao, 部长期 bu chang qi, 院长期 yuan chang qi, 校长期 xiao chang qi
所长期 suo chang qi, 队长期 dui chang qi, 厂长 chang zhang, 馆长 guan zhang, 村长 cun zhang
乡长 xiang zhang, 助长 zhu zhang, 护士长 hu shi zhang, 检察长 jian cha zhang

银行 yin hang, 央行 yang hang, 商行 shang hang, 行业 hang ye, 行情 hang qing, 行家 hang jia
行列 hang lie, 同行 tong hang, 分行 fen hang, 支行 zhi hang, 总行 zong hang, 农行 nong hang
工行 gong hang, 建行 jian hang, 招行 zhao hang, 投行 tou hang, 行长 hang zhang
各行各业 ge hang ge ye, 太行 tai hang, 进行 jin xing, 执行 zhi xing, 实行 shi xing
试行 shi xing, 现行 xian xing, 发行 fa xing, 运行 yun xing, 推行 tui xing, 履行 lv xing
施行 shi xing, 自行 zi xing, 先行 xian xing, 飞行 fei xing, 旅行 lv xing, 招商 zhao shang
商行为 shang xing wei, 工行为 gong xing wei, 分行政 fen xing zheng, 央行政 yang xing zheng
同行政 tong xing zheng, 同行动 tong xing dong, 同行为 tong xing wei, 商行政 shang xing zheng
商行动 shang xing dong, 农行动 nong xing dong, 建行动 jian xing dong, 建行政 jian xing zheng
招行政 zhao xing zheng, 分行为 fen xing wei, 行情况 xing qing kuang, 行业务 xing ye wu
举行 ju xing, 通行 tong xing, 出行 chu xing, 流行 liu xing

会计 kuai ji, 财会 cai kuai, 会稽 kuai ji, 会计划 hui ji hua, 会计算 hui ji suan, 社会 she hui
会计入 hui ji ru

都市 du shi, 首都 shou du, 成都 cheng du, 都江堰 du jiang yan, 盐都 yan du, 江都 jiang du
新都 xin du, 花都 hua du, 昌都 chang du, 宜都 yi du, 武都 wu du, 郫都 pi du, 丰都 feng du
都昌 du chang, 都匀 du yun, 古都 gu du, 建都 jian du, 大都会 da du hui, 商都 shang du
京都 jing du

还款 huan kuan, 还贷 huan dai, 偿还 chang huan, 归还 gui huan, 返还 fan huan, 退还 tui huan
还清 huan qing, 还房贷 huan fang dai, 提交 ti jiao, 还本 huan ben, 还息 huan xi, 还钱 huan qian, 交还 jiao huan, 还债 huan zhai
还原 huan yuan

调研 diao yan, 调查 diao cha, 调动 diao dong, 调任 diao ren, 调入 diao ru, 调出 diao chu
调离 diao li, 调配 diao pei, 调度 diao du, 调档 diao dang, 调令 diao ling, 抽调 chou diao
借调 jie diao, 商调 shang diao, 选调 xuan diao, 对调 dui diao, 强调 qiang diao, 单调 dan diao
声调 sheng diao, 基调 ji diao, 格调 ge diao, 曲调 qu diao, 步调 bu diao, 对调整 dui tiao zheng
步调整 bu tiao zheng, 格调整 ge tiao zheng, 单调整 dan tiao zheng, 商调整 shang tiao zheng
商调解 shang tiao jie, 调换 diao huan, 调岗 diao gang, 调用 diao yong, 调拨 diao bo, 调取 diao qu
调派 diao pai

的确 di que, 目的 mu di, 标的 biao di, 项目 xiang mu, 科目 ke mu, 题目 ti mu, 栏目 lan mu
数目 shu mu, 节目 jie mu, 目标 mu biao, 指标 zhi biao, 商标 shang biao, 投标 tou biao
招标 zhao biao, 中标 zhong biao, 达标 da biao, 对标 dui biao, 坐标 zuo biao, 的确认 de que ren
的确定 de que ding, 的确保 de que bao, 条目 tiao mu, 类目 lei mu, 名目 ming mu, 书目 shu mu

着力 zhuo li, 着眼 zhuo yan, 着手 zhuo shou, 着重 zhuo zhong, 着实 zhuo shi, 着装 zhuo zhuang
着陆 zhuo lu, 执着 zhi zhuo, 附着 fu zhuo, 着火 zhao huo, 着急 zhao ji, 显著 xian zhu
著名 zhu ming, 著作 zhu zuo, 专著 zhuan zhu, 论著 lun zhu, 名著 ming zhu, 原著 yuan zhu
编著 bian zhu, 卓著 zhuo zhu, 译著 yi zhu, 着名字 zhe ming zi, 着重要 zhe zhong yao, 着重大 zhe zhong da
着作用 zhe zuo yong, 着手机 zhe shou ji, 着实施 zhe shi shi, 着实际 zhe shi ji, 穿着 chuan zhuo
衣着 yi zhuo

了解 liao jie, 了结 liao jie, 不了了之 bu liao liao zhi, 了不起 liao bu qi, 了解决 le jie jue
了解除 le jie chu, 了解答 le jie da, 了解读 le jie du, 了结果 le jie guo, 了结构 le jie gou
了结合 le jie he

音乐 yin yue, 乐器 yue qi, 乐队 yue dui, 乐团 yue tuan, 乐谱 yue pu, 声乐 sheng yue
民乐 min yue, 器乐 qi yue, 交响乐 jiao xiang yue, 乐清 yue qing, 乐章 yue zhang

参差 cen ci, 差旅 chai lv, 出差 chu chai, 差遣 chai qian, 邮差 you chai, 差使 chai shi
出差异 chu cha yi, 出差距 chu cha ju, 列传播 lie chuan bo, 列传统 lie chuan tong, 自传统 zi chuan tong
自传播 zi chuan bo
传记 zhuan ji, 自传 zi zhuan, 列传 lie zhuan, 传略 zhuan lve, 水浒传 shui hu zhuan
率先 shuai xian, 率领 shuai ling, 表率 biao shuai, 统率 tong shuai, 率队 shuai dui
率团 shuai tuan, 草率 cao shuai, 轻率 qing shuai, 直率 zhi shuai, 坦率 tan shuai, 便宜 pian yi, 便宜居 bian yi ju
给予 ji yu, 供给 gong ji, 给付 ji fu, 自给 zi ji, 配给 pei ji, 投降 tou xiang, 降伏 xiang fu
提防 di fang, 朝气 zhao qi, 朝夕 zhao xi, 今朝 jin zhao, 校对 jiao dui, 校准 jiao zhun
校正 jiao zheng, 校验 jiao yan, 校订 jiao ding, 审校 shen jiao, 学校 xue xiao, 高校 gao xiao
院校 yuan xiao, 技校 ji xiao, 名校 ming xiao, 本校 ben xiao, 党校 dang xiao, 弹性 tan xing, 弹窗 tan chuang, 弹簧 tan huang, 反弹 fan tan, 评弹 ping tan
弹奏 tan zou, 弹琴 tan qin, 角色 jue se, 角逐 jue zhu, 主角 zhu jue, 配角 pei jue
睡觉 shui jiao, 午觉 wu jiao, 没收 mo shou, 埋没 mai mo, 沉没 chen mo, 淹没 yan mo
埋怨 man yuan, 藏族 zang zu, 藏医 zang yi, 藏语 zang yu, 西藏 xi zang, 青藏 qing zang
川藏 chuan zang, 宝藏 bao zang, 曾国藩 zeng guo fan, 曾子 zeng zi, 曾祖 zeng zu, 湖泊 hu po
梁山泊 liang shan po, 番茄 fan qie, 雪茄 xue jia, 薄饼 bao bing, 牛仔 niu zai
打工仔 da gong zai, 什邡 shi fang, 喀什 ka shi, 畜牧 xu mu, 畜产 xu chan, 模样 mu yang
曝光 bao guang, 游说 you shui, 关卡 guan qia, 哨卡 shao qia, 反省 fan xing, 大夫 dai fu
倔强 jue jiang, 地壳 di qiao, 堵塞 du se, 阻塞 zu se, 闭塞 bi se, 搪塞 tang se, 厌恶 yan wu
可恶 ke wu, 露面 lou mian, 揣度 chuai duo, 秘鲁 bi lu, 分配给 fen pei gei, 提供给 ti gong gei
没收到 mei shou dao, 没收入 mei shou ru, 没收费 mei shou fei, 相关 xiang guan, 有关 you guan
机关 ji guan, 大夫妻 da fu qi

厦门 xia men, 大厦 da sha, 厦大 xia da, 番禺 pan yu, 六安 lu an, 六合 lu he, 东阿 dong e, 蔚县 yu xian
尉犁 yu li, 铅山 yan shan, 涡阳 guo yang, 莘庄 xin zhuang, 浚县 xun xian, 洪洞 hong tong
泌阳 bi yang, 荥经 ying jing, 中牟 zhong mu, 牟平 mu ping, 犍为 qian wei, 筠连 jun lian
宝坻 bao di, 大埔 da bu, 枞阳 zong yang, 蚌埠 beng bu, 浒墅关 xu shu guan, 高句丽 gao gou li
十里堡 shi li pu
`

// reading is how one phrase is read: a syllable for each of its characters.
type reading struct {
	phrase    string
	syllables []string
}

// byFirst holds the readings of heteronyms by the first character of their
// phrases, the longest phrases first.
var byFirst = readings(heteronyms)

func readings(table string) map[rune][]reading {
	m := make(map[rune][]reading)
	for entry := range strings.FieldsFuncSeq(table, func(r rune) bool { return r == ',' || r == '\n' }) {
		words := strings.Fields(entry)
		phrase := FoldString(words[0])
		first, _ := utf8.DecodeRuneInString(phrase)
		m[first] = append(m[first], reading{phrase, words[1:]})
	}
	for _, list := range m {
		slices.SortStableFunc(list, func(a, b reading) int { return len(b.phrase) - len(a.phrase) })
	}
	return m
}

// phrase is the longest reading of heteronyms that folded text begins with.
func phrase(folded string) (reading, bool) {
	first, _ := utf8.DecodeRuneInString(folded)
	for _, r := range byFirst[first] {
		if strings.HasPrefix(folded, r.phrase) {
			return r, true
		}
	}
	return reading{}, false
}
