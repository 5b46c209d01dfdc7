package content

import "anju/generator/diag"

// What can be wrong with a single entry or vocabulary. References between
// entries are in link.go, translations in translate.go.
var (
	codeTerm      = diag.New("content/unknown-term", "词表 %s 里没有 %q", "the vocabulary %s has no %q")
	codeMissing   = diag.New("content/missing-field", "缺少%s", "%s is missing")
	codeStated    = diag.New("content/unknown-but-stated", "unknown 里写了 %s，却又填了它", "unknown names %s, which is filled in")
	codeUnknown   = diag.New("content/not-a-required-field", "unknown 里不能写 %q", "unknown cannot name %q")
	codeSourceURL = diag.New("content/source-url", "来源缺少网址", "the source has no address")
	codeFigure    = diag.New("content/figure-value", "数字没有写数值", "the figure has no value")
	codeBackwards = diag.New("content/backwards", "%s是 %s，早于%s的 %s", "%s, %s, is before %s, %s")
	codeNotAfter  = diag.New("content/backwards", "%s是 %s，不晚于%s的 %s", "%s, %s, is not after %s, %s")
	codeRange     = diag.New("content/range", "下限 %s 大于上限 %s", "the lower end %s is above the upper end %s")
	codeEither    = diag.New("content/number-and-range", "%s 和 min、max 不能同时写", "%s cannot stand beside min or max")
	codeFuture    = diag.New("content/future-date", "%s是 %s，还没有到", "%s, %s, is still to come")
	codeFormat    = diag.New("content/format-in-text", "这里不用格式，“%s”会原样显示", "this text has no format: %s will be shown as it is")
	codeWrongKind = diag.New("content/wrong-kind", "这些字段像是%s的：%s", "these fields are those of a %s: %s")
	codeMoney     = diag.New("content/money", "金额没有写数", "the amount has no number")
	codeSameWord  = diag.New("content/same-word", "这里写了两次 %q", "%q stands here twice")
	codeJoined    = diag.New("content/joined-items", "这里只算一项：中文的逗号和顿号分不开几项", "this is one item: the commas of Chinese part none")
	codeSameItem  = diag.New("content/same-item", "%s 里有两个 id 是 %q", "%s has two items with the id %q")
)

// The remedies. Those with %s are completed by fill.
var (
	hintUnknown   = diag.Text{Zh: "来源没有写的，把字段名写进 unknown，例如 unknown: [%s]", En: "if the source does not say, name the field in unknown, like unknown: [%s]"}
	hintStated    = diag.Text{Zh: "来源写了，就从 unknown 里删掉它；没有写，就删掉填的内容", En: "take it out of unknown if the source states it; else delete what is filled in"}
	hintFields    = diag.Text{Zh: "可以写的有：%s；其他字段不知道就不写，不用列出来", En: "it takes: %s; leave out other fields that are not known"}
	hintNoFields  = diag.Text{Zh: "这类条目没有必须写的字段，删掉 unknown；不知道的不写就行", En: "this kind has none that must be stated: delete unknown and leave out what is not known"}
	hintSourceURL = diag.Text{Zh: "写上 url:；印刷品没有网址的，写 kind: print", En: "add url:, or kind: print for what has no address"}
	hintFigure    = diag.Text{Zh: "写 value: 数；“200多名”写 min: 200 和 approx: true", En: "write value: NUMBER; for “more than 200” min: 200 and approx: true"}
	hintBackwards = diag.Text{Zh: "对照来源核对这两个日期，多半是写反了或写错了年份", En: "check both against the source: they may be swapped, or a year wrong"}
	hintRange     = diag.Text{Zh: "把 min 和 max 对调，或者核对数字", En: "swap min and max, or check the numbers"}
	hintEither    = diag.Text{Zh: "只有一个数，留 %s；“最高”“至少”“从……到……”，留 min、max", En: "keep %s for a single number; min and max for “up to”, “at least” and “from … to …”"}
	hintFuture    = diag.Text{Zh: "对照来源核对，多半是写错了年份", En: "check it against the source: the year may be wrong"}
	hintWithdraw  = diag.Text{Zh: "撤下从写上的时候起就生效：写今天的日期，或者到那一天再写", En: "a withdrawal holds from when it is written: give today, or write it when the day has come"}
	hintFormat    = diag.Text{Zh: "去掉它；要粗体和链接，写进正文", En: "leave it out; bold text and links belong in the text below"}
	hintWrongKind = diag.Text{Zh: "把文件放到 %s 里", En: "put the file into %s"}
	hintMoney     = diag.Text{Zh: "写 amount: 元数；“最高5000元”写 max: 5000；“1000至3000元”写 min 和 max", En: "write amount: in yuan; for “up to 5000” max: 5000; for a range min and max"}
	hintSlugTaken = diag.Text{Zh: "换一个编号，例如城市名称的拼音", En: "choose another slug, like the city's name"}
	hintSameWord  = diag.Text{Zh: "删掉一个", En: "delete one of them"}
	hintJoined    = diag.Text{Zh: "写成 [%s]，用英文逗号，或者一行一项；本来就是一项的，换成“和”", En: "write [%s], with plain commas, or an item to a line; if it is one item, write 和"}
	hintSameItem  = diag.Text{Zh: "给其中一个换个编号", En: "give one of them another id"}
	hintNoTerms   = diag.Text{Zh: "这个词表还是空的；先在里面加上这个词", En: "that vocabulary is empty; add the word to it first"}
	hintTerms     = diag.Text{Zh: "可以写的有：%s；要加新词，写进词表", En: "it holds: %s; add a new word to the vocabulary"}
	hintSlug      = diag.Text{Zh: "这里写编号：%s", En: "write the slug: %s"}
)

// What can be wrong with a vocabulary as a whole.
var (
	codeVocabFile = diag.New("content/vocab-file", "没有叫 %q 的词表", "there is no vocabulary %q")
	codeSameSlug  = diag.New("content/same-slug", "词表里 %q 出现了两次", "the vocabulary holds %q twice")

	hintVocabFile = diag.Text{Zh: "词表有：%s", En: "there are: %s"}
	hintSameSlug  = diag.Text{Zh: "留下一个；另一个的名称可以写进它的 aliases", En: "keep one; the other's name can go into its aliases"}
)
