package author

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"anju/generator/validity"
)

// What web pages put around a text, in simplified characters. Weak words count
// in short lines only: a text may have them in a sentence.
var (
	strongFurniture = regexp.MustCompile(`版权及?免责声明|凡本网注明|ICP备|公网安备|感谢您?(?:的)?(?:浏览|访问)|未经(?:书面)?授权`)
	weakFurniture   = regexp.MustCompile(`欢迎投稿|投稿邮箱|客服|浏览(?:量|次数)|阅读(?:量|次数)|点击(?:数|率|次数)|责任编辑|责编|字号|打印本页|` +
		`关闭窗口|分享到|扫一扫|上一[篇页]|下一[篇页]|当前位置|网站地图|联系我们|收藏本站|设为首页|返回(?:顶部|首页)|版权所有|原文(?:地址|链接)`)
	wholeFurniture = regexp.MustCompile(`^(?:图片新闻|热点(?:资讯|聚焦|新闻|推荐)|相关(?:阅读|链接|新闻|文章)|首页|登录|注册|搜索|更多|[【\[]?(?:打印|关闭)[】\]]?)$`)
	breadcrumbs    = regexp.MustCompile(`^(?:[^>＞»›→]{0,8}[:：] *)?[^>＞»›→。，]{2,12}(?: *(?:>+|[＞»›→]) *[^>＞»›→。]{2,60})+[>＞»›→ ]*$`)
	mailOnly       = regexp.MustCompile(`^\S*[A-Za-z0-9._-]+@[A-Za-z0-9.-]+\S*$`)
)

// maxFurniture is how many characters a line may have to be told by weak words.
const maxFurniture = 120

// isFurniture reports whether line belongs to the page, not to its text.
func isFurniture(line string) bool {
	short := utf8.RuneCountInString(line) <= maxFurniture
	return strongFurniture.MatchString(line) || wholeFurniture.MatchString(line) || mailOnly.MatchString(line) ||
		short && (weakFurniture.MatchString(line) || breadcrumbs.MatchString(line))
}

var (
	dayPattern    = regexp.MustCompile(`((?:19|20)[0-9]{2})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})`)
	sourceOf      = regexp.MustCompile(`(?:来源|信息来源|稿源)[:： ]*([^\s:：|]{2,30})(?:\s|\||$)`)
	editorOf      = regexp.MustCompile(`(?:编辑|发布机构|发布单位)[:：] *([^\s:：|]{2,30}(?:网|报|社|台|局|委|厅|政府|办公室))(?:\s|\||$)`)
	originOf      = regexp.MustCompile(`原文(?:地址|链接)[:：]? *(https?://[^\s"'<>，。]+)`)
	beginsWithDay = regexp.MustCompile(`^(?:(?:发布|发文)?(?:日期|时间)[:：] *)?` + dayPattern.String())
	metaWord      = regexp.MustCompile(`来源|稿源|编辑|浏览|阅读|发布机构|发布单位|作者|字号`)
)

// isMeta reports whether line states facts about the text, and takes them.
func (d *Draft) isMeta(line string) bool {
	if m := originOf.FindStringSubmatch(line); m != nil {
		if d.URL == "" {
			d.URL = m[1]
		}
		return true
	}
	dated := beginsWithDay.MatchString(line)
	if !dated && !strings.HasPrefix(line, "来源") || utf8.RuneCountInString(line) > maxFurniture || dated && !metaWord.MatchString(line) && !isOnlyTime(line) {
		return false
	}
	if d.Published == "" {
		d.Published = isoDay(line)
	}
	for _, pattern := range []*regexp.Regexp{sourceOf, editorOf} {
		if m := pattern.FindStringSubmatch(line); m != nil && d.Publisher == "" {
			d.Publisher = m[1]
		}
	}
	return true
}

var onlyTime = regexp.MustCompile(`^[^\p{Han}]*$`)

// isOnlyTime reports whether line is a day with at most an hour.
func isOnlyTime(line string) bool { return onlyTime.MatchString(dayPattern.ReplaceAllString(line, "")) }

// isoDay is the first day that text names, "" for none.
func isoDay(text string) string {
	m := dayPattern.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only
	}
	day := fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2])
	if _, err := validity.ParseDate(day); err != nil {
		return ""
	}
	return day
}
