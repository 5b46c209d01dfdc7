package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/build"
)

// A fault is a slip in one file: old, which stands there once, was written as
// new. It is found at the line of the mark ¦ in new, or else of its beginning.
type fault struct{ file, old, new, code string }

// Those that forbid publishing: they are found by what build does, too.
var faultsThatStop = []fault{
	{"policies/gaoxin-mianshi.md", "level: district", "levle: district", "yaml/unknown-field"},
	{"policies/guojia-qingnian-zhufang.md", "effective_to: 2030", "effective_to: 2020", "content/backwards"},
	{"policies/linshi-anjia-2027.md", "min: 200000", "min: 900000", "content/range"},
	{"policies/linshi-shenghuo-baodao.md", "basis: news_report", "basis: news", "yaml/bad-value"},
	{"policies/linshi-zufang-2025.md", "kind: rent-subsidy\n    name: 租房补贴：硕士", "kind: rent-subsidies\n    name: 租房补贴：硕士", "content/unknown-term"},
	{"policies/shengji-rencai-anju.md", "level: provincial", "level: provincial\n¦city: shili", "content/city-above"},
	{"policies/shili-cuowu-2024.md", "unknown: [issuer, issued]", "unknown: [issuers, issued]", "content/not-a-required-field"},
	{"policies/shili-goufang-quan.md", "issued: 2025-01-08\n", "issued: 2025年1月8日\n", "yaml/bad-value"},
	{"policies/shili-jiancai.md", "  - opens: 2026-12-20\n    closes: 2027-01-20", "  - opens: 2026-12-20\n    ¦closes: 2026-01-20", "content/backwards"},
	{"policies/shili-jiuye-2019.md", "published: 2026-03-20\n", "published：2026-03-20\n", "yaml/fullwidth-colon"},
	{"policies/shili-luohu-2022.md", "audience: [skilled]", "audience: [skiled]", "content/unknown-term"},
	{"policies/shili-shequ-shidian.md", "pilot: true\n", "pilot: yes\n", "yaml/wrong-type"},
	{"policies/yuanqu-chuangye.md", "amount: 100000", "amount: 10万", "yaml/wrong-type"},
	{"communities/jiangwan-matou.md", "origin: new", "origin: newly", "yaml/bad-value"},
	{"communities/laochang-jiequ.md", "minutes: 20\n    source: 1", "minutes: 20\n    ¦source: 9", "content/source-number"},
	{"guides/linshi-yincai.md", "related: [community:jiangwan-matou]", "related: [community:jiangwan]", "content/dangling-reference"},
	{"guides/shangmen-chuangye.md", "title: 预约\n", "titel: 预约\n", "yaml/unknown-field"},
	{"guides/yizhan-ruzhu.md", "    form: electronic", "    form: electronic\n    ¦form: copy", "yaml/duplicate-field"},
	{"guides/zhengce-zixun.md", "    phone: 000-0000-0001", "    phone: 热线", "yaml/bad-value"},
	{"jobs/chuangye-zhuli.md", "closes_on: 2026-10-31", "closes_on: 2026-09-31", "yaml/bad-value"},
	{"jobs/gangkou-jixie.md", "positions: 4", "positions: 四", "yaml/wrong-type"},
	{"jobs/houduan-gongchengshi.md", "policies: [policy:shili-zufang-2026]", "policies: [guide:zhengce-zixun]", "content/reference-kind"},
	{"jobs/huodong-cehua.md", "url: https://example.org/jobs/cehua", "url: http:/example.org/jobs/cehua", "yaml/bad-value"},
	{"jobs/shixi-biji.md", "posted_on: 2026-06-28", "unknown: [posted_on]\nposted_on: 2026-06-28", "content/unknown-but-stated"},
	{"events/falv-zhousan.md", "2027-02-17]", "2027-02-18]", "content/event-session"},
	{"events/gangkou-shuangxuan-20261212.md", "ends_at: 2026-12-12T12:00+08:00", "ends_at: 2026-12-12T08:00+08:00", "content/backwards"},
	{"events/jiushu-jishi.md", "also_on: [2026-12-20,", "also_on: [2026-11-20,", "content/backwards"},
	{"events/luyan-20261112.md", "starts_at: 2026-11-12T19:30+08:00", "starts_at: 2026-11-12 19:30", "yaml/bad-value"},
	{"events/xuanjiang-20260320.md", "kind: briefing", "kind: 说明会", "yaml/bad-value"},
	{"vocab/degrees.yaml", "- slug: master", "- slug: Master Degree", "yaml/bad-value"},
}

// Those that may be published, and those that only the rendered site shows.
var faultsThatWarn = []fault{
	{"policies/shili-zufang-2023.md", "issued: 2023-05\n", "issued: 2023-05\n¦document_number: 示人资发[2023]8号\n", "content/document-number"},
	{"policies/shili-zufang-2026.md", "document_number: 示人资发〔2026〕3号", "document_number: 示人资发〔2016〕3号", "content/document-number-year"},
	{"communities/hupan-qingnian/index.md", "min: 1600", "min: 1500", "content/money-text"},
	{"events/tuijinhui-20250225.md", "organiser: 示例省住房厅（虚构）\n---\n", "organiser: 示例省住房厅（虚构）\n---\n\n¦见[说明](/shuoming/)。\n", "check/dead-link"},
	{"communities/beiyuan-gongyu.md", "url: https://example.org/linshi-daily/beiyuan", "url: https://example.org/linshi-daily/beiyuan?utm_source=wx", "content/tracking-address"},
	{"communities/zhihui-kecheng.md", "reviewed_on: 2026-10-20", "reviewed_on: 2026-10-01", "content/reviewed-before-change"},
	{"guides/shenqing-zufang-butie.md", "见[办法](policy:shili-zufang-2026)", "见[办法](policy:shili-zufang-2026#金额)", "check/dead-anchor"},
	{"events/guanying-20261219.md", "venue: 湖滨公园（虚构）", "venue: 湖滨公园（虚构） #东门", "yaml/comment-cuts-text"},
	{"guides/shenqing-gongyu.md", "### 退房", "###退房", "markdown/heading-space"},
	{"jobs/shiyanshi-boshihou.md", "summary: 虚构的岗位：智汇科学城的实验室招两名博士后，11月30日截止。", "summary: 虚构的岗位：智汇科学城的实验室招两名博士后，2026年11月31日截止。", "content/date-in-text"},
	{"jobs/zhuangbei-hetong.md", "url: https://example.org/fanli/yonggong", "url: https://t.cn/fanli", "content/refused-host"},
	{"jobs/qiantai-jianzhi.md", "  amount: 150\n  period: day", "  amount: 150\n  ¦period: day\n  text: 每月150元", "content/money-period"},
	{"events/jiaoliu-20260912.md", "venue: 湖畔社区共享厨房", "venue: 湖畔社区**共享厨房**", "content/format-in-text"},
	{"events/jiezhi-20261130.md", "title: 秋季租房补贴申报截止（虚构）", "title: “秋季租房补贴申报截止（虚构）”", "yaml/curly-quotes"},
	{"events/kecheng-202701.md", "venue: 范例市职工学校（虚构）", "venue: 范例市职工学校（虚构，电话025-864030）", "content/phone-digits"},
	{"events/luyan-20261210.md", "须在12月1日前", "须在2026.12.1前", "content/date-in-text"},
	{"events/shalong-20261218.md", "url: https://example.org/events/shalong", "url: https://example.org/events/shalong?from=timeline", "content/tracking-address"},
	{"events/zhaopin-20261128.md", "summary: 虚构的活动：11月28日和29日，四十家企业在示例市会展厅招聘，不用报名。", "summary: 虚构的活动：12月18日下午，律师讲租房合同里要看的五条。", "content/same-summary"},
	{"pages/about.md", "每一页底部都有纠错入口。", "每一页底部都有纠错入口，**“找错”**也在那里。", "markdown/emphasis"},
	{"vocab/synonyms.yaml", "[落户, 入户, 户口]", "[落户, 入户, 户口, 邻市]", "content/synonym-city"},
}

// TestFaults: of fifty slips in fifty files each is found, once and where it
// is, and nothing else.
func TestFaults(t *testing.T) {
	var files []string
	for _, f := range slices.Concat(faultsThatStop, faultsThatWarn) {
		files = append(files, f.file)
	}
	slices.Sort(files)
	if files = slices.Compact(files); len(files) != 50 {
		t.Errorf("%d files, want 50", len(files))
	}
	for _, tt := range []struct {
		name   string
		faults []fault
		want   error
	}{
		{"none", nil, nil},
		{"errors", faultsThatStop, build.ErrFindings},
		{"warnings and links", faultsThatWarn, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fsys := copied(t, "testdata/demo")
			var want []string
			for _, f := range tt.faults {
				want = append(want, f.slip(t, fsys))
			}
			o := siteOptions(t, "testdata/demo", "")
			o.Source, o.BaseURL = fsys, ""
			found, err := checkAll(&env{ctx: t.Context()}, o)
			if !errors.Is(err, tt.want) {
				t.Error(err)
			}
			var got []string
			for _, d := range found.list {
				got = append(got, fmt.Sprintf("%s:%d %s", d.File, d.Line, d.Code))
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// slip makes the fault, and returns the place and the code of its finding.
func (f fault) slip(t *testing.T, fsys fstest.MapFS) string {
	t.Helper()
	name := "content/" + f.file
	text := string(fsys[name].Data)
	before, after, found := strings.Cut(text, f.old)
	if !found || strings.Contains(after, f.old) {
		t.Fatalf("%s does not hold %q once", name, f.old)
	}
	lead, _, marked := strings.Cut(f.new, "¦")
	if !marked {
		lead = ""
	}
	fsys[name] = &fstest.MapFile{Data: []byte(before + strings.Replace(f.new, "¦", "", 1) + after)}
	return fmt.Sprintf("%s:%d %s", name, 1+strings.Count(before+lead, "\n"), f.code)
}

// copied is a source folder in memory.
func copied(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "public/") {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}
