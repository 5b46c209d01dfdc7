package author

import (
	"fmt"
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
	for _, word := range spelt(title, lib.Vocab.Words("cities")) {
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

// fillers are words that tell nothing in an id.
var fillers = strings.NewReplacer("关于", " ", "印发", " ", "的", " ", "通知", " 通知")

// spelt parts title into words in pinyin. A city is a word, with the 市 behind
// it; other characters, for want of a dictionary, make words by twos.
func spelt(title string, cities []content.Term) (words []string) {
	for _, part := range strings.FieldsFunc(fillers.Replace(hanzi.FoldString(title)), isBetween) {
		for part != "" {
			size := wordAt(part, cities)
			words = append(words, strings.Join(letters(part[:size]), ""))
			part = part[size:]
		}
	}
	return words
}

func isBetween(r rune) bool {
	return !hanzi.IsHan(r) && !(r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)))
}

// wordAt is the size in bytes of the word that text begins with.
func wordAt(text string, cities []content.Term) int {
	for _, c := range cities {
		if rest, ok := strings.CutPrefix(text, c.Zh); ok {
			if strings.HasPrefix(rest, "市") {
				return len(c.Zh) + len("市")
			}
			return len(c.Zh)
		}
	}
	runes := []rune(text)
	n := 1
	for n < len(runes) && hanzi.IsHan(runes[n]) == hanzi.IsHan(runes[0]) && (n < 2 || !hanzi.IsHan(runes[0])) {
		n++
	}
	return len(string(runes[:n]))
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
