package content

import "anju/generator/diag"

// What can be wrong with the vocabularies of topics and of gaps.
var (
	codeTopicBenefits = diag.New("content/topic-benefits", "只有政策有待遇，%q 的 kind 是 %s", "only policies have benefits; the kind of %q is %s")
	codeSameGap       = diag.New("content/same-gap", "这个题目写过一次了", "this gap is there already")

	hintTopicBenefits = diag.Text{Zh: "把 kind 改成 policy，或者删掉 benefits", En: "make it kind: policy, or delete benefits"}
	hintSameGap       = diag.Text{Zh: "同一个城市、同一个 topic 只写一条：把两条并成一条，留最近一次的 looked_on", En: "one is enough for a city and a topic: make one of both, with the later looked_on"}
)

// checkTopics demands that only policies are looked for by their benefits.
func checkTopics(topics []Topic, doc document) (list diag.List) {
	for i, t := range topics {
		if len(t.Benefits) > 0 && t.Kind != "policy" && !doc.told(i, "kind") {
			list = append(list, codeTopicBenefits.At(doc.At(i, "benefits"), t.Slug, t.Kind).Hinted(hintTopicBenefits))
		}
	}
	return list
}

// checkGaps demands one gap for a city and a topic.
func checkGaps(gaps []Gap, doc document) (list diag.List) {
	seen := map[[2]string]bool{}
	for i, g := range gaps {
		key := [2]string{g.City, g.Topic}
		if g.Topic != "" && seen[key] {
			list = append(list, codeSameGap.At(doc.At(i, "topic")).Hinted(hintSameGap))
		}
		seen[key] = true
	}
	return list
}
