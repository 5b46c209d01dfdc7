package content

import (
	"regexp"

	"anju/generator/diag"
)

// What can be wrong with the number of a policy's document.
var (
	codeShortYear = diag.New("content/document-number", "发文字号的年份要写四位，这里是 %s", "the year of a document number has four digits, not as in %s")
	codeNoHao     = diag.New("content/document-number", "发文字号末尾少了“号”", "the document number does not end in 号")
	codeOtherYear = diag.New("content/document-number-year", "发文字号是 %s 年的，%s却是 %s", "the document number is of %s, but %s is %s")

	hintShortYear = diag.Text{Zh: "写全年份，如 〔2021〕", En: "write the whole year, like 〔2021〕"}
	hintNoHao     = diag.Text{Zh: "补上“号”，如 国办发〔2021〕22号", En: "add 号, like 国办发〔2021〕22号"}
	hintOtherYear = diag.Text{Zh: "对照来源核对两个年份；文件是上一年写成的，加上 formed_on:（成文日期）", En: "check both years against the source; add formed_on: if the text was made the year before"}
)

var (
	shortYear = regexp.MustCompile(`[〔\[［【(（][0-9]{2}[〕\]］】)）]`)
	numbered4 = regexp.MustCompile(`[〔\[［【(（]([0-9]{4})[〕\]］】)）] ?[0-9]*(号?)`)
)

// checkNumber looks at the number of a policy's document: its form, and its
// year against the days on which the document was signed and issued.
func checkNumber(p *Policy, doc document) (list diag.List) {
	text, path := p.DocumentNumber, "document_number"
	at := doc.within(text, path)
	list = checkWording(text, at)
	if m := shortYear.FindStringIndex(text); m != nil {
		list = append(list, codeShortYear.Warn(at(m[0], m[1]), text[m[0]:m[1]]).Hinted(hintShortYear))
	}
	m := numbered4.FindStringSubmatch(text)
	if m == nil {
		return list
	}
	if m[2] == "" {
		list = append(list, codeNoHao.Warn(doc.At(path)).Hinted(hintNoHao))
	}
	return append(list, checkNumberYear(p, m[1], doc)...)
}

// checkNumberYear warns of a number whose year is not that of the document. A
// document signed at the end of a year may be issued early in the next.
func checkNumberYear(p *Policy, year string, doc document) diag.List {
	name, day := "formed_on", p.FormedOn
	if day.IsZero() {
		name, day = "issued", p.Issued
	}
	first := day.First()
	early := name == "issued" && first.AddDate(0, -3, 0).Year() == number(year)
	if day.IsZero() || first.Year() == number(year) || early {
		return nil
	}
	f := codeOtherYear.Warn(doc.At("document_number"), year, label(p, name), day)
	return diag.List{f.Hinted(hintOtherYear)}
}
