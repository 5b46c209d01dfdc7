package suggest

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// clauses are texts that names of the property test share in part.
var clauses = []string{"人才公寓", "人才公寓，租房补贴", "重庆人才", "人才", "才", "会计长沙", "银行长沙。会计", "talent apartment", "talent 人才", "Talent", "lüse绿色", "", "·"}

// drawNames draws names with a Ref, several with the same now and then.
func drawNames(t *rapid.T, label string, ref int) (out []Name) {
	texts := rapid.SliceOfN(rapid.SampledFrom(clauses), 0, 3)
	for range rapid.IntRange(1, 2).Draw(t, label+" names") {
		out = append(out, Name{
			Keys: texts.Draw(t, label+" keys"), Heard: texts.Draw(t, label+" heard"),
			Weight: rapid.IntRange(0, 2).Draw(t, label+" weight"), Ref: ref,
		})
	}
	return out
}

// TestRevise compares an Index with some names changed, gone and added with one
// that is prepared of the same names.
func TestRevise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var base, gone, come, want []Name
		var refs []int
		next := 0
		for ref := range rapid.IntRange(0, 8).Draw(t, "base") {
			old := drawNames(t, "old", ref)
			base, refs = append(base, old...), append(refs, Gone)
			switch rapid.SampledFrom([]string{"stays", "changes", "goes", "one before"}).Draw(t, "fate") {
			case "stays":
				refs[ref] = next
				for _, n := range old {
					n.Ref = next
					want = append(want, n)
				}
				next++
			case "changes":
				gone, come = append(gone, old...), append(come, drawNames(t, "new", next)...)
				next++
			case "goes":
				gone = append(gone, old...)
			case "one before":
				come = append(come, drawNames(t, "added", next)...)
				refs[ref] = next + 1
				for _, n := range old {
					n.Ref = next + 1
					want = append(want, n)
				}
				next += 2
			}
		}
		x := New(Prepare(base))
		before := flat(x)
		r := NewReviser(x, base)
		got := flat(r.Revise(refs, gone, come))
		if want := flat(New(Prepare(append(want, come...)))); !reflect.DeepEqual(got, want) {
			t.Fatalf("revised\n%+v\nprepared\n%+v", got, want)
		}
		if !reflect.DeepEqual(flat(x), before) {
			t.Fatal("the base has changed")
		}
	})
}

// flattened is what an Index knows, whatever its layers. Its syllables may be more than
// are needed, and are left out.
type flattened struct {
	keys           []key
	heads, tails   []slots
	words          []word
	pairs          map[[2]rune]joint
	before, behind map[rune]string
	bySound        map[string][]pair
	firsts         map[rune]int
	total          int
}

func flat(x *Index) flattened {
	f := flattened{
		slices.Clone(x.data.Keys), nil, nil, slices.Clone(x.data.Words), merged(x.pairs),
		map[rune]string{}, map[rune]string{}, map[string][]pair{}, merged(x.firsts), x.total,
	}
	for v := range views {
		f.heads, f.tails = append(f.heads, append(slots{}, x.data.Heads[v]...)), append(f.tails, append(slots{}, x.data.Tails[v]...))
	}
	for r, list := range merged(x.before) {
		f.before[r] = string(list)
	}
	for r, list := range merged(x.behind) {
		f.behind[r] = string(list)
	}
	for sound, list := range merged(x.pairsBySound) {
		f.bySound[sound] = slices.Clone(list)
	}
	maps.DeleteFunc(f.pairs, func(_ [2]rune, j joint) bool { return j == joint{} })
	maps.DeleteFunc(f.before, func(_ rune, s string) bool { return s == "" })
	maps.DeleteFunc(f.behind, func(_ rune, s string) bool { return s == "" })
	maps.DeleteFunc(f.bySound, func(_ string, list []pair) bool { return len(list) == 0 })
	maps.DeleteFunc(f.firsts, func(_ rune, n int) bool { return n == 0 })
	if len(f.keys) == 0 {
		f.keys = nil
	}
	if len(f.words) == 0 {
		f.words = nil
	}
	return f
}

func merged[K comparable, V any](l layered[K, V]) map[K]V {
	out := make(map[K]V)
	maps.Copy(out, l.base)
	maps.Copy(out, l.over)
	return out
}
