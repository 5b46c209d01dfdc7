package lexicon

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestReadKinds leaves out one kind after the other.
func TestReadKinds(t *testing.T) {
	const text = "南京硕士2024年已废止租房补贴3万元 国办发〔2021〕22号"
	all := "city=nanjing degree=master status=repealed year=2024 amount:30000 number:国办发/2021/22"
	tests := []struct {
		name          string
		kinds         Kinds
		filters, rest string
	}{
		{"all", All, all, "租房补贴 国办发〔2021〕22号"},
		{"no number", All &^ Numbers, strings.TrimSuffix(all, " number:国办发/2021/22"), "租房补贴 国办发〔2021〕22号"},
		{"no city", All &^ Cities, strings.TrimPrefix(all, "city=nanjing "), "南京 租房补贴 国办发〔2021〕22号"},
		{"no degree", All &^ Degrees, strings.Replace(all, "degree=master ", "", 1), "硕士 租房补贴 国办发〔2021〕22号"},
		{"no status", All &^ Statuses, strings.Replace(all, "status=repealed ", "", 1), "已废止租房补贴 国办发〔2021〕22号"},
		{"no year", All &^ Years, strings.Replace(all, "year=2024 ", "", 1), "2024年 租房补贴 国办发〔2021〕22号"},
		{"no amount", All &^ Amounts, strings.Replace(all, "amount:30000 ", "", 1), "租房补贴3万元 国办发〔2021〕22号"},
		{"cities alone", Cities, "city=nanjing", strings.TrimPrefix(text, "南京")},
		{"nothing", 0, "", text},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := demoReader.Read(text, tt.kinds)
			if got := strings.Join(filters(g), " "); got != tt.filters || g.Rest != tt.rest || g.Kinds != tt.kinds {
				t.Errorf("read %q, rest %q, kinds %b, want %q, %q, %b", got, g.Rest, g.Kinds, tt.filters, tt.rest, tt.kinds)
			}
		})
	}
}

// TestReadNameWithoutItsKind makes a word, with synonyms, of what is no filter.
func TestReadNameWithoutItsKind(t *testing.T) {
	g := demoReader.Read("硕士补贴", All&^Degrees)
	want := Word{Text: "硕士", Synonyms: []string{"硕士生", "硕士研究生"}, Related: []string{"研究生"}, Known: true, Kind: Degrees}
	if len(g.Words) != 2 || !reflect.DeepEqual(g.Words[0], want) {
		t.Errorf("words %+v, want first %+v", g.Words, want)
	}
}

func TestSynonyms(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // synonyms, then what is related
	}{
		{"two ways", "房租补贴", []string{"租房补贴", "租赁补贴", "住房租赁补贴"}},
		{"one way", "购房补贴", []string{"购房券", "房票"}},
		{"not back", "房票", nil},
		{"of several lists, folded, without itself", "人才公寓", []string{"人才住房", "青年公寓", "人才房", "talent flat"}},
		{"traditional", "公租房", []string{"公共租赁住房"}},
		{"with spaces", "Work  Permit", []string{"外国人来华工作许可", "工签"}},
		{"a term has none of itself", "落户", nil},
		{"an unknown word", "独墅湖", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := demoReader.Read(tt.text, All)
			if len(g.Words) != 1 || !slices.Equal(slices.Concat(g.Words[0].Synonyms, g.Words[0].Related), tt.want) {
				t.Errorf("words %+v, want %q", g.Words, tt.want)
			}
		})
	}
}

// TestSizeWithoutItsKind makes one word of a size, however it is typed.
func TestSizeWithoutItsKind(t *testing.T) {
	for _, text := range []string{"70㎡", "70平", "七十平米", "70 m²"} {
		g := demoReader.Read(text, All&^Amounts)
		if len(g.Words) != 1 || g.Words[0].Text != "70平方米" || !slices.Equal(g.Words[0].Synonyms, []string{"70平米", "70m2"}) {
			t.Errorf("%q: words %+v", text, g.Words)
		}
	}
}

// TestSynonymsAreTheReaders changes what Read returned, and reads again.
func TestSynonymsAreTheReaders(t *testing.T) {
	demoReader.Read("公租房", All).Words[0].Synonyms[0] = "changed"
	if got := demoReader.Read("公租房", All).Words[0].Synonyms[0]; got != "公共租赁住房" {
		t.Errorf("the synonym is %q now", got)
	}
}

func TestSynonymsAreBounded(t *testing.T) {
	many := Synonym{From: []string{"补贴金"}}
	for _, r := range "一二三四五六七八九十百千万亿" {
		many.To = append(many.To, "补贴"+string(r))
	}
	g := NewReader(Lexicon{Synonyms: []Synonym{many}}).Read("补贴金", All)
	if len(g.Words) != 1 || len(g.Words[0].Related) != maxSynonyms {
		t.Errorf("words %+v", g.Words)
	}
}

// TestReadOfNoLexicon reads what needs no words of a site.
func TestReadOfNoLexicon(t *testing.T) {
	g := NewReader(Lexicon{}).Read("南京硕士补贴3万", All)
	if got := described(g); got != "amount:30000 | 南京硕士补贴 | 南京硕士 +补贴" {
		t.Errorf("read %s", got)
	}
}

func TestFunction(t *testing.T) {
	for r, want := range map[rune]bool{'的': true, '吗': true, '在': true, '房': false, 'a': false, 0: false} {
		if Function(r) != want {
			t.Errorf("Function(%q) = %v", r, !want)
		}
	}
}

// TestPartWithoutCities makes a plain word of a place in a city.
func TestPartWithoutCities(t *testing.T) {
	g := demoReader.Read("来昆山人才公寓", All&^Cities)
	want := Word{Text: "昆山", Known: true, Joined: true, Kind: Cities}
	if len(g.Words) != 3 || !reflect.DeepEqual(g.Words[1], want) || g.Rest != "来昆山人才公寓" {
		t.Errorf("rest %q, words %+v, want second %+v", g.Rest, g.Words, want)
	}
}

// TestPartsThatMeanMore has a part of two cities, and one that is a city.
func TestPartsThatMeanMore(t *testing.T) {
	r := NewReader(Lexicon{Terms: []Term{
		withParts(city("a", "", "甲市"), "鼓楼", "乙市"), withParts(city("b", "", "乙市"), "鼓楼"),
	}})
	for text, want := range map[string]string{
		"鼓楼公寓": "city=a,b | 鼓楼公寓 | 鼓楼*? +公寓",
		"乙市公寓": "city=b | 公寓 | 公寓",
	} {
		if got := described(r.Read(text, All)); got != want {
			t.Errorf("%s reads as %s, want %s", text, got, want)
		}
	}
}
