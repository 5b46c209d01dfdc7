package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// spellings are ways to type the number of issuer I, year Y and serial S.
var spellings = []string{
	"I〔Y〕S号", "I[Y]S号", "I(Y)S号", "I【Y】S号", "I（Y）S号", "I［Y］S号", "I﹝Y﹞S号", "I〖Y〗S号",
	"I〔Y〕S", "I[Y]S", "I(Y)S", "I【Y】S", "I（Y）S", "I 〔Y〕 S 号", "I [Y] S 号", "I(Y) S号", "I (Y)S号", "I〔 Y 〕S号",
	"I〔Y年〕S号", "I[Y年]S号", "I〔Y〕第S号", "I(Y)第S号", "I〔Y〕第 S 号", "I（Y）第S",
	"IY S", "IY S号", "I Y S", "I Y S 号", "IY年S号", "IY年第S号", "I Y年 S号", "IY年S", "IY第S号", "IY-S", "IY/S号", "IY年 第S号",
	"请问I〔Y〕S号", "关于I[Y]S号的通知", "I〔Y〕S号是什么", "查询IY S",
}

var numbers = []Number{
	{"国办发", 2021, 22}, {"宁政办发", 2020, 5}, {"苏人社发", 2023, 108}, {"锡委办发", 2019, 1}, {"通政规", 2022, 12},
	{"国发", 1998, 23}, {"建保规", 2024, 3}, {"财综字", 2015, 1001}, {"苏政办函", 2026, 7}, {"人社厅发", 2025, 40},
}

func TestNumberSpellings(t *testing.T) {
	if len(spellings) != 40 || len(numbers) != 10 {
		t.Fatalf("%d spellings of %d numbers", len(spellings), len(numbers))
	}
	for _, n := range numbers {
		for _, s := range spellings {
			text := strings.NewReplacer("I", n.Issuer, "Y", fmt.Sprint(n.Year), "S", fmt.Sprint(n.Serial)).Replace(s)
			g := demoReader.Read(text, All)
			if g.Number == nil || *g.Number != n || g.Kinds != Numbers || g.Rest != text {
				t.Errorf("%q reads as %v (%s), want %v", text, g.Number, described(g), n)
			}
		}
	}
}

func TestNumberWords(t *testing.T) {
	for _, text := range []string{"国办发〔2021〕22号", "国办发[2021]22号", "国办发2021 22", "国办发2021年22号", "国办发〔2021〕第22号"} {
		var required []string
		for _, w := range demoReader.Read(text, All).Words {
			if !w.Optional {
				required = append(required, w.Text)
			}
		}
		if got := strings.Join(required, " "); got != "国办发 2021 22" {
			t.Errorf("%q requires %q", text, got)
		}
	}
}
