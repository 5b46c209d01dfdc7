package suggest

import "testing"

// titles are names such as a site has, the heaviest first.
var titles = [][]string{
	{"人才公寓", "talent apartment"},
	{"租房补贴", "rent subsidy"},
	{"购房补贴", "home purchase subsidy"},
	{"人才社区", "talent community"},
	{"生活补贴", "living allowance"},
	{"面试补贴"},
	{"创业补贴"},
	{"落户", "hukou"},
	{"漫柏人才社区"},
	{"东方青年人才社区", "Dongfang Youth Talent Community"},
	{"独墅湖科创湾", "苏创湾"},
	{"太湖新城·CBD总部科创区", "太湖新城CBD"},
	{"长三角国际研发社区"},
	{"苏州", "苏州市", "Suzhou"},
	{"南京", "南京市", "Nanjing"},
	{"南通", "南通市", "Nantong"},
	{"重庆", "重庆人才"},
	{"长沙"},
	{"西安市"},
	{"淮安市"},
	{"无锡", "Wuxi"},
	{"常州经开区招聘会", "招聘会", "job fair"},
	{"会计人才"},
	{"银行"},
	{"硕士", "硕士研究生", "master"},
	{"博士", "博士后", "doctor"},
	{"本科", "bachelor"},
	{"应届毕业生", "应届生"},
	{"外国人工作许可证", "工签", "work permit"},
	{"K字签证：外国青年科技人才（2025年）", "K签证", "K visa"},
	{"保障性租赁住房", "保租房"},
	{"公租房"},
	{"关于加快发展保障性租赁住房的意见", "国办发2021年22号"},
	{"苏州工业园区公租房与租房补贴（2016年政策）", "SIP", "园区公租房"},
	{"南京面试补贴与创业补贴（2018年）", "来宁面试"},
	{"无锡“太湖人才计划”的住房与工作许可待遇（2022年报道）", "Taihu Talent Plan"},
	{"南通海门人才房票（2026年报道）", "海门房票"},
	{"社会保障卡", "social security card"},
	{"路演大厅", "roadshow hall"},
	{"10分钟人才宜居圈"},
	{"免申即享"},
	{"UWC+创新岛", "UWC+ Innovation Island"},
	{"女性人才", "绿色社区"},
	{"高校毕业生办什么事", "住房资助金"},
}

// said are texts of entries, of the kind that names none.
var said = []string{
	"我们按月发放，那么到哪里领？企业可向银行申请，贷款另议。",
	"办理流程",
	"什么人可以来；他的家人也可以。",
	"办理流程",
}

func fixture() []Name {
	var names []Name
	for i, keys := range titles {
		names = append(names, Name{Keys: keys, Weight: len(titles) - i, Ref: i})
	}
	names[0].Heard = said
	return names
}

func open(tb testing.TB, names []Name) *Index {
	tb.Helper()
	return New(Prepare(names))
}
