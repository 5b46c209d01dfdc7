package impact

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"anju/generator/search"
)

// PhraseFile, beside config.yaml, lists what readers search for, a phrase to a
// line. Lines that begin with # are remarks.
const PhraseFile = ".phrases.txt"

// The bounds of what is asked.
const (
	maxPhrases = 500
	firstHits  = 10 // of each phrase are compared
)

// Phrases are those of the text of a PhraseFile.
func Phrases(text []byte) (phrases []string) {
	for line := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") && !slices.Contains(phrases, line) && len(phrases) < maxPhrases {
			phrases = append(phrases, line)
		}
	}
	return phrases
}

// Phrase is one whose first hits are others, or in another order.
type Phrase struct {
	Text  string
	Moves []Move
}

// Move is a hit and its places, from 1; 0 for one that is not among the first.
type Move struct {
	ID, Title string
	Old, New  int
}

// Asker is an opened index.
type Asker interface {
	Search(ctx context.Context, q search.Query) (search.Result, error)
}

// Ask asks both versions for each phrase, as of the moment now, and notes those
// whose first hits differ.
func (r *Report) Ask(ctx context.Context, phrases []string, old, new Asker, now time.Time) error {
	r.Asked = len(phrases)
	for _, phrase := range phrases {
		q := search.Query{Text: phrase, At: now, Sort: search.Relevance, PerPage: firstHits, Lang: "zh-Hans"}
		before, err := old.Search(ctx, q)
		if err != nil {
			return err
		}
		after, err := new.Search(ctx, q)
		if err != nil {
			return err
		}
		if moves := compareHits(r.today(before.Hits), after.Hits); len(moves) > 0 {
			r.Phrases = append(r.Phrases, Phrase{phrase, moves})
		}
	}
	return nil
}

// today names hits of the old version as the new one does.
func (r *Report) today(hits []search.Hit) []search.Hit {
	for i, h := range hits {
		owner, home, isHome := strings.Cut(strings.TrimPrefix(h.ID, "home:"), "/")
		switch {
		case !isHome:
			hits[i].ID = cmp.Or(r.moved[h.ID], h.ID)
		case r.moved["community:"+owner] != "":
			hits[i].ID = "home:" + strings.TrimPrefix(r.moved["community:"+owner], "community:") + "/" + home
		}
	}
	return hits
}

// compareHits tells which hits came, which went, and the fewest that must have
// moved among those that stayed: one that falls does not move all it passes.
func compareHits(before, after []search.Hit) (moves []Move) {
	places := map[string]int{}
	for i, h := range before {
		places[h.ID] = i + 1
	}
	var stayed []Move
	for i, h := range after {
		m := Move{ID: h.ID, Title: h.Title, Old: places[h.ID], New: i + 1}
		if m.Old == 0 {
			moves = append(moves, m)
		} else {
			stayed = append(stayed, m)
		}
		delete(places, h.ID)
	}
	still := inOrder(stayed)
	for _, m := range stayed {
		if !slices.Contains(still, m) {
			moves = append(moves, m)
		}
	}
	for _, h := range before {
		if old := places[h.ID]; old > 0 {
			moves = append(moves, Move{ID: h.ID, Title: h.Title, Old: old})
		}
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return cmp.Or(a.New, a.Old) - cmp.Or(b.New, b.Old) })
	return moves
}

// inOrder is a longest part of hits, sorted by their new places, in which the
// old places ascend, too.
func inOrder(hits []Move) (longest []Move) {
	ending := make([][]Move, len(hits)) // the longest that ends with each
	for i, h := range hits {
		for j, before := range hits[:i] {
			if before.Old < h.Old && len(ending[j]) > len(ending[i]) {
				ending[i] = ending[j]
			}
		}
		ending[i] = append(ending[i][:len(ending[i]):len(ending[i])], h)
		if len(ending[i]) > len(longest) {
			longest = ending[i]
		}
	}
	return longest
}
