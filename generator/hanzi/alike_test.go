package hanzi

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAlike(t *testing.T) {
	tests := []struct {
		name, pairs string
		want        bool
	}{
		{"same sound", "公共 租足 房方 补捕 才财 住驻", true},
		{"another reading", "行航 长常 长掌 乐月", true},
		{"z and zh, c and ch, s and sh", "资知 村春 四是", true},
		{"n and l, f and h", "南兰 女旅 福湖", true},
		{"with and without g", "宾兵 人仍 安昂 先香 关光", true},
		{"another radical", "泊柏 泊伯 贴帖 稿搞 晴情 楼搂 租组 慢漫 治冶", true},
		{"radical or none", "材才 贴占 厦夏 箭前", true},
		{"few strokes", "已己 未末 侯候 折拆 辩辨 徽微 戊戌 日曰", true},
		{"itself", "泊泊 aa", true},
		{"neither", "租购 人才 公寓 补贴 大日 苏沪 申落 江浙", false},
		{"rare reading only", "租居 些所 能台", false},
		{"other text", "ab a啊 ，。", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for pair := range strings.FieldsSeq(tt.pairs) {
				r := []rune(pair)
				if got := Alike(r[0], r[1]); got != tt.want {
					t.Errorf("Alike(%c, %c) = %v, want %v", r[0], r[1], got, tt.want)
				}
			}
		})
	}
}

func TestAlikeIsSymmetric(t *testing.T) {
	known := []rune(strings.ReplaceAll(lookalikes+shapes, " ", ""))
	char := rapid.OneOf(rapid.SampledFrom(known), rapid.Rune())
	rapid.Check(t, func(t *rapid.T) {
		a, b := char.Draw(t, "a"), char.Draw(t, "b")
		if Alike(a, b) != Alike(b, a) || !Alike(a, a) {
			t.Fatalf("Alike(%c, %c) = %v, the other way %v", a, b, Alike(a, b), Alike(b, a))
		}
	})
}

// TestShapes holds the groups against folding: a character that folding
// replaces would never be met.
func TestShapes(t *testing.T) {
	for group := range strings.FieldsSeq(lookalikes + " " + shapes) {
		runes := []rune(group)
		slices.Sort(runes)
		if len(slices.Compact(runes)) != len([]rune(group)) || len(runes) < 2 {
			t.Errorf("the group %s has a character twice or is alone", group)
		}
		if FoldString(group) != group {
			t.Errorf("the group %s folds to %s", group, FoldString(group))
		}
	}
}

func BenchmarkAlike(b *testing.B) {
	for b.Loop() {
		Alike('租', '购')
	}
}
