package content

import "anju/generator/validity"

// Community is a talent community (人才社区).
type Community struct {
	Head `yaml:",inline"`

	Type         string        `yaml:"kind" rule:"enum=residential|mixed|street|science_zone|station_cluster" enumzh:"居住型|综合型|街区型|科创园区型|驿站集群" zh:"类型" en:"type"`
	Brand        string        `yaml:"brand" vocab:"brands" zh:"品牌" en:"brand"`
	Operators    []string      `yaml:"operators" vocab:"operators" zh:"运营方" en:"operators"`
	Address      string        `yaml:"address" rule:"len=2..120" tr:"y" zh:"位置" en:"place"`
	Positioning  string        `yaml:"positioning" rule:"len=2..300" tr:"y" zh:"定位" en:"positioning"`
	Industries   []string      `yaml:"industries" vocab:"industries" zh:"产业" en:"industries"`
	Origin       string        `yaml:"origin" rule:"enum=new|converted|mixed" enumzh:"新建|改造|新建与改造" zh:"新建或改造" en:"newly built or converted"`
	FormerUse    string        `yaml:"former_use" rule:"len=2..60" tr:"y" zh:"改造前的用途" en:"former use"`
	OriginStock  string        `yaml:"origin_stock" rule:"enum=state_owned|enterprise|social" enumzh:"国有存量|企业存量|社会存量" zh:"存量来源" en:"whose stock was reused"`
	Siting       []string      `yaml:"siting" rule:"enum=industry_cluster|talent_area|transport_hub|dev_park|industrial_park|tech_complex|city_centre" enumzh:"产业集聚区|人才集中区|交通枢纽区域|开发园区|工业园区|科技产业综合体|城市中心" zh:"选在什么地方" en:"where it was sited"`
	Funding      string        `yaml:"funding_model" rule:"enum=government|soe|market|mixed" enumzh:"政府投资|国有企业投资|市场投资|多方投资" zh:"谁出资" en:"who pays for it"`
	Partners     []Partner     `yaml:"partners" tr:"y" zh:"合作方" en:"partners"`
	Facilities   []Facility    `yaml:"facilities" tr:"y" zh:"设施" en:"facilities"`
	Amenities    []Amenity     `yaml:"amenities" tr:"y" zh:"周边配套" en:"amenities nearby"`
	Commute      []Commute     `yaml:"commute" tr:"y" zh:"到园区或商圈的时间" en:"time to places of work"`
	Recognitions []Recognition `yaml:"recognitions" tr:"y" zh:"认定与称号" en:"recognitions"`
	Stars        *Stars        `yaml:"star_rating" tr:"y" zh:"星级" en:"star rating"`
	Homes        []Home        `yaml:"homes" tr:"y" zh:"户型" en:"unit types"`
	Services     []Ref         `yaml:"services" ref:"guide" zh:"社区里能办的服务（指南）" en:"services that one can use there: guides"`
	Contacts     []Contact     `yaml:"contacts" tr:"y" zh:"联系方式" en:"where to ask"`
}

// HomeRef names a home of the community over the whole site:
// home:COMMUNITY/HOMEID.
func (c *Community) HomeRef(h Home) Ref { return Ref("home:" + c.ID + "/" + h.ID) }

// Partner is who takes part in a community besides its operators.
type Partner struct {
	Name   string `yaml:"name" rule:"required,len=2..60" tr:"y" zh:"名称" en:"name"`
	Role   string `yaml:"role" rule:"required,enum=bank|leasing|investor|university|enterprise|developer|landlord" enumzh:"银行|融资租赁|投资方|高校院所|企业|开发企业|产权方" zh:"角色" en:"role"`
	Source int    `yaml:"source" rule:"required,range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Commute is how long it takes from a community to a place where people work.
type Commute struct {
	To      string   `yaml:"to" rule:"required,len=2..60" tr:"y" zh:"到哪里" en:"to where"`
	Mode    string   `yaml:"mode" rule:"required,enum=walk|bike|bus|metro|car" enumzh:"步行|骑行|公交|地铁|驾车" zh:"怎么去" en:"by what means"`
	Minutes *float64 `yaml:"minutes" rule:"required,range=0..240" zh:"几分钟" en:"minutes"`
	Source  int      `yaml:"source" rule:"range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Stars is a star rating, which means nothing without its scheme.
type Stars struct {
	Value  *int          `yaml:"value" rule:"required,range=1..5" zh:"几星" en:"how many stars"`
	Scheme string        `yaml:"scheme" rule:"required,len=2..60" tr:"y" zh:"评定办法" en:"scheme"`
	On     validity.Date `yaml:"on" when:"past" zh:"时间" en:"when"`
	Source int           `yaml:"source" rule:"required,range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Facility is something a community has, or will have. Like wherever an item
// may leave Source out, the only source of the entry is filled in; it stays 0
// where there are several.
type Facility struct {
	Kind       string        `yaml:"kind" rule:"required" vocab:"facilities" zh:"种类" en:"kind"`
	Name       string        `yaml:"name" rule:"len=2..60" tr:"y" zh:"名称" en:"name"`
	Count      *int          `yaml:"count" rule:"range=1..100000" zh:"数量" en:"how many"`
	Status     string        `yaml:"status" rule:"enum=existing|under_construction|planned" enumzh:"现有|在建|计划" zh:"现有、在建或计划" en:"existing or to come"`
	Completion validity.Date `yaml:"planned_completion" zh:"计划建成" en:"planned completion"`
	Source     int           `yaml:"source" rule:"range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Amenity is something within reach of a community.
type Amenity struct {
	Kind       string        `yaml:"kind" rule:"required" vocab:"amenities" zh:"种类" en:"kind"`
	Name       string        `yaml:"name" rule:"len=2..60" tr:"y" zh:"名称" en:"name"`
	WalkMin    *float64      `yaml:"walk_min" rule:"range=0..240" zh:"步行几分钟" en:"minutes on foot"`
	DistanceM  *float64      `yaml:"distance_m" rule:"range=0..50000" zh:"距离（米）" en:"distance in metres"`
	Method     string        `yaml:"method" rule:"enum=survey|route|straight_line|stated" enumzh:"实地测量|按路线测算|直线距离|来源自述" zh:"怎么量的" en:"how it was measured"`
	MeasuredOn validity.Date `yaml:"measured_on" when:"past" zh:"何时量的" en:"when it was measured"`
	Source     int           `yaml:"source" rule:"range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Recognition is an award or a listing, with its scheme.
type Recognition struct {
	Name      string        `yaml:"name" rule:"required,len=2..60" tr:"y" zh:"称号" en:"name"`
	Level     string        `yaml:"level" rule:"enum=national|provincial|municipal|district" enumzh:"国家|省级|市级|区县" zh:"级别" en:"level"`
	AwardedBy string        `yaml:"awarded_by" rule:"len=2..60" tr:"y" zh:"认定单位（来源未写则不填）" en:"who awards it"`
	On        validity.Date `yaml:"on" when:"past" zh:"时间" en:"when"`
	Source    int           `yaml:"source" rule:"required,range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Home is a unit type of a community.
type Home struct {
	ID           string        `yaml:"id" rule:"required,id" zh:"编号" en:"id"`
	UnitType     string        `yaml:"unit_type" rule:"required,enum=studio|single|double_share|1b1l|2b1l|2b2l|3b|duplex|dorm_bed" enumzh:"开间|单人间|双人间|一室一厅|两室一厅|两室两厅|三室|复式|宿舍床位" zh:"户型" en:"unit type"`
	Title        string        `yaml:"title" rule:"len=2..60" tr:"y" zh:"名称" en:"name"`
	Rent         *Money        `yaml:"rent" tr:"y" zh:"租金" en:"rent"`
	Area         *Range        `yaml:"area" zh:"面积（平方米）" en:"area in m²"`
	Availability *Availability `yaml:"availability" zh:"空房" en:"vacancies"`
	RentBasis    string        `yaml:"rent_basis" rule:"enum=market|below_market|subsidised|free" enumzh:"市场价|低于市场价|有补贴|免租" zh:"租金按什么定" en:"what the rent follows"`
	Deposit      *Money        `yaml:"deposit" tr:"y" zh:"押金" en:"deposit"`
	Audience     []string      `yaml:"audience" vocab:"audiences" zh:"适用人群（供筛选）" en:"for whom, for filtering"`
	For          string        `yaml:"for" rule:"len=2..200" tr:"y" zh:"面向谁" en:"for whom"`
	Conditions   []string      `yaml:"conditions" rule:"len=2..200" tr:"y" zh:"条件，用来源的原话" en:"conditions, in the source's words"`
	LeaseMonths  *Range        `yaml:"lease_months" zh:"租期（月）" en:"lease in months"`
	Features     []string      `yaml:"features" rule:"len=1..40" tr:"y" zh:"配置" en:"features"`
	Apply        *Apply        `yaml:"apply" tr:"y" zh:"怎么申请" en:"how to apply"`
	Unknown      []string      `yaml:"unknown" rule:"enum=rent|area|availability" enumzh:"租金|面积|空房" zh:"来源未载明的字段" en:"what the source does not state" eg:"[rent, area, availability]"`
	Source       int           `yaml:"source" rule:"range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Availability is how many homes are free, on a day.
type Availability struct {
	Units *int          `yaml:"units" rule:"range=0..100000" zh:"空房数" en:"how many are free"`
	Total *int          `yaml:"total" rule:"range=0..100000" zh:"总数" en:"of how many"`
	AsOf  validity.Date `yaml:"as_of" when:"past" rule:"required,day" zh:"截至" en:"as of"`
}

// Apply is how to get something.
type Apply struct {
	Method string   `yaml:"method" rule:"enum=online|onsite|employer|app" enumzh:"网上申请|现场申请|由单位申请|手机应用申请" zh:"方式" en:"method"`
	URL    string   `yaml:"url" rule:"url" zh:"网址" en:"address"`
	App    string   `yaml:"app" rule:"len=2..40" tr:"y" zh:"小程序或应用的名称" en:"name of the app"`
	Steps  []string `yaml:"steps" rule:"len=2..200" tr:"y" zh:"步骤" en:"steps"`
	Papers []string `yaml:"documents" rule:"len=2..200" tr:"y" zh:"材料" en:"papers to bring"`
	Time   string   `yaml:"time" rule:"len=1..60" tr:"y" zh:"多久有结果" en:"how long it takes"`
}

// Policy is a policy document, or what the news reports of one.
type Policy struct {
	Head `yaml:",inline"`

	Level          string        `yaml:"level" rule:"required,enum=national|provincial|municipal|district|park" enumzh:"国家|省级|市级|区县|园区" zh:"级别" en:"level"`
	Basis          string        `yaml:"basis" rule:"required,enum=official_text|news_report" enumzh:"官方原文|报道或转述" zh:"依据：原文或报道" en:"official text, or news only"`
	Issuer         []string      `yaml:"issuer" rule:"stated,len=2..60" tr:"y" zh:"发文机关" en:"issuer"`
	Issued         validity.Date `yaml:"issued" when:"past" rule:"stated" zh:"发布日期" en:"when it was published"`
	DocumentNumber string        `yaml:"document_number" rule:"len=4..60" zh:"发文字号" en:"document number" eg:"示政发〔2024〕1号"`
	IndexNumber    string        `yaml:"index_number" rule:"len=4..60" zh:"索引号" en:"index number" eg:"014000000/2024-00001"`
	Topic          string        `yaml:"topic" rule:"len=2..60" tr:"y" zh:"主题分类" en:"subject"`
	FormedOn       validity.Date `yaml:"formed_on" when:"past" zh:"成文日期" en:"when it was signed"`
	EffectiveFrom  validity.Date `yaml:"effective_from" zh:"施行日期" en:"in force from"`
	EffectiveTo    validity.Date `yaml:"effective_to" zh:"有效期至（当日有效）" en:"in force until, that day included"`
	RepealedOn     validity.Date `yaml:"repealed_on" zh:"废止日期" en:"repealed on"`
	Replaces       []Ref         `yaml:"replaces" ref:"policy" zh:"替代的旧政策" en:"what it replaces"`
	OfficialURL    string        `yaml:"official_url" rule:"url" zh:"原文网址" en:"address of the official text"`
	Benefits       []Benefit     `yaml:"benefits" tr:"y" zh:"待遇" en:"benefits"`
	Conditions     []string      `yaml:"conditions" rule:"len=2..300" tr:"y" zh:"条件，用来源的原话" en:"conditions, in the source's words"`
	Windows        []Window      `yaml:"windows" tr:"y" zh:"申报时间" en:"application windows"`
	Delivery       string        `yaml:"delivery_mode" rule:"enum=apply|no_application|commitment|employer_applies" enumzh:"本人申请|免申即享|承诺即享|由单位申请" zh:"兑现方式" en:"how it is paid out"`
	Claim          []string      `yaml:"claim" rule:"len=2..300" tr:"y" zh:"怎么申领，一步一条" en:"how to claim, a step each"`
	Documents      []string      `yaml:"documents" rule:"len=2..200" tr:"y" zh:"申请材料" en:"papers to bring"`
	Guide          Ref           `yaml:"guide" ref:"guide" zh:"办事指南" en:"how-to guide"`
	Pilot          bool          `yaml:"pilot" zh:"试点" en:"a pilot"`
	PilotArea      string        `yaml:"pilot_area" rule:"len=2..100" tr:"y" zh:"试点范围" en:"where the pilot runs"`
	Contacts       []Contact     `yaml:"contacts" tr:"y" zh:"咨询" en:"where to ask"`
}

// Benefit is something a policy gives.
type Benefit struct {
	ID         string   `yaml:"id" rule:"required,id" zh:"编号" en:"id"`
	Kind       string   `yaml:"kind" rule:"required" vocab:"benefits" zh:"种类" en:"kind"`
	Name       string   `yaml:"name" rule:"required,len=2..60" tr:"y" zh:"名称" en:"name"`
	Money      *Money   `yaml:"money" tr:"y" zh:"金额" en:"money"`
	InKind     string   `yaml:"in_kind" rule:"len=2..200" tr:"y" zh:"不是钱的待遇" en:"what is given instead of money"`
	Who        string   `yaml:"who" rule:"len=2..200" tr:"y" zh:"给谁" en:"who gets it"`
	Degrees    []string `yaml:"degrees" vocab:"degrees" zh:"学历学位（供筛选）" en:"degrees, for filtering"`
	Conditions string   `yaml:"conditions" rule:"len=2..300" tr:"y" zh:"条件" en:"conditions"`
	MonthsMax  *int     `yaml:"months_max" rule:"range=1..240" zh:"最多几个月" en:"for at most so many months"`
	Source     int      `yaml:"source" rule:"range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Window is a span in which one can apply.
type Window struct {
	Opens   validity.Date `yaml:"opens" zh:"开始" en:"opens"`
	Closes  validity.Date `yaml:"closes" zh:"截止（当日有效）" en:"closes, that day included"`
	Rolling bool          `yaml:"rolling" zh:"常年受理" en:"always open"`
	Batch   string        `yaml:"batch" rule:"len=2..60" tr:"y" zh:"批次" en:"batch"`
}

// Guide explains: how to do something, what something is, how a place did it,
// or a service one can use.
type Guide struct {
	Head `yaml:",inline"`

	Genre     string     `yaml:"genre" rule:"required,enum=how_to|explainer|practice|service" enumzh:"办事指南|名词解释|各地做法|服务介绍" zh:"体裁" en:"genre"`
	Steps     []Step     `yaml:"steps" tr:"y" zh:"步骤" en:"steps"`
	Documents []Document `yaml:"documents" tr:"y" zh:"材料" en:"papers"`
	TimeLimit string     `yaml:"time_limit" rule:"len=2..200" tr:"y" zh:"办理时限" en:"how long it takes"`
	Fee       string     `yaml:"fee" rule:"len=2..100" tr:"y" zh:"收费" en:"fee"`
	Places    []Contact  `yaml:"places" tr:"y" zh:"办理地点" en:"where"`
	Channels  []string   `yaml:"channels" rule:"enum=counter|online|phone|on_site" enumzh:"窗口|网上|电话|上门" zh:"怎么办：窗口、网上、电话、上门" en:"how it is delivered"`
	Phases    []string   `yaml:"phases" rule:"enum=planning|building|running" enumzh:"规划|建设|运营" zh:"做法属于哪个阶段" en:"which phase a practice is of"`
	Parts     bool       `yaml:"parts" zh:"分部分：每个二级标题一页" en:"in parts: a page for each second-level heading"`
	Measures  []Measure  `yaml:"measures" tr:"y" zh:"做法逐条：已有、在建、计划、要求还是意向" en:"what is or will be done, one by one"`
}

// Measure is something that a place does, builds, plans, demands or intends.
type Measure struct {
	Text     string `yaml:"text" rule:"required,len=2..200" tr:"y" zh:"做什么" en:"what is done"`
	StatedAs string `yaml:"stated_as" rule:"required,enum=existing|under_construction|planned|demanded|intended" enumzh:"现有|在建|计划|要求|意向" zh:"现有、在建、计划、要求还是意向" en:"how firmly it was stated"`
	Source   int    `yaml:"source" rule:"required,range=1..50" zh:"第几个来源" en:"number of the source"`
}

// Step is a step of a procedure.
type Step struct {
	Title string `yaml:"title" rule:"required,len=2..60" tr:"y" zh:"名称" en:"name"`
	Text  string `yaml:"text" rule:"len=2..400" tr:"y" zh:"说明" en:"what to do"`
	Who   string `yaml:"who" rule:"len=2..60" tr:"y" zh:"由谁办" en:"who does it"`
	Where string `yaml:"where" rule:"len=2..100" tr:"y" zh:"在哪里" en:"where"`
	Time  string `yaml:"time" rule:"len=1..60" tr:"y" zh:"多久" en:"how long"`
}

// Document is a paper to bring.
type Document struct {
	Name   string `yaml:"name" rule:"required,len=2..100" tr:"y" zh:"名称" en:"name"`
	Form   string `yaml:"form" rule:"enum=original|copy|electronic" enumzh:"原件|复印件|电子件" zh:"原件、复印件或电子件" en:"form"`
	Copies *int   `yaml:"copies" rule:"range=1..20" zh:"份数" en:"copies"`
	Note   string `yaml:"note" rule:"len=2..200" tr:"y" zh:"说明" en:"remark"`
}

// Job is a vacancy.
type Job struct {
	Head `yaml:",inline"`

	Employer   string        `yaml:"employer" rule:"stated,len=2..60" tr:"y" zh:"用人单位" en:"employer"`
	Place      string        `yaml:"place" rule:"stated,len=2..100" tr:"y" zh:"工作地点" en:"place of work"`
	PostedOn   validity.Date `yaml:"posted_on" when:"past" rule:"stated,day" zh:"发布日期" en:"posted on"`
	ClosesOn   validity.Date `yaml:"closes_on" rule:"day" zh:"截止（当日有效）" en:"closes, that day included"`
	Positions  *int          `yaml:"positions" rule:"range=1..1000" zh:"人数" en:"how many"`
	Employment string        `yaml:"employment" rule:"enum=full_time|part_time|intern|contract|postdoc" enumzh:"全职|兼职|实习|合同制|博士后" zh:"用工形式" en:"type of employment"`
	Degree     string        `yaml:"degree" vocab:"degrees" zh:"最低学历学位" en:"lowest degree"`
	Skills     []string      `yaml:"skills" rule:"len=1..40" tr:"y" zh:"要求" en:"skills"`
	Salary     *Money        `yaml:"salary" tr:"y" zh:"薪酬" en:"salary"`
	Community  Ref           `yaml:"community" ref:"community" zh:"所在社区" en:"community"`
	Policies   []Ref         `yaml:"policies" ref:"policy" zh:"可享政策" en:"policies that apply"`
	Apply      *Apply        `yaml:"apply" tr:"y" zh:"怎么应聘" en:"how to apply"`
}

// Event is something that takes place.
type Event struct {
	Head `yaml:",inline"`

	Type         string          `yaml:"kind" rule:"enum=job_fair|pitch|salon|briefing|visit|deadline|course|meeting|gathering" enumzh:"招聘会|路演|沙龙|宣讲会|参观|截止日|培训|会议|联谊" zh:"类型" en:"type"`
	StartsOn     validity.Date   `yaml:"starts_on" rule:"day" zh:"开始日期" en:"first day"`
	EndsOn       validity.Date   `yaml:"ends_on" rule:"day" zh:"结束日期" en:"last day"`
	StartsAt     Moment          `yaml:"starts_at" zh:"开始时刻，如 2026-12-01T14:00+08:00" en:"start" eg:"2026-12-01T14:00+08:00"`
	EndsAt       Moment          `yaml:"ends_at" zh:"结束时刻" en:"end" eg:"2026-12-01T16:00+08:00"`
	Venue        string          `yaml:"venue" rule:"stated,len=2..100" tr:"y" zh:"地点" en:"venue"`
	Organiser    string          `yaml:"organiser" rule:"stated,len=2..60" tr:"y" zh:"主办" en:"organiser"`
	Community    Ref             `yaml:"community" ref:"community" zh:"所在社区" en:"community"`
	Series       string          `yaml:"series" rule:"len=2..60" tr:"y" zh:"系列" en:"series"`
	Repeats      *Repeat         `yaml:"repeats" zh:"定期举行" en:"how it repeats"`
	AlsoOn       []validity.Date `yaml:"also_on" rule:"day" zh:"还在这些日子举行，钟点相同" en:"further days, at the same hours" eg:"[2030-01-31]"`
	Cancelled    bool            `yaml:"cancelled" zh:"已取消" en:"cancelled"`
	Registration *Registration   `yaml:"registration" tr:"y" zh:"报名" en:"registration"`
	Outcome      string          `yaml:"outcome" rule:"len=2..300" tr:"y" zh:"结果" en:"outcome"`
}

// Repeat is the rule of an event that takes place again at the same hours.
type Repeat struct {
	Every  string          `yaml:"every" rule:"required,enum=day|week|two_weeks" enumzh:"每天|每周|每两周" zh:"多久一次" en:"how often"`
	Until  validity.Date   `yaml:"until" rule:"required,day" zh:"最后一次不晚于哪天" en:"no later than"`
	Except []validity.Date `yaml:"except" rule:"day" zh:"这些日子不举行" en:"not on these days"`
}

// Registration is how to take part in an event.
type Registration struct {
	Required *bool         `yaml:"required" zh:"须报名" en:"required"`
	URL      string        `yaml:"url" rule:"url" zh:"网址" en:"address"`
	Deadline validity.Date `yaml:"deadline" rule:"day" zh:"截止（当日有效）" en:"until, that day included"`
	Fee      string        `yaml:"fee" rule:"len=1..60" tr:"y" zh:"费用" en:"fee"`
	Text     string        `yaml:"text" rule:"len=2..200" tr:"y" zh:"说明" en:"remark"`
}

// Page is a page of the site itself: about, accessibility, the handbook.
type Page struct {
	Head `yaml:",inline"`
}
