package content

import (
	"path"
	"strings"

	"anju/generator/diag"
)

// What can be wrong with what an entry says of itself: its sources, its
// reviews, its old addresses and the words for its picture.
var (
	codeSameSource = diag.New("content/same-source", "第 %d 个来源和第 %d 个是同一个网址", "source %d has the address of source %d")
	codeReviewed   = diag.New("content/reviewed-before-change", "%s 有重要变更，最近一次核对还是 %s", "there is a major change of %s, but the last review is of %s")
	codeGoneMoved  = diag.New("content/moved-from-gone", "这个条目已经删除，旧地址转到这里也是空的", "this entry is gone: its old addresses lead nowhere")
	codeAltName    = diag.New("content/picture-alt", "“%s”没有说出图上是什么", "%q does not say what the picture shows")

	hintSameSource = diag.Text{Zh: "留下一个，引用它的 source: 跟着改；同一页的两句话，各写 quote:", En: "keep one, and change source: where it is named; for two sentences of one page give each its quote:"}
	hintReviewed   = diag.Text{Zh: "金额、日期和条件改过以后要对照来源再核对一遍，再把 reviewed_on 改成核对的那一天", En: "check money, dates and conditions against the source again, then give reviewed_on that day"}
	hintGoneMoved  = diag.Text{Zh: "把 moved_from 写进接替它的条目；没有接替的，删掉 moved_from", En: "write moved_from in the entry that takes its place; delete it if there is none"}
	hintAltName    = diag.Text{Zh: "写看得见的人看到了什么，如“社区南门，左边是公交站”", En: "write what others see, like “the south gate, with a bus stop on its left”"}
)

// checkHead finds what is wrong in the fields that every kind has.
func checkHead(h *Head, doc document) diag.List {
	list := sameSources(h, doc)
	list = append(list, checkReviewed(h, doc)...)
	if h.Gone && len(h.MovedFrom) > 0 {
		list = append(list, codeGoneMoved.At(doc.At("moved_from")).Hinted(hintGoneMoved))
	}
	if p := h.Picture; p != nil && p.Alt != "" && isFileName(p.Alt, p.File) {
		list = append(list, codeAltName.Warn(doc.At("picture", "alt"), p.Alt).Hinted(hintAltName))
	}
	return list
}

// isFileName reports whether words for a picture are but the name of its file.
func isFileName(words, file string) bool {
	stem := strings.TrimSuffix(file, path.Ext(file))
	return strings.EqualFold(words, file) || strings.EqualFold(words, stem)
}

// sameSources warns of an address that two sources have, unless each quotes
// another sentence of it.
func sameSources(h *Head, doc document) (list diag.List) {
	for i, s := range h.Sources {
		for j, before := range h.Sources[:i] {
			if s.URL == "" || s.URL != before.URL || s.Quote != "" && before.Quote != "" && s.Quote != before.Quote {
				continue
			}
			list = append(list, codeSameSource.Warn(doc.At("sources", i, "url"), i+1, j+1).Hinted(hintSameSource))
			break
		}
	}
	return list
}

// checkReviewed warns of an entry that nobody has reviewed since a major
// change. One that was never reviewed is on the list of those.
func checkReviewed(h *Head, doc document) diag.List {
	var newest Change
	for _, c := range h.Changes {
		if c.Kind == "major" && newest.Date.Before(c.Date) {
			newest = c
		}
	}
	if h.ReviewedOn.IsZero() || !h.ReviewedOn.Before(newest.Date) {
		return nil
	}
	f := codeReviewed.Warn(doc.At("reviewed_on"), newest.Date, h.ReviewedOn)
	return diag.List{f.Hinted(hintReviewed)}
}
