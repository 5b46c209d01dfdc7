package content

import (
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

// comparison knows who is like whom, and is kept for the next load. A text that
// shares no trait is like no other, and is not looked at again.
type comparison struct {
	texts  []*loaded
	alone  map[trait]*loaded   // who alone has a trait
	shared map[trait][]*loaded // who share one
}

// trait is one of an entry's traits: in which field, and what.
type trait struct{ field, value string }

// each lists the traits of a text by which it may be like others.
func (l *loaded) each() (list []trait) {
	t := l.traits
	list = []trait{{"title", l.kind.Name + "\n" + t.title}, {"number", t.number}, {"url", t.url}, {"summary", t.summary}}
	for _, c := range t.cited {
		list = append(list, trait{"cited", c.name})
	}
	return slices.DeleteFunc(list, func(t trait) bool { return t.value == "" })
}

// across checks what only all entries together can show. It compares anew what
// shares a trait with a text that has come, gone or changed.
func (c *comparison) across(texts []*loaded) (list diag.List) {
	if c.alone == nil {
		c.alone, c.shared = make(map[trait]*loaded, len(texts)), map[trait][]*loaded{}
	}
	gone, come := apart(c.texts, texts)
	c.texts = texts
	var touched []trait
	for _, l := range gone {
		if c.drop(l) {
			touched = append(touched, l.each()...)
		}
	}
	for _, l := range come {
		l.likeness = nil
		if c.add(l) {
			touched = append(touched, l.each()...)
		}
	}
	compare(c.around(touched))
	for _, l := range texts {
		list = append(list, l.likeness...)
	}
	return list
}

// add takes a text in, and reports whether it shares a trait.
func (c *comparison) add(l *loaded) (shares bool) {
	if !l.compared() {
		return false
	}
	for _, t := range l.each() {
		other, taken := c.alone[t]
		switch {
		case len(c.shared[t]) > 0:
			c.shared[t] = append(c.shared[t], l)
		case taken:
			delete(c.alone, t)
			c.shared[t] = []*loaded{other, l}
		default:
			c.alone[t] = l
			continue
		}
		shares = true
	}
	return shares
}

// drop lets go of a text, and reports whether it shared a trait.
func (c *comparison) drop(l *loaded) (shared bool) {
	if !l.compared() {
		return false
	}
	for _, t := range l.each() {
		holders := c.shared[t]
		at := slices.Index(holders, l)
		if at < 0 {
			delete(c.alone, t)
			continue
		}
		shared = true
		if holders = slices.Delete(holders, at, at+1); len(holders) > 1 {
			c.shared[t] = holders
			continue
		}
		delete(c.shared, t)
		c.alone[t] = holders[0]
	}
	return shared
}

// around are the texts that have one of the traits, or share one with a text
// that is around, in order.
func (c *comparison) around(traits []trait) (texts []*loaded) {
	asked, found := map[trait]bool{}, map[*loaded]bool{}
	for len(traits) > 0 {
		last := len(traits) - 1
		t := traits[last]
		if traits = traits[:last]; asked[t] {
			continue
		}
		asked[t] = true
		holders := c.shared[t]
		if l, alone := c.alone[t]; alone {
			holders = []*loaded{l}
		}
		for _, l := range holders {
			if !found[l] {
				found[l] = true
				texts, traits = append(texts, l), append(traits, l.each()...)
			}
		}
	}
	slices.SortFunc(texts, (*loaded).compare)
	return texts
}

// compared reports whether a text is compared with others: what is gone is no
// match for anything.
func (l *loaded) compared() bool { return !l.broken && !l.entry.Common().Gone }

// compare looks at traits alone, however many entries there are, and notes with
// each text which before it are like it.
func compare(texts []*loaded) {
	s := seen{map[key]*loaded{}, map[string]*loaded{}, map[string]*loaded{}, map[string]*loaded{}, map[string]cited{}}
	for _, t := range texts {
		t.likeness = append(s.twins(t), s.numbersOf(t)...)
	}
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
func (s *seen) twins(t *loaded) diag.List {
	like := func(code diag.Code, first *loaded, hint diag.Text, field string) diag.List {
		return diag.List{code.Warn(t.At(field), first.path).Hinted(hint)}
	}
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
func (s *seen) numbersOf(t *loaded) (list diag.List) {
	for _, c := range t.traits.cited {
		switch first, known := s.cited[c.name]; {
		case !known:
			s.cited[c.name] = cited{t, c.number}
		case first.number != c.number:
			f := codeTwoNumbers.Warn(t.At(c.path...), c.name, c.number, first.by.path, first.number)
			list = append(list, f.Hinted(hintTwoNumbers))
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
