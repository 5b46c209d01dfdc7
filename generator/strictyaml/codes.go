package strictyaml

import "anju/generator/diag"

// What can be wrong with the text of a document.
var (
	tooLarge = diag.New("yaml/too-large", "文件超过 1 MB，读不了", "the document is larger than 1 MB")
	notUTF8  = diag.New("yaml/not-utf8", "这一行不是 UTF-8 编码", "this line is not UTF-8")
	control  = diag.New("yaml/control-character", "这里有一个看不见的控制字符（U+%04X）", "an invisible control character (U+%04X)")
	tab      = diag.New("yaml/tab", "缩进里有制表符（Tab）", "a tab in the indentation")
	syntax   = diag.New("yaml/syntax", "%s", "%s")
	several  = diag.New("yaml/several-documents", "一个文件里只能有一份内容，这里又开始了一份", "a second document starts here")

	fullwidthColon = diag.New("yaml/fullwidth-colon", "“%s”后面用了中文冒号“：”", "a full-width colon (：) after %q")
	colonSpace     = diag.New("yaml/colon-space", "“%s:”后面少一个空格", "no space after %q and its colon")
	wideIndent     = diag.New("yaml/wide-indent", "缩进里有全角空格", "a full-width space in the indentation")
	listDash       = diag.New("yaml/list-dash", "列表的一项要以英文减号开头，这里是“%s”", "an item of a list starts with a hyphen, not with %s")
	dashSpace      = diag.New("yaml/dash-space", "“-”后面少一个空格", "no space after the hyphen")
	commentCut     = diag.New("yaml/comment-cuts-text", "“#”后面的字是注释，不会显示", "what follows the # is a comment and will not be shown")

	curlyQuotes = diag.New("yaml/curly-quotes", "值用中文引号 %s%s 括起来，引号会成为内容的一部分",
		"the value stands in curly quotes %s%s, which become a part of it")
)

// What can be wrong with the shape of a document.
var (
	aliases         = diag.New("yaml/aliases", "引用（*）展开以后太大", "the aliases expand to too much")
	tooDeep         = diag.New("yaml/too-deep", "层次超过 %d 层", "nested more than %d levels deep")
	unknownField    = diag.New("yaml/unknown-field", "没有“%s”这个字段", "there is no field %q")
	duplicateField  = diag.New("yaml/duplicate-field", "“%s”写了两次，第一次在第 %d 行", "%q is given twice, first in line %d")
	missingField    = diag.New("yaml/missing-field", "缺少%s", "%s is missing")
	emptyField      = diag.New("yaml/empty-field", "%s还没有填写", "%s is empty")
	wrongType       = diag.New("yaml/wrong-type", "%s应当是%s，这里是%s", "%s should be %s, but is %s")
	notTranslatable = diag.New("yaml/not-translatable", "译文里不写%s：以中文原文为准", "%s does not belong in a translation: the original states it")
	notAllowed      = diag.New("yaml/not-allowed", "%s只写在译文里", "%s belongs in translations only")
)

// What can be wrong with a value.
var (
	badValue   = diag.New("yaml/bad-value", "%s的值“%s”不对", "%s has the bad value %q")
	badChoice  = diag.New("yaml/bad-value", "%s没有“%s”这个选项，可以写：%s", "%s has no choice %q; choose from %s")
	tooLong    = diag.New("yaml/too-long", "%s有 %d 个字，最多 %d 个", "%s has %d characters, at most %d are allowed")
	tooShort   = diag.New("yaml/too-short", "%s只有 %d 个字，至少 %d 个", "%s has %d characters, at least %d are needed")
	outOfRange = diag.New("yaml/out-of-range", "%s是 %s，应当在 %s 到 %s 之间", "%s is %s, but should lie between %s and %s")
)
