package theme

// sampleCells has a cell of each state, with and without an address.
func sampleCells() []CoverageCell {
	return []CoverageCell{
		{State: "known", Text: "12条", URL: "/search?city=shili", Date: "2026-11-22"}, {State: "known", Text: "2条", Date: "2026-11-22"},
		{State: "sought", Text: "没找到", URL: "/gaps/shili/hukou/", Date: "2026-11-22"}, {State: "none", Text: "没查过"},
		{State: "known", Text: "1条", URL: "/communities/shili/"}, {State: "none", Text: "没查过"},
	}
}

func sampleGaps(lang string) Payload {
	cells, city := sampleCells(), Link{Text: "示例市", URL: "/cities/shili/"}
	return &GapsPage{
		Page: samplePage("gaps", lang, "还没找到的"),
		Coverage: Coverage{
			Topics: []string{"人才社区", "房源和租金", "租房补贴", "购房补贴和房票", "落户", "活动"},
			Rows:   []CoverageRow{{Link{Text: "示例省全省", URL: "/cities/"}, cells}, {city, cells}},
		},
		Topics: []GapTopic{{ID: "topic-hukou", Title: "落户", Gaps: []Gap{sampleGap, sampleGap}}, {ID: "other", Title: "其他", Gaps: []Gap{sampleFilledGap}}},
	}
}

func sampleAlphabet(lang string) Payload {
	names := []Name{
		{Text: "安心驿", URL: "/brands/anxin/", Kind: "品牌", City: "示例市", Members: "3个社区"},
		{Text: "安平里人才社区", URL: "/communities/anpingli/", Lang: "zh-Hans", Kind: "社区", City: "示例市"}, {Text: "安市", URL: "/cities/an/", Kind: "城市"},
	}
	p := &AlphabetPage{Page: samplePage("alphabet", lang, "按拼音查找"), Letters: []Letter{{"0–9 #", "letter-0", names[:1]}, {"A", "letter-a", names}}}
	p.Path = p.Page.URL("/a-z/")
	return p
}

func sampleCorrections(lang string) Payload {
	entry := Link{Text: "示例市毕业生租房补贴实施办法", URL: "/policies/shili-rent/"}
	return &CorrectionsPage{Page: samplePage("corrections", lang, "更正记录"), Rows: []Correction{
		{"2026年11月1日", "2026-11-01", "更正", entry, "zh-Hans", "补贴上限由 900 元改为 800 元。"},
		{"2026年10月1日", "2026-10-01", "撤下", entry, "", "来源不可靠，条目撤下。"},
	}}
}
