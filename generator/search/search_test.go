package search

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestSearchFinds(t *testing.T) {
	s := openFixture(t, demo(t))
	tests := []struct {
		name, text, relaxed string
		want                []string // in any order
	}{
		{"words apart", "申请人才公寓", "", []string{"guide:apply", "community:dfqn"}},
		{"a way asked for", "人才公寓怎么申请", "", []string{"community:dfqn", "guide:apply"}},
		{"traditional", "人才公寓申請", "", []string{"guide:apply", "community:dfqn"}},
		{"one word", "人才公寓", "", []string{"community:dfqn", "guide:apply"}},
		{"not the neighbour", "租房补贴", "", []string{"policy:rent-new", "policy:rent-old"}},
		{"other script", "購房補貼", "", []string{"policy:buy"}},
		{"place", "独墅湖", "", []string{"community:dushuhu"}},
		{"a word less than the name", "东方青年社区", "", []string{"community:dfqn"}},
		{"English", "talent apartment Suzhou", "", []string{"guide:apply"}},
		{"one character", "房", "", []string{"policy:buy", "policy:rent-new", "policy:rent-old"}},
		{"one character of bodies only", "全", "", []string{"policy:hukou"}},
		{"one character among words", "购房 贴", "", []string{"policy:buy", "policy:rent-new", "policy:rent-old"}},
		{"number, printed", "国办发〔2021〕22号", "", []string{"policy:hukou"}},
		{"number, typed", "国办发[2021]22号", "", []string{"policy:hukou"}},
		{"tag", "博士后", "", []string{"policy:tagged"}},
		{"alias", "东方社区", "", []string{"community:dfqn"}},
		{"most words, then any", "购房补贴办法 独墅", "most-words", []string{"policy:buy", "policy:rent-new", "policy:rent-old", "community:dushuhu"}},
		{"synonym", "户口", "", []string{"policy:hukou"}},
		{"any word", "asdfgh 食堂 qwerty", "any-word", []string{"community:dfqn"}},
		{"nothing", "asdfgh", "", nil},
		{"punctuation", "？！", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := ask(t, s, Query{Text: tt.text})
			if got := ids(r); !sameSet(got, tt.want) || r.Relaxed != tt.relaxed || r.Total != len(tt.want) {
				t.Errorf("%q finds %q of %d, relaxed %q; want %q, %q", tt.text, got, r.Total, r.Relaxed, tt.want, tt.relaxed)
			}
		})
	}
}

func TestSearchOrder(t *testing.T) {
	s := openFixture(t, demo(t))
	suzhou := map[string][]string{"city": {"suzhou"}}
	tests := []struct {
		name string
		q    Query
		want []string // the first hits
	}{
		{"repealed below in force", Query{Text: "租房补贴"}, []string{"policy:rent-new", "policy:rent-old"}},
		{"the way first", Query{Text: "人才公寓怎么申请"}, []string{"guide:apply", "community:dfqn"}},
		{"number first", Query{Text: "国办发[2021]22号"}, []string{"policy:hukou"}},
		{"title first", Query{Text: "人才公寓办理指南"}, []string{"guide:apply"}},
		{"own city before shared", Query{Text: "落户 租房", Filters: suzhou}, []string{"policy:hukou"}},
		{"own city before shared, no text", Query{Filters: suzhou},
			[]string{"policy:rent-new", "community:dushuhu", "policy:buy", "policy:rent-old", "policy:hukou"}},
		{"newest", Query{Sort: Newest}, []string{"policy:rent-new", "policy:rent-old", "community:dfqn"}},
		{"rent, the unknown last", Query{Sort: Rent, Filters: map[string][]string{"type": {"home"}}}, []string{"home:dfqn/studio", "home:dfqn/two"}},
		{"rent, of what has none", Query{Sort: Rent, Filters: suzhou}, []string{"policy:rent-new", "community:dushuhu", "policy:buy"}},
		{"closing", Query{Sort: Closing}, []string{"policy:buy", "policy:hukou", "policy:rent-new", "policy:tagged", "community:dfqn"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ids(ask(t, s, tt.q))
			if len(got) < len(tt.want) || !slices.Equal(got[:len(tt.want)], tt.want) {
				t.Errorf("order %q, want %q first", got, tt.want)
			}
		})
	}
}

func TestSearchFilters(t *testing.T) {
	s := openFixture(t, demo(t))
	number := func(f float64) *float64 { return &f }
	days := func(n int) *int { return &n }
	by := func(name string, values ...string) Query { return Query{Filters: map[string][]string{name: values}} }
	local := by("city", "suzhou")
	local.Local = true
	cheapPolicies := by("type", "policy")
	cheapPolicies.RentMax = number(1000)
	tests := []struct {
		name string
		q    Query
		want []string
	}{
		{"homes only when asked", by("type", "home"), []string{"home:dfqn/studio", "home:dfqn/two"}},
		{"unit type implies homes", by("unit_type", "studio"), []string{"home:dfqn/studio"}},
		{"rent implies homes", Query{RentMax: number(1500)}, []string{"home:dfqn/studio"}},
		{"open end of rent", Query{RentMin: number(5000)}, []string{"home:dfqn/two"}},
		{"area", Query{AreaMin: number(40), AreaMax: number(40)}, []string{"home:dfqn/studio"}},
		{"available", Query{Available: true}, []string{"home:dfqn/studio"}},
		{"another type is given", cheapPolicies, nil},
		{"city and what is shared", by("city", "nanjing"), []string{"policy:tagged", "policy:hukou"}},
		{"local", local, []string{"community:dushuhu", "policy:buy", "policy:rent-new", "policy:rent-old"}},
		{"values are ORed", by("benefit", "rent_subsidy", "purchase_subsidy"), []string{"policy:buy", "policy:rent-new", "policy:rent-old"}},
		{"status", by("status", "repealed"), []string{"policy:rent-old"}},
		{"expiring", by("status", "expiring"), []string{"policy:buy"}},
		{"year", by("year", "2020"), []string{"policy:rent-old"}},
		{"amount", Query{Amount: number(30000)}, []string{"policy:buy"}},
		{"closing within", Query{ClosingWithin: days(19)}, []string{"policy:buy"}},
		{"not closing within", Query{ClosingWithin: days(18)}, nil},
		{"unknown value", by("tag", "nowhere"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(ask(t, s, tt.q)); !sameSet(got, tt.want) {
				t.Errorf("hits %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSearchAtAnotherMoment(t *testing.T) {
	s := openFixture(t, demo(t))
	q := Query{Filters: map[string][]string{"status": {"expired"}}}
	if got := ids(ask(t, s, q)); len(got) != 0 {
		t.Errorf("expired at noon: %q", got)
	}
	q.At = time.Date(2024, 6, 21, 0, 0, 0, 0, noon.Location())
	if got, want := ids(ask(t, s, q)), []string{"policy:buy"}; !slices.Equal(got, want) {
		t.Errorf("expired three weeks later: %q, want %q", got, want)
	}
}

func TestSearchPages(t *testing.T) {
	s := openFixture(t, demo(t))
	var got []string
	for page := 1; page <= 3; page++ {
		got = append(got, ids(ask(t, s, Query{Page: page, PerPage: 3}))...)
	}
	if want := ids(ask(t, s, Query{})); !slices.Equal(got, want) || len(want) != 8 {
		t.Errorf("pages hold %q, want %q", got, want)
	}
}

// TestBestOfMany holds that a page of many hits is the head of their whole
// order.
func TestBestOfMany(t *testing.T) {
	s := openFixture(t, crowd(300))
	for _, q := range []Query{{}, {Text: "租房补贴"}, {Sort: Newest}, {Sort: Closing}, {Sort: Rent, Filters: map[string][]string{"type": {"home"}}}} {
		q.PerPage = MaxPerPage
		want := ids(ask(t, s, q))
		q.PerPage = 3
		if got := ids(ask(t, s, q)); !slices.Equal(got, want[:3]) {
			t.Errorf("%+v: first hits %q, want %q", q, got, want[:3])
		}
	}
}

func TestSearchIsSafeForConcurrentUse(t *testing.T) {
	s := openFixture(t, demo(t))
	want := ids(ask(t, s, Query{Text: "租房补贴"}))
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			at := noon.AddDate(0, 0, i)
			r, err := s.Search(context.Background(), Query{Text: "租房补贴", At: at})
			if err != nil || !slices.Equal(ids(r), want) {
				t.Errorf("hits %q, %v; want %q", ids(r), err, want)
			}
		})
	}
	wg.Wait()
}

func TestSearchStopsWithItsContext(t *testing.T) {
	s := openFixture(t, demo(t))
	ask(t, s, Query{Text: "没有的"}) // nothing has it; from now on the cache knows
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, text := range []string{"", "租房", "没有的"} {
		if _, err := s.Search(ctx, Query{Text: text, At: noon}); !errors.Is(err, context.Canceled) {
			t.Errorf("%q: error %v, want %v", text, err, context.Canceled)
		}
	}
}

func FuzzSearch(f *testing.F) {
	s := openFixture(f, demo(f))
	for _, q := range []string{"", " ", `"`, "body:/.*/", "-人才", "+", "a*a*", "房", "怎么", "的", "C++", "\xff", "ﷺ", "人才 公寓 人 才"} {
		f.Add(q, "relevance", 1, 20)
	}
	f.Fuzz(func(t *testing.T, text, sort string, page, perPage int) {
		r, err := s.Search(t.Context(), Query{Text: text, Sort: sort, Page: page, PerPage: perPage, At: noon})
		if err != nil || len(r.Hits) > min(r.Total, MaxPerPage) {
			t.Errorf("%d hits of %d, error %v", len(r.Hits), r.Total, err)
		}
	})
}
