package author

import (
	"reflect"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// Choice is a field of a kind for which there is a fixed choice.
type Choice struct {
	Name   string
	Values []string
	Zh     []string // their Chinese names, one each
}

// Choices are the choices that entries of the kind have, in the order of the
// fields.
func Choices(k content.Kind) (out []Choice) {
	for _, c := range strictyaml.ChoicesIn(typeOf(k)) {
		if len(c.Path) == 1 {
			out = append(out, Choice{c.Path[0], c.Values, c.Zh})
		}
	}
	return out
}

// pick is the value that text names, by itself or by its Chinese name or the
// beginning of that.
func (c Choice) pick(text string) (string, error) {
	if slices.Contains(c.Values, text) {
		return text, nil
	}
	found := ""
	for i, zh := range c.Zh {
		if zh == text {
			return c.Values[i], nil
		}
		if found == "" && strings.HasPrefix(zh, text) {
			found = c.Values[i]
		}
	}
	if found != "" {
		return found, nil
	}
	return "", &Refusal{
		diag.Text{Zh: c.Name + " 不能写“" + text + "”", En: c.Name + " cannot be " + text},
		diag.Text{Zh: "可以写：" + c.List(), En: "choose from " + strings.Join(c.Values, ", ")},
	}
}

// List names the choices, in Chinese too.
func (c Choice) List() string {
	named := make([]string, len(c.Values))
	for i, v := range c.Values {
		named[i] = v + "（" + c.Zh[i] + "）"
	}
	return strings.Join(named, "、")
}

// kindNames are the names by which people call kinds besides those in paths.
var kindNames = map[string][]string{
	"community": {"社区", "人才社区"}, "policy": {"政策"}, "guide": {"指南", "办事指南"},
	"job": {"岗位", "招聘"}, "event": {"活动"}, "page": {"页面"},
}

// KindNamed is the kind that people call name: policy, policies, 政策.
func KindNamed(name string) (content.Kind, error) {
	var all []string
	for _, k := range content.Kinds {
		if lower := strings.ToLower(name); lower == k.Name || lower == k.Folder || slices.Contains(kindNames[k.Name], name) {
			return k, nil
		}
		all = append(all, k.Name+"（"+kindNames[k.Name][0]+"）")
	}
	return content.Kind{}, &Refusal{
		diag.Text{Zh: "没有“" + name + "”这一类条目", En: "there is no kind " + name},
		diag.Text{Zh: "可以写：" + strings.Join(all, "、"), En: "choose from " + strings.Join(all, ", ")},
	}
}

// wordsOf tells of each field what words or references it takes in lib.
func wordsOf(lib *content.Library) func(reflect.StructTag) (string, string) {
	return func(tag reflect.StructTag) (example, zh string) {
		if kind := tag.Get("ref"); kind != "" {
			return referenceTo(lib, kind)
		}
		const most = 8
		name := tag.Get("vocab")
		words, file := lib.Vocab.Words(name), content.Root+"/vocab/"+name+".yaml"
		if len(words) == 0 {
			return "item-1", "词表还是空的，先在 " + file + " 里加上这个词"
		}
		var named []string
		for _, w := range words[:min(most, len(words))] {
			named = append(named, w.Slug+"（"+w.Zh+"）")
		}
		zh = strings.Join(named, "、")
		if len(words) > most {
			zh += " 等，全部在 " + file
		}
		return words[0].Slug, zh
	}
}

// referenceTo is a reference to an entry of the kind, "any" for every kind.
func referenceTo(lib *content.Library, kind string) (example, zh string) {
	shown := kind
	if kind == "any" {
		kind, shown = "", "policy"
	}
	zh = "写成 " + shown + ":编号，编号就是文件名去掉 .md"
	for _, e := range lib.Entries {
		if ref := string(e.Common().Ref()); strings.HasPrefix(ref, kind) {
			return ref, zh
		}
	}
	return shown + ":item-1", zh
}
