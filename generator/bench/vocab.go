package bench

import (
	"fmt"
	"strings"
)

// Config is the config.yaml of a corpus in the given languages.
func Config(languages ...string) string {
	return fmt.Sprintf(`title: {zh: 测试语料, en: Test corpus}
base_url: https://bench.example.org
languages: [%s]
region: {zh: 测试省, en: Test Province}
publisher:
  name: {zh: 测试, en: Test}
  kind: unofficial
  correction: mailto:bench@example.org
sample: true
`, strings.Join(languages, ", "))
}

// Vocabularies are the files of content/vocab, by path. Tags, pairs of slug
// and name, take the place of the corpus's own where they are given.
func Vocabularies(tags [][2]string) map[string]string {
	files := map[string]string{}
	for name, terms := range vocabularies {
		if name == "tags" && tags != nil {
			terms = tags
		}
		var b strings.Builder
		for _, t := range terms {
			fmt.Fprintf(&b, "- slug: %s\n  zh: %s\n  en: %s\n", t[0], t[1], t[0])
		}
		files["content/vocab/"+name+".yaml"] = b.String()
	}
	return files
}

// Slug is the slug of a Chinese name in a vocabulary of the corpus, or "".
func Slug(vocabulary, name string) string {
	for _, t := range vocabularies[vocabulary] {
		if t[1] == name {
			return t[0]
		}
	}
	return ""
}
