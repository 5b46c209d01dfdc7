package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"anju/generator/lexicon"
)

// phrases are what the prose of the benchmarks is put together from.
var phrases = strings.Fields(`人才公寓 申请条件 租房补贴 购房补贴 发放标准 本科以上学历 硕士研究生 博士后
	在本市缴纳社会保险 连续满六个月 由用人单位统一申报 经主管部门审核 公示无异议后 按月发放 每人每月 最长三年
	不得重复享受 本办法自发布之日起施行 原有规定同时废止 青年人才社区 拎包入住 步行可达地铁站 配有食堂和健身房
	面向应届毕业生 首次在苏就业 提交劳动合同 身份证明 毕业证书 通过线上平台办理 三个工作日内答复 高层次人才
	创新创业 众创空间 路演大厅 落户手续 子女入学 医疗保障`)

// prose makes n documents of about 800 characters.
func prose(n int) []Document {
	rng := rand.New(rand.NewPCG(3, 4))
	text := func(words int) string {
		var b strings.Builder
		for i := range words {
			b.WriteString(phrases[rng.IntN(len(phrases))])
			b.WriteString([]string{"，", "。", ""}[i%3])
			if rng.IntN(8) == 0 { // names, numbers: words that are rare
				b.WriteRune(rune(0x4E00 + rng.IntN(6000)))
				b.WriteRune(rune(0x4E00 + rng.IntN(6000)))
			}
		}
		return b.String()
	}
	docs := crowd(n)
	for i := range docs {
		docs[i].Text = map[string]Text{baseLanguage: {
			URL: fmt.Sprintf("/policies/%d/", i), Title: text(3), Summary: text(5),
			Sections: []Section{{Text: text(40)}, {Anchor: "b", Title: text(1), Text: text(60)}},
		}}
	}
	return docs
}

func BenchmarkBuild(b *testing.B) {
	docs := prose(1000)
	for b.Loop() {
		if err := Build(b.TempDir(), Fingerprint(docs, lexicon.Lexicon{}), docs, lexicon.Lexicon{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := openFixture(b, prose(2000))
	for _, text := range []string{"", "房", "补贴", "人才公寓怎么申请", "苏州高层次人才子女入学需要提交什么材料"} {
		b.Run("q="+text, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Search(b.Context(), Query{Text: text, At: noon}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRevise changes a sentence of one document, and asks a question of what
// comes of it.
func BenchmarkRevise(b *testing.B) {
	sizes := []int{1000}
	if os.Getenv("ANJU_FULL") == "1" {
		sizes = append(sizes, 10_000)
	}
	for _, n := range sizes {
		docs := prose(n)
		base := openFixture(b, docs)
		r, err := NewReviser(base, docs)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("documents=%d/prepared", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := NewReviser(base, docs); err != nil {
					b.Fatal(err)
				}
			}
		})
		edited := docs[n/2]
		edited.Text = zh("人才公寓申请条件", "本科以上学历可以申请，三日内答复。")
		b.Run(fmt.Sprintf("documents=%d", n), func(b *testing.B) {
			revise := func() *Searcher {
				s, err := r.Revise([]Document{edited}, nil, demoLexicon)
				if err != nil {
					b.Fatal(err)
				}
				return s
			}
			b.Run("alone", func(b *testing.B) {
				for b.Loop() {
					revise()
				}
			})
			b.Run("and asked", func(b *testing.B) {
				for b.Loop() {
					if _, err := revise().Search(b.Context(), Query{Text: "苏州人材公寓怎么申请", At: noon}); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
