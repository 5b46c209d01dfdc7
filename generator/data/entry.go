package data

import (
	"time"

	"anju/generator/content"
	"anju/generator/validity"
)

// added are what is said of an entry besides its own fields.
type added struct {
	ID        string        `yaml:"id" rule:"required" zh:"编号" en:"id: the last part of its address"`
	Type      string        `yaml:"type" rule:"required" zh:"类别" en:"kind of entry"`
	Ref       content.Ref   `yaml:"ref" rule:"required" zh:"全站唯一的编号，也是检索接口里的 id" en:"its name over the whole site, the id that search hits have"`
	URL       string        `yaml:"url" rule:"required,url" zh:"本站网址" en:"address of its page"`
	Languages []string      `yaml:"languages" rule:"required,enum=zh-Hans|en" zh:"写有哪些语言" en:"the languages it is written in"`
	Linked    []content.Ref `yaml:"linked_from" ref:"any" zh:"哪些条目提到它" en:"the entries that refer to it"`
	Picture   string        `yaml:"picture_url" rule:"url" zh:"最上面那张图片的网址" en:"address of the picture that leads it"`
	BodyText  string        `yaml:"body_text" tr:"y" zh:"正文，不带格式" en:"its text, without format"`
}

// held are the times of an event.
type held struct {
	Sessions []Session `yaml:"sessions" zh:"每一场，重复的逐场列出" en:"each time at which it takes place, those by its rule counted out"`
}

// Session is a time at which an event takes place.
type Session struct {
	Starts when `yaml:"starts" rule:"required" zh:"开始；只知道日子的写日期" en:"start; a date where only days are known"`
	Ends   when `yaml:"ends" zh:"结束；写日期的，当日包括在内" en:"end; where it is a date, that day included"`
}

// when is a day, or a moment with the offset of the zone of the content.
type when string

// Pattern is the form of a day or moment as JSON Schema tells it.
func (when) Pattern() string {
	return `^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00)?$`
}

// addedHome are what is said of a home besides its own fields.
type addedHome struct {
	Type       string           `yaml:"type" rule:"required" zh:"类别" en:"home"`
	Ref        content.Ref      `yaml:"ref" rule:"required" zh:"全站唯一的编号，也是检索接口里的 id" en:"its name over the whole site, the id that search hits have"`
	URL        string           `yaml:"url" rule:"required,url" zh:"本站网址" en:"address on the page of its community"`
	Community  content.Ref      `yaml:"community" rule:"required" ref:"community" zh:"所在社区" en:"community"`
	City       string           `yaml:"city" rule:"required" vocab:"cities" zh:"城市" en:"city"`
	ReviewedOn validity.Date    `yaml:"reviewed_on" rule:"day" zh:"社区的核对日期" en:"when its community was last checked"`
	Sources    []content.Source `yaml:"sources" rule:"required" tr:"y" zh:"社区的来源" en:"the sources of its community"`
}

// translations are added to what is translated.
type translations struct {
	Translations map[string]any `yaml:"translations" zh:"译文：与原文不同的文字字段，列表逐项对应" en:"by language, the text fields that say it otherwise, under their names; items of a list are those of the original, in its order"`
}

// entry is an entry with what is added to it, in a fixed order, and its
// translations.
func (s *Source) entry(e content.Entry) object {
	return s.inAll(e, s.entryIn)
}

// inAll is what say says of an entry, with the texts of what it says of its
// translations.
func (s *Source) inAll(e content.Entry, say func(content.Entry) sides) object {
	own, in := say(e), map[string]any{}
	for _, lang := range s.Languages {
		if local, ok := s.Library.In(e, lang); ok && lang != e.Common().Lang {
			if texts := say(local).texts(own); len(texts) > 0 {
				in[lang] = texts
			}
		}
	}
	return append(own, translations{in}).fields()
}

// entryIn is an entry in the language that e is in.
func (s *Source) entryIn(e content.Entry) sides {
	h := e.Common()
	v := s.Views[h.Lang]
	more := added{
		ID: h.ID, Type: h.Kind, Ref: h.Ref(), URL: s.BaseURL + v.EntryURL(h),
		Linked: v.LinkedFrom(h.Ref()), BodyText: v.BodyText(h),
	}
	if url := v.PictureURL(h); url != "" {
		more.Picture = s.BaseURL + url
	}
	for _, lang := range s.Languages {
		if _, ok := s.Library.In(e, lang); ok {
			more.Languages = append(more.Languages, lang)
		}
	}
	if event, ok := e.(*content.Event); ok {
		return sides{more, held{sessions(event)}, e}
	}
	return sides{more, e}
}

// sessions are the times of an event: of one that is known by its days, the
// first and the last day of each.
func sessions(e *content.Event) (all []Session) {
	for _, s := range e.Sessions() {
		switch {
		case e.StartsAt.IsZero():
			all = append(all, Session{when(s.Starts.Format(time.DateOnly)), when(s.Ends.Add(-1).Format(time.DateOnly))})
		case s.Ends.IsZero():
			all = append(all, Session{Starts: when(s.Starts.Format(time.RFC3339))})
		default:
			all = append(all, Session{when(s.Starts.Format(time.RFC3339)), when(s.Ends.Format(time.RFC3339))})
		}
	}
	return all
}

// homes are the unit types of all communities, each with what leads from it to
// its community and its sources.
func (s *Source) homes() []any {
	all := []any{}
	for _, e := range s.shown("community") {
		for i := range e.(*content.Community).Homes {
			all = append(all, s.inAll(e, func(e content.Entry) sides { return s.home(e.(*content.Community), i) }))
		}
	}
	return all
}

// home is a home in the language that c is in.
func (s *Source) home(c *content.Community, i int) sides {
	h := c.Homes[i]
	return sides{addedHome{
		Type: homes.Name, Ref: c.HomeRef(h), URL: s.BaseURL + s.Views[c.Lang].HomeURL(c, h), Community: c.Ref(), City: c.City,
		ReviewedOn: c.ReviewedOn, Sources: c.Sources,
	}, h}
}
