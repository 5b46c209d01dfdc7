package search

import (
	"context"
	"sync"
)

// cachedPostings bounds what the cache holds: 12 bytes each, 24 MB in all. The
// most frequent term of 10,000 documents has about 8,000.
const cachedPostings = 2 << 20

// entryCost is what an entry costs besides its postings, in postings.
const entryCost = 16

// cache keeps what terms were counted as. Readers ask with few words, the same
// again and again, and to read the postings of a frequent one takes longer than
// all the rest of a query. The index never changes, so nothing in it ages.
type cache struct {
	mu    sync.Mutex
	terms map[string]counted
	size  int // in postings
}

// counted are the documents with a term, and what its occurrences weigh in each.
type counted struct {
	docs    []uint32
	weights []float64
}

func (c *cache) get(term string) (counted, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, ok := c.terms[term]
	return found, ok
}

// put makes room by leaving out any others: what is asked for often soon comes
// back.
func (c *cache) put(term string, found counted) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.terms[term]; ok {
		return // another query was faster
	}
	c.size += len(found.docs) + entryCost
	for other := range c.terms {
		if c.size <= cachedPostings {
			break
		}
		c.size -= len(c.terms[other].docs) + entryCost
		delete(c.terms, other)
	}
	if c.terms == nil {
		c.terms = make(map[string]counted)
	}
	c.terms[term] = found
}

// counted counts a term over all fields, or remembers it. It looks at the
// context either way: one question may ask for thousands of terms.
func (s *Searcher) counted(ctx context.Context, term string, t *tally) (counted, error) {
	if err := ctx.Err(); err != nil {
		return counted{}, err
	}
	if found, ok := s.cache.get(term); ok {
		return found, nil
	}
	if err := s.count(ctx, term, t); err != nil {
		return counted{}, err
	}
	found := t.counted()
	t.reset()
	s.cache.put(term, found)
	return found, nil
}
