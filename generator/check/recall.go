package check

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"anju/generator/diag"
	"anju/generator/search"
)

// Asker answers a query with the ids of all hits, in order: a *search.Searcher.
type Asker interface {
	IDs(ctx context.Context, q search.Query) ([]string, error)
}

// Recall is what a search must find of its documents, in the words of whoever
// knows that they are there:
//
//   - by a title or document number as typed, the document, or one with the
//     same title or number once folded, among the first three;
//   - by an alias, one of its bearers among the first three, and all of them
//     anywhere;
//   - by a tag word, which is any name of a vocabulary word, all of its bearers;
//   - by a piece of body text, asked literally, the document.
//
// Of pieces a sample is asked for, and a few of them may be missed.
type Recall struct {
	Documents []search.Document
	Asker     Asker
	At        time.Time                // the moment asked about
	Seed      uint64                   // of the sample
	Place     func(id string) diag.Pos // where the document with this id is written
}

// Prove asks for all of that, several questions at a time and each once. A
// document that is missed is an error where it is written, for pieces of text
// only when too many are. Findings are sorted by place. The error is the
// asker's.
func (r Recall) Prove(ctx context.Context) (Report, diag.List, error) {
	claims := claimsOf(r.Documents, r.Seed)
	missed, err := r.ask(ctx, claims)
	if err != nil {
		return Report{}, nil, fmt.Errorf("prove recall: %w", err)
	}
	var report Report
	for i, c := range claims {
		report[c.kind].Asked++
		if len(missed[i]) == 0 {
			report[c.kind].Found++
		}
	}
	return report, r.findings(report, slices.Concat(missed...)), nil
}

// ask judges every claim, in the order of claims.
func (r Recall) ask(ctx context.Context, claims []claim) ([][]miss, error) {
	questions, about := distinct(claims)
	missed := make([][]miss, len(claims))
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(questions) && ctx.Err() == nil; i = next.Add(1) - 1 {
				ids, err := r.Asker.IDs(ctx, r.query(questions[i]))
				if err != nil {
					cancel(fmt.Errorf("asking for %q: %w", questions[i].text, err))
					return
				}
				for _, c := range about[questions[i]] {
					missed[c] = claims[c].missedIn(ids)
				}
			}
		})
	}
	wg.Wait()
	return missed, context.Cause(ctx)
}

// distinct are the questions of the claims, each once, and the places of the
// claims that each is about.
func distinct(claims []claim) (questions []question, about map[question][]int) {
	about = map[question][]int{}
	for i, c := range claims {
		if about[c.question] == nil {
			questions = append(questions, c.question)
		}
		about[c.question] = append(about[c.question], i)
	}
	return questions, about
}

func (r Recall) query(q question) search.Query {
	out := search.Query{Text: q.text, Literal: q.literal, At: r.At, Sort: search.Relevance}
	if q.homes {
		out.Filters = map[string][]string{"type": {homeKind}}
	}
	return out
}

func (r Recall) findings(report Report, missed []miss) (list diag.List) {
	for _, m := range missed {
		if m.kind != pieces || !report[pieces].enough() {
			list = append(list, m.code().At(r.Place(m.id), m.text).Hinted(hints[m.kind]))
		}
	}
	list.Sort()
	return list
}

// Report counts, by kind, what was asked for and found.
type Report [kinds]Share

// Share is how many of the texts asked for found what they must.
type Share struct{ Found, Asked int }

// leastShare is how much of the sample must be found. A piece cut out of the
// middle of words may be read as other words.
const leastShare = .995

func (s Share) enough() bool { return float64(s.Found) >= leastShare*float64(s.Asked) }

func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Found, s.Asked) }

// percent rounds down, so that 100 % says all.
func (s Share) percent() string {
	if s.Asked == 0 {
		return "100.0%"
	}
	tenths := s.Found * 1000 / s.Asked
	return fmt.Sprintf("%d.%d%%", tenths/10, tenths%10)
}

// Text is the report in a line.
func (r Report) Text() diag.Text {
	verdict := diag.Text{Zh: "全部找到", En: "all found"}
	for _, s := range r[:pieces] {
		if s.Found < s.Asked {
			verdict = diag.Text{Zh: "没有全部找到", En: "not all found"}
		}
	}
	return diag.Text{
		Zh: fmt.Sprintf("检索自查：标题 %s、文号 %s、别名 %s、词表用词 %s %s；正文片段 %s（%s）",
			r[titles], r[numbers], r[aliases], r[tags], verdict.Zh, r[pieces], r[pieces].percent()),
		En: fmt.Sprintf("recall: titles %s, document numbers %s, aliases %s, vocabulary words %s %s; pieces of text %s (%s)",
			r[titles], r[numbers], r[aliases], r[tags], verdict.En, r[pieces], r[pieces].percent()),
	}
}
