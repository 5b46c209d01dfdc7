package content

import (
	"fmt"
	"strings"

	"anju/generator/diag"
)

// label is the field of v called name as messages speak of it, in the form
// that strictyaml gives it too: “标题”（title）.
func label(v any, name string) diag.Text {
	zh := fieldOf(v, name).Tag.Get("zh")
	if i := strings.IndexAny(zh, "（，："); i >= 0 {
		zh = zh[:i]
	}
	return diag.Text{Zh: "“" + zh + "”（" + name + "）", En: fmt.Sprintf("%q", name)}
}

func listed(words []string) diag.Text {
	return diag.Text{Zh: strings.Join(words, "、"), En: strings.Join(words, ", ")}
}
