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
