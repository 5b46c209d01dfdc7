package author

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"anju/generator/content"
	"anju/generator/hanzi"
)

// maxID is how long a proposed id may be.
const maxID = 40

// proposeID makes an id of the title: its words in pinyin. It is one that no
// entry has, and empty where there is no title.
func proposeID(lib *content.Library, r Request) string {
	title := r.Known["title"]
	if title == "" && r.Draft != nil {
		title = r.Draft.Title
	}
	var id string
	for _, word := range spelt(title, siteWords(lib.Vocab)) {
		if id != "" && len(id)+len(word) >= maxID {
			break
		}
		word = word[:min(len(word), maxID)]
		id = strings.Trim(id+"-"+word, "-")
	}
	for n, stem := 2, id; id != ""; n++ {
		if file, _, _ := owner(lib, r.Kind, id); file == "" {
			break
		}
		id = fmt.Sprintf("%s-%d", stem, n)
	}
	return id
}

// issuerFirst is an issuer with which titles begin: 示例市人民政府办公室关于….
var issuerFirst = regexp.MustCompile(`^[\p{Han}、 ]{2,60}?(?:局|人民政府|委员会|办公室|办公厅|厅|组织部)(关于|印发)`)

// fillers are words that tell nothing in an id.
var fillers = strings.NewReplacer("关于", " ", "做好", " ", "印发", " ", "的实施意见", " ", "的通知", " ", "通知", " ", "工作", " ", "的", " ")

// year is a year with the character for it.
var year = regexp.MustCompile(`([0-9]{4})年`)

// spelt parts title into words in pinyin: those of the site, and of other
// characters, for want of a dictionary, words by twos. The issuer in front of a
// title is left out.
func spelt(title string, own []string) (out []string) {
	title = issuerFirst.ReplaceAllString(hanzi.FoldString(title), "$1")
	title = year.ReplaceAllString(fillers.Replace(title), "$1 ")
	for _, part := range strings.FieldsFunc(title, isBetween) {
		for part != "" {
			size := wordAt(part, own)
			out = append(out, strings.Join(letters(part[:size]), ""))
			part = part[size:]
		}
	}
	return out
}

func isBetween(r rune) bool {
	return !hanzi.IsHan(r) && !(r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)))
}

// vocabularies are those whose words stand in titles.
var vocabularies = []string{"cities", "audiences", "benefits", "tags", "degrees", "industries"}

// siteWords are the Chinese words of the site, the longest first.
func siteWords(vocab content.Vocab) (words []string) {
	for _, name := range vocabularies {
		for _, term := range vocab.Words(name) {
			names := append([]string{term.Zh}, term.Aliases...)
			if name == "cities" {
				names = append(names, term.Zh+"市")
			}
			for _, word := range names {
				if utf8.RuneCountInString(word) > 1 && strings.IndexFunc(word, isNoHan) < 0 {
					words = append(words, word)
				}
			}
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

func isNoHan(r rune) bool { return !hanzi.IsHan(r) }

// wordAt is the size in bytes of the word that text begins with. Characters of
// no word of the site are one by twos, and end where a word of the site begins.
func wordAt(text string, own []string) int {
	if size := siteWordAt(text, own); size > 0 {
		return size
	}
	isHan, n := false, 0
	for i, r := range text {
		switch {
		case i == 0:
			isHan = hanzi.IsHan(r)
		case hanzi.IsHan(r) != isHan || isHan && (n == 2 || siteWordAt(text[i:], own) > 0):
			return i
		}
		n++
	}
	return len(text)
}

// siteWordAt is the size of the word of the site that text begins with, 0 for none.
func siteWordAt(text string, own []string) int {
	for _, word := range own {
		if strings.HasPrefix(text, word) {
			return len(word)
		}
	}
	return 0
}

// letters are the readings of word, or itself where it is not Chinese.
func letters(word string) []string {
	out := hanzi.Readings(word)
	for i, r := range []rune(word) {
		if out[i] == "" && r < utf8.RuneSelf {
			out[i] = string(r)
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
