package suggest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// many makes names of the length of real titles out of the words of the
// fixture and of characters drawn alike each time.
func many(n int) []Name {
	random := rand.New(rand.NewPCG(1, 2))
	var parts []string
	for _, keys := range titles {
		parts = append(parts, keys[0])
	}
	names := make([]Name, n)
	for i := range names {
		var title strings.Builder
		title.WriteString(parts[random.IntN(len(parts))])
		for range 4 {
			title.WriteRune(0x4E00 + random.Int32N(3000))
		}
		title.WriteString(parts[random.IntN(len(parts))])
		names[i] = Name{Keys: []string{title.String(), fmt.Sprintf("Talent notice %c%c%d", 'a'+random.Int32N(26), 'a'+random.Int32N(26), i)}, Weight: random.IntN(100), Ref: i}
	}
	return names
}

// hearing gives each name so many texts of the length of a heading or a line.
func hearing(names []Name, texts int) []Name {
	random := rand.New(rand.NewPCG(3, 4))
	for i := range names {
		for range texts {
			names[i].Heard = append(names[i].Heard, names[random.IntN(len(names))].Keys[0]+names[random.IntN(len(names))].Keys[0])
		}
	}
	return names
}

func BenchmarkPrepare(b *testing.B) {
	for _, texts := range []int{0, 6, 40} {
		b.Run(fmt.Sprintf("heard=%d", texts), func(b *testing.B) {
			names := hearing(many(10_000), texts)
			for b.Loop() {
				Prepare(names)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	d := Prepare(many(10_000))
	b.ReportAllocs()
	for b.Loop() {
		New(d)
	}
}

func BenchmarkComplete(b *testing.B) {
	x := New(Prepare(many(10_000)))
	for _, text := range []string{"人", "人才公寓", "公寓", "r", "rencaigo", "rcgy", "人才gy", "talent", "asdfgh"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				x.Complete(text, 8)
			}
		})
	}
}

func BenchmarkCorrect(b *testing.B) {
	x := New(Prepare(many(10_000)))
	for _, text := range []string{"人材公寓", "suzhou rencai gongyu", "rcgy", "apartmant", strings.Repeat("人一材以", 8), strings.Repeat("shiyi", 12)} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				x.Correct(text)
			}
		})
	}
}
