package theme

import "anju/generator/diag"

var (
	unreadable = diag.New("theme/unreadable",
		"主题文件读不了：%v",
		"this theme file cannot be read: %v")
	badLayout = diag.New("theme/layout",
		"版式有错：%s",
		"this layout is wrong: %s")
	noLayout = diag.New("theme/no-layout",
		"主题里没有版式 %s.html",
		"the theme has no layout %s.html")
	noString = diag.New("theme/no-string",
		"版式用到文字“%s”，%s 的文字表里却没有",
		"the layout uses the string %q, which strings/%s.yaml does not have")
	argCount = diag.New("theme/string-arguments",
		"文字“%s”要填 %d 处，版式给了 %d 处",
		"the string %q takes %d values, the layout gives %d")
	argGiven = diag.New("theme/string-arguments",
		"文字“%s”要填 %d 处，默认主题的 %v 给了 %d 处",
		"the string %q takes %d values, %v of the default theme gives %d")
	noSymbol = diag.New("theme/no-symbol",
		"%s 里没有图形“%s”",
		"%s has no symbol %s")
	lostSymbol = diag.New("theme/no-symbol",
		"这里没有图形“%s”，默认主题的 %v 要用它",
		"there is no symbol %s, which %v of the default theme draws")
	noMain = diag.New("theme/no-main",
		"版式里没有 {{define \"main\"}}",
		"the layout has no {{define \"main\"}}")
	badPicture = diag.New("theme/picture",
		"这个文件不是 %s 图片",
		"this file is no picture in %s")
	noSearchForm = diag.New("theme/search-form",
		"搜索页里没有 id=\"search\" 的表单，或者表单里没有 <input type=\"search\" name=\"q\">",
		"the search page has no form with id=\"search\" and an <input type=\"search\" name=\"q\"> in it")
	noAnswer = diag.New("theme/search-answer",
		"搜索页里没有 id=\"answer\" 的元素，或者里面不只是 partials/answer.html",
		"the search page has no element with id=\"answer\" that holds partials/answer.html alone")
	answerRoot = diag.New("theme/search-answer",
		"这里要正好是一个元素，带 data-title，别的都写在它里面",
		"this must be exactly one element, with data-title, and all else in it")
	noAsset = diag.New("theme/no-asset",
		"版式用到的 %s 不在 assets 里",
		"the layout uses %s, which is not in assets")
	badAsset = diag.New("theme/asset-type",
		"主题不发布 %s 这类文件，只收 .css .svg .png .js .ico",
		"a theme does not publish %s files, only .css .svg .png .js .ico")
	missingString = diag.New("theme/string-missing",
		"“%s”只在这里有，strings/%s.yaml 里没有",
		"%q stands only here, strings/%s.yaml does not have it")
	verbsDiffer = diag.New("theme/string-verbs",
		"“%s”里要填的值与 strings/%s.yaml 的不一样：这里是 %s，那里是 %s",
		"%q takes other values than in strings/%s.yaml: here %s, there %s")
)
