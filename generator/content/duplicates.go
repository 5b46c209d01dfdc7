package content

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"anju/generator/diag"
)

// What can be wrong between entries that do not refer to each other.
var (
	codeSameTitle   = diag.New("content/same-title", "标题和 %s 一样", "the title is that of %s")
	codeSameNumber  = diag.New("content/same-document", "发文字号和 %s 一样", "the document number is that of %s")
	codeSameURL     = diag.New("content/same-document", "原文网址和 %s 一样", "the address of the official text is that of %s")
	codeSameSummary = diag.New("content/same-summary", "摘要和 %s 一样", "the summary is that of %s")
	codeTwoNumbers  = diag.New("content/two-document-numbers", "《%s》的发文字号，这里是 %s，%s 里是 %s", "the document number of 《%s》 is %s here, but in %s it is %s")

	hintSameTitle   = diag.Text{Zh: "是同一件事，合成一条；不是，标题里写出区别，如城市、年份、期数", En: "make one entry of both, or let the title tell them apart: by city, year or number"}
	hintSameNumber  = diag.Text{Zh: "是同一份文件，合成一条；不是，对照来源核对发文字号和网址", En: "make one entry of one document; else check number and address against the source"}
	hintSameSummary = diag.Text{Zh: "各写各的：这一条给谁、给什么、什么时候；是同一件事，合成一条", En: "let each say for whom, what and when; or make one entry of both"}
	hintTwoNumbers  = diag.Text{Zh: "一份文件只有一个发文字号：对照原文核对，改正写错的一处", En: "a document has one number: check both against the text, and mend the wrong one"}
	hintBySite      = diag.Text{Zh: "换成发布单位自己网站上那一页的网址；找不到的，不当来源", En: "give the address on the publisher's own site; what has none is no source"}
)

// traits are what an entry is compared by with all others.
type traits struct {
	title   string   // with what tells apart events and jobs of one title
	summary string   // its letters and digits
	number  string   // of a policy
	url     string   // of its official text
	sources []string // the addresses of all that it cites
	cited   []citation
}

// citation is the number that an entry gives a document.
type citation struct {
	name, number string
	path         []any
}

func traitsOf(e Entry) traits {
	h := e.Common()
	t := traits{title: h.City + "\n" + h.Title, summary: strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, h.Summary)}
	switch e := e.(type) {
	case *Policy:
		t.number, t.url = e.DocumentNumber, e.OfficialURL
		t.cited = cite(h.Title, e.DocumentNumber, "document_number")
	case *Event:
		t.title += "\n" + Date(e).String()
	case *Job:
		t.title += "\n" + e.Employer + "\n" + e.Place
	}
	for i, s := range h.Sources {
		t.sources = append(t.sources, s.URL)
		if m := numberInTitle.FindStringSubmatch(s.Title); m != nil {
			t.cited = append(t.cited, cite(m[1], m[2], "sources", i, "title")...)
		}
	}
	return t
}

// numberInTitle is a title with the number of its document in brackets behind.
var numberInTitle = regexp.MustCompile(`^(.+?)[（(]([^（()）]{2,20}[〔\[［【][0-9]{4}[〕\]］】][0-9]+号)[）)]$`)

func cite(name, number string, path ...any) []citation {
	if name == "" || number == "" {
		return nil
	}
	return []citation{{strings.Trim(name, "《》 "), plainBrackets.Replace(number), path}}
}

// plainBrackets lets numbers be compared whose brackets are told elsewhere.
var plainBrackets = strings.NewReplacer("[", "〔", "［", "〔", "【", "〔", "]", "〕", "］", "〕", "】", "〕", " ", "")

// comparison is what came of comparing all texts, kept for the next load.
type comparison struct {
	texts []*loaded
	found []likeness
}

// likeness is a finding about the text of that number, and where in it.
type likeness struct {
	text int
	path []any
	diag.Diagnostic
}

// across checks what only all entries together can show. Nothing is compared
// anew where all traits are what they were.
func (c *comparison) across(texts []*loaded) (list diag.List) {
	if !slices.EqualFunc(c.texts, texts, sameTraits) {
		c.found, c.texts = compare(texts), make([]*loaded, len(texts))
	}
	for i, f := range c.found {
		if t := texts[f.text]; c.texts[f.text] != t { // any change may move lines
			c.found[i].Pos = t.At(f.path...)
		}
		list = append(list, c.found[i].Diagnostic)
	}
	c.texts = texts
	return list
}

func sameTraits(a, b *loaded) bool {
	return a == b || a.path == b.path && a.compared() == b.compared() && reflect.DeepEqual(a.traits, b.traits)
}

// compared reports whether a text is compared with others: what is gone is no
// match for anything.
func (l *loaded) compared() bool { return !l.broken && !l.entry.Common().Gone }

// compare looks at traits alone, however many entries there are.
func compare(texts []*loaded) (found []likeness) {
	n := len(texts)
	s := seen{titles: make(map[key]*loaded, n), numbers: make(map[string]*loaded, n), urls: map[string]*loaded{},
		summaries: make(map[string]*loaded, n), cited: make(map[string]cited, n)}
	for i, t := range texts {
		if t.compared() {
			first := len(found)
			found = append(append(found, s.twins(t)...), s.numbersOf(t)...)
			for j := range found[first:] {
				found[first+j].text = i
			}
		}
	}
	return found
}

// key is a title within its kind.
type key struct{ kind, title string }

// cited is a document's number, and the first entry that gives it.
type cited struct {
	by     *loaded
	number string
}

// seen are the traits of all entries so far, with the first that has each.
type seen struct {
	titles                   map[key]*loaded
	numbers, urls, summaries map[string]*loaded
	cited                    map[string]cited
}

// twins warns where t is like an entry before it. What is told of its title or
// number is not told again of its address and summary.
func (s *seen) twins(t *loaded) []likeness {
	h := t.entry.Common()
	if first, is := claim(s.titles, key{h.Kind, t.traits.title}, t); is && h.Title != "" {
		return like(codeSameTitle, first, hintSameTitle, "title")
	}
	if first, is := claim(s.numbers, t.traits.number, t); is {
		return like(codeSameNumber, first, hintSameNumber, "document_number")
	}
	if first, is := claim(s.urls, t.traits.url, t); is {
		return like(codeSameURL, first, hintSameNumber, "official_url")
	}
	if first, is := claim(s.summaries, t.traits.summary, t); is && !shareSource(first.traits, t.traits) {
		return like(codeSameSummary, first, hintSameSummary, "summary")
	}
	return nil
}

func like(code diag.Code, first *loaded, hint diag.Text, field any) []likeness {
	return []likeness{{path: []any{field}, Diagnostic: code.Warn(diag.Pos{}, first.path).Hinted(hint)}}
}

// shareSource reports whether a and b cite one page: of several places that it
// names together there may be nothing to say but the same.
func shareSource(a, b traits) bool {
	return slices.ContainsFunc(a.sources, func(url string) bool { return url != "" && slices.Contains(b.sources, url) })
}

// claim makes t the owner of a trait, or reports who owns it. Nobody owns
// nothing.
func claim[K comparable](owners map[K]*loaded, trait K, t *loaded) (first *loaded, taken bool) {
	var nothing K
	if trait == nothing {
		return nil, false
	}
	if first, taken = owners[trait]; !taken {
		owners[trait] = t
	}
	return first, taken
}

// numbersOf warns of a document that another entry gives another number.
func (s *seen) numbersOf(t *loaded) (list []likeness) {
	for _, c := range t.traits.cited {
		switch first, known := s.cited[c.name]; {
		case !known:
			s.cited[c.name] = cited{t, c.number}
		case first.number != c.number:
			f := codeTwoNumbers.Warn(diag.Pos{}, c.name, c.number, first.by.path, first.number)
			list = append(list, likeness{path: c.path, Diagnostic: f.Hinted(hintTwoNumbers)})
		}
	}
	return list
}

// bannedHosts warns of sources on hosts that the site does not take any from,
// or on those below them.
func bannedHosts(h *Head, banned []string, doc document) (list diag.List) {
	for i, source := range h.Sources {
		host := hostOf(source.URL)
		if slices.ContainsFunc(banned, func(domain string) bool { return isBelow(host, domain) }) {
			f := codeRefused.Warn(doc.At("sources", i, "url"), host, refusedBySite)
			list = append(list, f.Hinted(hintBySite))
		}
	}
	return list
}
