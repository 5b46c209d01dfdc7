package complete

import (
	_ "embed"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
	"anju/generator/validity"
)

// Standard is a version of the rules.
type Standard struct {
	Version string `yaml:"standard" rule:"required,len=3..40" zh:"标准的名称和版本" en:"name and version"`
	Rules   []Rule `yaml:"rules" rule:"required" zh:"规则" en:"rules"`
}

// Rule is a field that an entry ought to have. Where the path leads through a
// list, every item must have it; that there is none is for the rule about the
// list itself to tell, once.
type Rule struct {
	ID     string `yaml:"id" rule:"required,id" zh:"编号" en:"id"`
	Kind   string `yaml:"kind" rule:"required,enum=community|policy|guide|job|event|operator" zh:"哪一类" en:"kind of entry"`
	Genre  string `yaml:"genre" rule:"enum=how_to|explainer|practice|service" zh:"只对这个体裁的指南" en:"only for guides of this genre"`
	Weight int    `yaml:"weight" rule:"required,range=1..20" zh:"值几分" en:"points"`
	Field  string `yaml:"field" rule:"required,len=2..60" zh:"字段，层次用点分开" en:"path of the field, with dots"`
	Min    int    `yaml:"min" rule:"range=1..50" zh:"列表至少几项" en:"least length of the list"`
	Within int    `yaml:"within_days" rule:"range=1..3650" zh:"日期不早于几天前" en:"most days that the date lies back"`
	Value  string `yaml:"value" rule:"len=1..60" zh:"至少一项是这个值" en:"value of at least one item"`
	Open   bool   `yaml:"open" zh:"过去的、取消的不用有" en:"not for what is over or cancelled"`
	Zh     string `yaml:"zh" rule:"required,len=4..60" zh:"扣分的理由" en:"reason in Chinese"`
	En     string `yaml:"en" rule:"required,len=4..120" zh:"英文理由" en:"reason in English"`
	OldZh  string `yaml:"old_zh" rule:"len=4..60" zh:"日期太旧的理由，后面接着写日期" en:"reason in Chinese where the date is too old; the date follows"`
	OldEn  string `yaml:"old_en" rule:"len=4..120" zh:"日期太旧的英文理由" en:"the same in English"`
}

//go:embed standard.yaml
var current []byte

// Current is the standard of this version of the program. Nobody changes it.
func Current() Standard { return parsed() }

var parsed = sync.OnceValue(func() Standard {
	s, list := parse(current)
	if len(list) > 0 {
		panic(fmt.Sprintf("complete: standard.yaml: %+v", list)) // a test reads it, too
	}
	return s
})

var (
	codeField = diag.New("complete/field", "%s没有字段 %q", "%s has no field %q")
	codeTwice = diag.New("complete/same-rule", "有两条规则叫 %q", "two rules are called %q")
	codeMin   = diag.New("complete/bound", "%q 不是列表，不能写 min", "%q is no list and takes no min")
	codeDays  = diag.New("complete/bound", "%q 不是日期，不能写 within_days", "%q is no date and takes no within_days")
	codeOld   = diag.New("complete/bound", "within_days、old_zh、old_en 要么都写，要么都不写", "within_days, old_zh and old_en belong together")
)

// parse reads a standard, and holds its paths against the fields of each kind.
func parse(src []byte) (Standard, diag.List) {
	var s Standard
	doc, list := strictyaml.Parse("standard.yaml", src, 1)
	list = append(list, doc.Decode(&s)...)
	if list.HasErrors() {
		return s, list
	}
	seen := map[string]bool{}
	for i, r := range s.Rules {
		if id := r.Kind + " " + r.ID; seen[id] {
			list = append(list, codeTwice.At(doc.At("rules", i, "id"), r.ID))
		}
		seen[r.Kind+" "+r.ID] = true
		list = append(list, r.check(doc.At("rules", i, "field"))...)
	}
	return s, list
}

// forms are what the rules of each kind look at.
var forms = map[string]reflect.Type{
	"community": reflect.TypeFor[content.Community](), "policy": reflect.TypeFor[content.Policy](),
	"guide": reflect.TypeFor[content.Guide](), "job": reflect.TypeFor[content.Job](),
	"event": reflect.TypeFor[content.Event](), "operator": reflect.TypeFor[content.Organisation](),
}

// check finds what is wrong in a rule by itself.
func (r Rule) check(at diag.Pos) diag.List {
	t, ok := r.target()
	if !ok {
		return diag.List{codeField.At(at, r.Kind, r.Field)}
	}
	var list diag.List
	if r.Min > 0 && t.Kind() != reflect.Slice {
		list = append(list, codeMin.At(at, r.Field))
	}
	if r.Within > 0 && t != reflect.TypeFor[validity.Date]() {
		list = append(list, codeDays.At(at, r.Field))
	}
	if dated := r.Within > 0; dated != (r.OldZh != "") || dated != (r.OldEn != "") {
		list = append(list, codeOld.At(at))
	}
	return list
}

// target is the type of what the path of r leads to.
func (r Rule) target() (reflect.Type, bool) {
	t := forms[r.Kind]
	if r.Field == inEnglish && r.Kind != "operator" {
		return reflect.TypeFor[bool](), true
	}
	for name := range strings.SplitSeq(r.Field, ".") {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		f, ok := fieldOf(t, name)
		if !ok {
			return nil, false
		}
		t = f.Type
	}
	return t, true
}

// fieldOf is the field of a struct that YAML calls name.
func fieldOf(t reflect.Type, name string) (reflect.StructField, bool) {
	if t.Kind() != reflect.Struct {
		return reflect.StructField{}, false
	}
	for _, f := range reflect.VisibleFields(t) {
		if f.Tag.Get("yaml") == name {
			return f, true
		}
	}
	return reflect.StructField{}, false
}
