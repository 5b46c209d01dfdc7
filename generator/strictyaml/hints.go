package strictyaml

import "anju/generator/diag"

// The remedies for what is wrong with the text of a document.
var (
	hintTooLarge        = diag.Text{Zh: "把内容分成几个条目", En: "split it into several entries"}
	hintNotUTF8         = diag.Text{Zh: "请用编辑器另存为 UTF-8 编码", En: "save the file as UTF-8"}
	hintControl         = diag.Text{Zh: "多半是复制粘贴带来的，删掉它", En: "delete it; it probably came with pasted text"}
	hintTab             = diag.Text{Zh: "换成空格，每一层两个", En: "use spaces, two for each level"}
	hintWide            = diag.Text{Zh: "换成英文（半角）空格，每一层两个", En: "use plain spaces, two for each level"}
	hintDash            = diag.Text{Zh: "换成英文减号和一个空格：“- ”", En: `write "- ", a hyphen and a space`}
	hintComment         = diag.Text{Zh: "要显示，就把整个值用英文引号括起来", En: "to show it, put the whole value in plain quotes"}
	hintSeveral         = diag.Text{Zh: "删掉单独成行的“---”，或者另建一个文件", En: "delete the line ---, or make another file"}
	hintQuote           = diag.Text{Zh: "给整个值加英文双引号", En: "put the whole value in double quotes"}
	hintColon           = diag.Text{Zh: "换成英文冒号，后面加一个空格", En: "use a plain colon and a space"}
	hintSpace           = diag.Text{Zh: "在冒号后面加一个空格", En: "put a space after the colon"}
	hintCurly           = diag.Text{Zh: "去掉引号，或者换成英文引号", En: "leave the quotes out, or use plain ones"}
	hintUnclosed        = diag.Text{Zh: "在值的末尾补上同样的引号", En: "close the value with the same quote"}
	hintClosedInChinese = diag.Text{Zh: "值末尾的中文引号换成与开头同样的英文引号", En: "end the value with the same plain quote that it begins with"}
	hintOrphan          = diag.Text{Zh: "把那一行补上，如“benefits:”（给什么）、“sources:”（来源）、“figures:”（数字）、“contacts:”（联系方式）；是上一行的值，就删去“- ”", En: `put it back, like "benefits:", "sources:", "figures:" or "contacts:"; if this is the value of the line above, delete the "- "`}
	hintAliases         = diag.Text{Zh: "不用引用，把内容直接写出来", En: "write the content out instead"}
	hintTranslation     = diag.Text{Zh: "从原文里删掉这一行；译文是文件名里带语言的那一个，像 suzhou-zufang.en.md", En: "delete this line here; a translation is the file with a language in its name, like suzhou-rent.en.md"}
	hintOriginal        = diag.Text{Zh: "从译文里删掉这一项", En: "delete it here"}
	hintDouble          = diag.Text{Zh: "留下一个", En: "keep one of them"}
	hintNumber          = diag.Text{Zh: "写数字，不带单位、逗号和引号，如 4500", En: "write a plain number without unit, commas or quotes, like 4500"}
	hintMeant           = diag.Text{Zh: "写 %s：只写数，不带单位、逗号和引号", En: "write %s: the number alone, without unit, commas or quotes"}
	hintWhole           = diag.Text{Zh: "写整数，不带小数、单位、逗号和引号，如 4500", En: "write a whole number without unit, commas or quotes, like 4500"}
	hintBool            = diag.Text{Zh: "“是”写 true，“否”写 false", En: "write true or false"}
	hintURL             = diag.Text{Zh: "写完整的网址，以 https:// 或 http:// 开头", En: "write a whole address, starting with https:// or http://"}
	hintPhone           = diag.Text{Zh: "只写数字、空格和连字符，如 0512-12345678、025-12345678转8001", En: "write digits, spaces and hyphens, like 0512-12345678"}
	hintID              = diag.Text{Zh: "只用小写英文字母和数字，中间用连字符，如 rent-subsidy", En: "write lower-case letters and digits with hyphens between, like rent-subsidy"}
	hintDay             = diag.Text{Zh: "写到日，如 2023-06-27", En: "name the day, like 2023-06-27"}
	hintFromList        = diag.Text{Zh: "只写一个值，去掉“- ”", En: `write one value, without "- "`}
	hintFlatten         = diag.Text{Zh: "去掉开头的“- ”，字段各占一行", En: `leave out the "- " and write the fields, a line each`}
	hintOneValue        = diag.Text{Zh: "在冒号后面只写一个值；值里有“: ”的，给整个值加英文双引号", En: `write one value after the colon; put a value with ": " in it in double quotes`}
)
