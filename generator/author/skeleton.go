package author

import "anju/generator/content"

// skeletons are the texts that entries of each kind begin with.
var skeletons = map[string]string{
	"community": section("社区概况", "在哪里、什么时候建成、有多少房，数字写进上面的 figures") +
		section("怎么申请", "谁能住、准备什么、找谁，一步一条"),
	"policy": section("这项政策给什么", "用自己的话写，金额和条件写进上面的 benefits；不要照抄原文") +
		section("怎么申请", "准备什么、交给谁、多久有结果"),
	"guide": section("先说结论", "读的人最想知道的一句话") +
		section("怎么做", "一步一条；每个数字都要有来源"),
	"job":   section("岗位要求", "做什么、要什么学历和经验，用来源的说法"),
	"event": section("活动内容", "做什么、谁能参加、怎么报名"),
	"page":  section("小标题", "正文"),
}

// section is a heading with a line to be filled in below it.
func section(heading, about string) string {
	return "## " + heading + "\n\n" + content.Placeholder + about + "。\n\n"
}
