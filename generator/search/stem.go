package search

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// shortestStemmed is the length of the shortest word that is stemmed: shorter
// ones are most often names of things, like gas and bus.
const shortestStemmed = 4

// stem cuts the ending off an English word, so that apartments and apartment
// are one (Snowball's English stemmer, also called Porter 2). Words with
// anything but the letters a to z stay as they are.
func stem(word string) string {
	if len(word) < shortestStemmed {
		return word
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
