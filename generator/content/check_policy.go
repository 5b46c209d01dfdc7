package content

import "anju/generator/diag"

// What can be wrong with a policy.
var (
	codeNeedsCity = diag.New("content/needs-city", "这一级的政策要写 city", "a policy of this level needs a city")
	codeNoCity    = diag.New("content/city-above", "国家级和省级的政策不写 city", "a national or provincial policy has no city")
	codePilot     = diag.New("content/pilot", "写了试点范围，却没有写是试点", "it says where the pilot runs, but not that it is one")
	codePilotArea = diag.New("content/pilot", "是试点，却没有写试点范围", "it is a pilot, but does not say where it runs")

	codeNoReplace = diag.New("content/replaces-by-report", "依据是报道的，不算替代了旧政策：旧政策的页面上不会写已被替代", "what is known from news only replaces nothing: the older policy goes on as it was")

	hintNoReplace = diag.Text{Zh: "找到原文，改成 basis: official_text；没有原文的，把 replaces 里的写进 related", En: "find its text and write basis: official_text; without it, put what it replaces into related"}
	hintNeedsCity = diag.Text{Zh: "加上 city: 和城市的编号，如 city: suzhou", En: "add city: and its slug, like city: suzhou"}
	hintNoCity    = diag.Text{Zh: "删掉 city；如果是一个市的政策，改 level", En: "delete city, or change level if the policy is a city's"}
	hintPilot     = diag.Text{Zh: "加上 pilot: true；不是试点的，删掉 pilot_area", En: "add pilot: true; or delete pilot_area if it is no pilot"}
	hintPilotArea = diag.Text{Zh: "加上 pilot_area: 和来源写的范围，如 pilot_area: 苏州工业园区", En: "add pilot_area: with the area that the source states, like pilot_area: 苏州工业园区"}
)

func checkPolicy(p *Policy, doc document) (list diag.List) {
	switch above := p.Level == "national" || p.Level == "provincial"; {
	case above && p.City != "":
		list = append(list, codeNoCity.At(doc.At("city")).Hinted(hintNoCity))
	case !above && p.Level != "" && p.City == "" && !doc.told("level") && !doc.told("city"):
		list = append(list, codeNeedsCity.At(doc.At("level")).Hinted(hintNeedsCity))
	}
	if p.Basis == "news_report" && len(p.Replaces) > 0 {
		list = append(list, codeNoReplace.Warn(doc.At("replaces")).Hinted(hintNoReplace))
	}
	list = append(list, checkPilot(p, doc)...)
	list = append(list, span(p, "effective_from", "effective_to", doc)...)
	list = append(list, span(p, "formed_on", "issued", doc)...)
	list = append(list, checkNumber(p, doc)...)
	var ids []string
	for i, b := range p.Benefits {
		ids = append(ids, b.ID)
		list = append(list, checkMoneyName(b.Name, b.Money, doc.within(b.Name, "benefits", i, "name"))...)
	}
	list = append(list, sameIDs("benefits", ids, doc)...)
	for i, w := range p.Windows {
		list = append(list, span(&w, "opens", "closes", doc, "windows", i)...)
	}
	return list
}

// checkPilot demands that a pilot says where it runs: its readers elsewhere
// would take it for their own.
func checkPilot(p *Policy, doc document) diag.List {
	switch area := p.PilotArea != ""; {
	case p.Pilot && !area && !doc.told("pilot_area"):
		return diag.List{codePilotArea.At(doc.At("pilot")).Hinted(hintPilotArea)}
	case !p.Pilot && area && !doc.told("pilot"):
		return diag.List{codePilot.At(doc.At("pilot_area")).Hinted(hintPilot)}
	}
	return nil
}
