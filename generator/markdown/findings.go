package markdown

import "anju/generator/diag"

var (
	codeSize = diag.New("markdown/size",
		"正文超过 1 MB，太长了", "the text is longer than 1 MB")
	codeEncoding = diag.New("markdown/encoding",
		"从这里开始不是 UTF-8 编码，无法读取", "this is not UTF-8")
	codeLimit = diag.New("markdown/limit",
		"%s超过了 %d，无法处理", "%s: more than %d cannot be handled")
	codeHTML = diag.New("markdown/html",
		"这里的 HTML 标签不会显示在网页上", "HTML tags are not shown on the page")
	codeTopHeading = diag.New("markdown/heading-level",
		"正文里不用一级标题：一级标题是页面的题目", "a first-level heading is for the page's title only")
	codeSkippedLevel = diag.New("markdown/heading-skip",
		"标题从 %d 级直接跳到了 %d 级", "the heading level jumps from %d to %d")
	codeEmptyHeading = diag.New("markdown/heading-empty",
		"这个标题没有文字", "this heading has no text")
	codeHeadingID = diag.New("markdown/heading-id",
		"标题的编号“%s”写法不对", "%q is no id for a heading")
	codeTakenID = diag.New("markdown/heading-id",
		"编号“%s”在这一页已经用过", "the id %q is taken on this page")
	codeLink = diag.New("markdown/link",
		"找不到链接的目标“%s”", "cannot resolve the link target %q")
	codePicture = diag.New("markdown/picture",
		"条目的文件夹里没有图片“%s”", "there is no picture %q beside the entry")
	codeNoTarget = diag.New("markdown/link-empty",
		"这个链接没有写地址", "this link has no address")
	codeNoText = diag.New("markdown/link-text",
		"这个链接没有文字，读者看不到它", "this link has no text, so nobody can see it")
	codeScheme = diag.New("markdown/scheme",
		"链接不能以“%s:”开头", "links must not start with \"%s:\"")
	codeAnchor = diag.New("markdown/anchor",
		"本文没有“%s”这个标题", "this document has no heading \"%s\"")
	codeAlt = diag.New("markdown/alt",
		"图片缺少说明文字", "this image has no alternative text")
	codeAltName = diag.New("markdown/alt",
		"图片的说明“%s”只是文件名", "the alternative text %q is but the name of the file")
	codeAlert = diag.New("markdown/alert",
		"不认识的提示类型“%s”", "unknown kind of alert %q")
	codeUnusedNote = diag.New("markdown/footnote",
		"正文没有引用脚注“%s”，它不会显示", "footnote %q is mentioned nowhere and will not be shown")
	codeStray = diag.New("markdown/emphasis",
		"这里的 ** 没有变成粗体，会原样显示", "this ** makes nothing bold and will be shown as it is")
	codeLinkMarks = diag.New("markdown/link-brackets",
		"这里不会成为链接，会原样显示", "this is no link and will be shown as it is")
	codeHeadingSpace = diag.New("markdown/heading-space",
		"这一行不会成为标题，会原样显示", "this line is no heading and will be shown as it is")
	codeListSpace = diag.New("markdown/list-space",
		"这几行不会成为列表，会连成一段", "these lines are no list and will run together")
	codeTableLine = diag.New("markdown/table-line",
		"这几行不会成为表格，会连成一段", "these lines are no table and will run together")
)
