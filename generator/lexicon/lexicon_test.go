package lexicon

// demo is a lexicon like those of the sites.
var demo = Lexicon{
	Terms: []Term{
		withParts(city("nanjing", "宁", "南京", "南京市", "来宁", "Nanjing"), "江宁", "玄武", "栖霞区"),
		city("wuxi", "锡", "无锡", "无锡市", "Wuxi"),
		city("xuzhou", "徐", "徐州", "徐州市", "来徐", "留徐", "Xuzhou"),
		city("changzhou", "常", "常州", "常州市", "Changzhou"),
		withParts(city("suzhou", "苏", "苏州", "苏州市", "Suzhou"), "昆山", "吴江", "吴中"),
		withParts(city("nantong", "通", "南通", "南通市", "Nantong"), "启东", "海安"),
		city("suqian", "宿", "宿迁", "宿迁市", "Suqian"),
		{Facet: "degree", Value: "secondary", Names: []string{"高中、中专", "高中", "中专", "High school"}},
		{Facet: "degree", Value: "college", Names: []string{"大专", "专科", "高职", "Junior college"}},
		{Facet: "degree", Value: "bachelor", Names: []string{"本科", "学士", "本科生", "Bachelor's degree", "bachelor"}},
		{Facet: "degree", Value: "master", Names: []string{"硕士", "研究生", "硕士研究生", "硕士生", "master"}},
		{Facet: "degree", Value: "doctor", Names: []string{"博士", "研究生", "博士研究生", "博士生", "PhD"}},
		{Facet: "audience", Value: "postdoc", Names: []string{"博士后", "博后"}},
		{Facet: "audience", Value: "master", Names: []string{"硕士", "研究生"}},
		{Facet: "audience", Value: "graduate", Names: []string{"高校毕业生", "毕业生", "应届生", "大学生"}},
		{Facet: "audience", Value: "high-level", Names: []string{"高层次人才"}},
		{Facet: "audience", Value: "skilled", Names: []string{"高级技师", "技师"}},
		{Facet: "audience", Value: "overseas", Names: []string{"留学生", "留学人员"}},
		{Facet: "benefit", Value: "rent-subsidy", Names: []string{"租房补贴", "房租补贴"}},
		{Facet: "benefit", Value: "purchase-subsidy", Names: []string{"购房补贴"}},
		{Facet: "benefit", Value: "living-allowance", Names: []string{"生活补贴"}},
		{Facet: "benefit", Value: "interview-subsidy", Names: []string{"面试补贴"}},
		{Facet: "benefit", Value: "talent-apartment", Names: []string{"人才公寓", "Talent apartment"}},
		{Facet: "benefit", Value: "hukou", Names: []string{"落户", "户口"}},
		{Facet: "amenity", Value: "school", Names: []string{"学校", "小学"}},
		{Facet: "amenity", Value: "bank", Names: []string{"银行"}},
		{Facet: "tag", Value: "ten-minute-circle", Names: []string{"10分钟宜居圈", "10分钟人才宜居圈"}},
		{Facet: "tag", Value: "youth-station", Names: []string{"青年驿站", "宁青驿站"}},
		{Facet: "tag", Value: "visa", Names: []string{"签证", "K字签证"}},
		{Facet: "facility", Value: "pitch-hall", Names: []string{"路演大厅", "路演"}},
		{Facet: "facility", Value: "coworking", Names: []string{"共享办公", "co-working"}},
	},
	Synonyms: []Synonym{
		same("租房补贴", "房租补贴", "租赁补贴", "住房租赁补贴"),
		same("人才公寓", "人才住房", "青年公寓", "人才房"),
		same("应届生", "应届毕业生", "高校毕业生"),
		same("硕士", "硕士生", "硕士研究生"),
		same("保租房", "保障性租赁住房"),
		same("公租房", "公共租赁住房"),
		same("外国人来华工作许可", "工签", "work permit"),
		same("平方米", "平米", "㎡"),
		same("社保", "社会保险"),
		{From: []string{"研究生"}, To: []string{"硕士", "博士"}},
		{From: []string{"硕士"}, To: []string{"研究生"}},
		{From: []string{"购房补贴"}, To: []string{"购房券", "房票"}},
		{From: []string{"人才公寓", "公寓式酒店"}, To: []string{"Talent Flat", "人才公寓"}},
	},
}

func city(slug, short string, names ...string) Term {
	return Term{Facet: "city", Value: slug, Short: short, Names: names}
}

func withParts(term Term, parts ...string) Term {
	term.Parts = parts
	return term
}

func same(words ...string) Synonym { return Synonym{From: words, To: words} }
