package bench

import "strings"

// pairs reads "slug 名称" pairs.
func pairs(text string) (out [][2]string) {
	words := strings.Fields(text)
	for i := 0; i+1 < len(words); i += 2 {
		out = append(out, [2]string{words[i], words[i+1]})
	}
	return out
}

// The vocabularies of the corpus, by the names of their files.
var vocabularies = map[string][][2]string{
	"cities": pairs(`nanjing 南京 wuxi 无锡 xuzhou 徐州 changzhou 常州 suzhou 苏州 nantong 南通 lianyungang 连云港
		huaian 淮安 yancheng 盐城 yangzhou 扬州 zhenjiang 镇江 taizhou 泰州 suqian 宿迁`),
	"audiences": pairs(`graduate 应届毕业生 master 硕士 phd 博士 postdoc 博士后 high-level 高层次人才 skilled 技能人才
		founder 创业者 overseas 留学归国人员 foreigner 外籍人才 employer 企业负责人 student 在校学生 veteran 退役军人
		young-worker 新就业青年 freelancer 自由职业者`),
	"benefits": pairs(`rent-subsidy 租房补贴 purchase-subsidy 购房补贴 living-allowance 生活补贴 interview-subsidy 面试补贴
		settling-allowance 安家费 project-funding 项目资助 startup-grant 创业补贴 employer-reward 引才奖励`),
	"tags": pairs(`talent-community 人才社区 talent-apartment 人才公寓 youth-station 青年驿站 reuse 存量改造
		innovation 科技创新 digital 数字化服务 entrepreneurship 创新创业 rent 租房 purchase 购房 services 人才服务`),
	"facilities": pairs(`pitch-hall 路演大厅 startup-desk 创业工位 coworking 共享办公室 gym 健身房 shared-kitchen 共享厨房 reading-room 书吧`),
	"amenities":  pairs(`metro 地铁 bus 公交 school 学校 hospital 医院 supermarket 超市 park 公园 library 图书馆`),
	"degrees":    pairs(`college 大专 bachelor 本科 master 硕士 doctor 博士`),
}

// words fill the {slots} of sentences.
var words = map[string][]string{
	"办": strings.Fields("申请 领取 办理 预约 登记 查询 提交 续办 变更 参加"),
	"事": strings.Fields(`租房补贴 购房补贴 生活补贴 面试补贴 安家费 项目资助 创业补贴 人才公寓 青年驿站 落户手续 子女入学 职称评审
		技能认定 创业贷款 贷款贴息 社保补缴 公积金提取 工作许可 居住证 学历认证 住房登记 成果转化 专利资助 实习岗位`),
	"材料": strings.Fields("身份证 毕业证 学位证 劳动合同 租房合同 社保缴费记录 纳税证明 户口簿 结婚证 营业执照 单位证明 学历认证书 收入证明 银行卡复印件"),
	"单位": strings.Fields("人力资源和社会保障局 住房和城乡建设局 科学技术局 人才服务中心 青年发展中心 政务服务大厅 街道办事处 社区服务站 住房保障中心 高新区管委会"),
	"场所": strings.Fields("路演大厅 共享办公室 健身房 共享厨房 书吧 会客厅 咖啡馆 篮球场 洗衣房 快递站 自习室 会议室 屋顶花园 自行车棚"),
	"活动": strings.Fields("读书会 路演 招聘会 徒步 羽毛球赛 编程沙龙 法律讲座 心理讲座 厨艺课 观影会 创业课 志愿服务 交友会 技术分享"),
	"产业": strings.Fields("集成电路 生物医药 新能源 新材料 人工智能 高端装备 船舶海工 纺织服装 软件 物联网 现代物流 文化创意 农产品加工 数字经济"),
	"评价": strings.Fields("方便 清楚 公开 及时 灵活 周到 规范 稳定 节省时间 便于核对"),
	"时候": strings.Fields("每月初 每季度末 每年三月 工作日上午 周末 入职后一个月内 签约当天 批准的下个月 毕业前 合同到期前"),
	"条件": strings.Fields(`在本市没有住房 连续缴纳社保满六个月 签订一年以上劳动合同 毕业未满五年 年龄不超过四十五周岁 具有本科以上学历
		在本市纳税 全职在岗 未享受过同类待遇 户籍已迁入本市 取得技师资格 拥有发明专利`),
}

// sentences are what entries are made of. {名} is a name of the long tail, {数}
// a number, {钱} an amount.
var sentences = strings.Fields(`
{城}市的{人}，{条件}的，可以向{单位}{办}{事}。
{办}{事}要带{材料}和{材料}，缺一样都要再跑一趟。
{单位}{时候}受理{事}，{数}个工作日内答复。
{名}社区的{场所}对住户免费开放，{时候}还有{活动}。
从{名}路走到最近的地铁站要{数}分钟，路上有超市和药店。
{名}公司给住在这里的{人}提供班车，{时候}发车。
{事}的标准是每人每月{钱}元，最多发{数}个月。
已经领过{事}的，不再{办}{事}。
{条件}，并且{条件}的，{单位}优先安排。
这一带的{产业}企业有{数}家，{名}研究院也在附近。
{人}最关心的是{事}，其次是{事}和{事}。
去年{单位}办了{数}场{活动}，来了很多{人}。
材料交齐以后，{单位}会在网上公示{数}天，没有异议就发{事}。
{名}公寓由旧厂房改造而来，保留了砖墙，加了{场所}和{场所}。
租金每月{钱}元，押金一个月，{时候}交。
{单位}说，这样安排是为了{评价}。
房子在{名}街{数}号，{数}楼以上有电梯。
如果{材料}丢了，可以用{材料}代替，先打电话问{单位}。
{名}大学的毕业生和{名}公司的员工住得最多。
{事}由单位统一{办}，个人不用交{材料}。
{产业}方向的{人}，另有一次性{钱}元的{事}。
邻居们{时候}在{场所}聚一聚，有人办{活动}，有人只来喝茶。
{条件}的家庭，可以选两居室，面积不超过{数}平方米。
办法没有写{事}什么时候停，{单位}的答复是另行通知。
`)

// headings of the two large kinds.
var headings = map[string][]string{
	"community": strings.Fields("位置和交通 户型和租金 怎么住进来 公共空间 邻里活动 周边的企业 运营和管理 住户怎么说 还不知道的事 下一步"),
	"policy":    strings.Fields("适用对象 申请条件 待遇标准 办理流程 所需材料 发放时间 常见问题 不予受理的情形 与旧办法的关系 咨询和投诉"),
	"guide":     strings.Fields("先看清楚 准备材料 网上怎么填 窗口怎么办 多久有结果 办不成怎么办 小提示"),
}

// nameStart and nameEnd make the names of the long tail.
var (
	nameStart = []rune("锦瑞嘉恒盛安康宁泰和华兴隆昌明远博文雅景云帆海川岳峰林泽润晨曦星辰凯达诚信德仁义礼智勇敏慧书香墨竹梅兰菊松柏枫桐")
	nameEnd   = []rune("苑里湾坊汇庭园居城堂阁台桥塘巷埠洲渡浦港湖溪泉岭坡原")
)
