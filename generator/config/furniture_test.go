package config

import (
	"bytes"
	"strings"
	"testing"

	"anju/generator/diag"
)

// official is the configuration of a government's own site.
const official = `title: {zh: 安居示例}
base_url: https://www.example.gov.cn
region: {zh: 示例省}
publisher:
  name: {zh: 示例市人才办}
  kind: official
  correction: mailto:fix@example.cn
  site_id: "3200000001"
  icp: 苏ICP备12345678号
  police: 苏公网安备32010002000001号
  host: 示例市人民政府
  organiser: 示例市大数据中心
`

// What is missing, malformed or not for this kind of site is told with its
// place and its remedy.
func TestFurniture(t *testing.T) {
	const missing, number, unofficial = "[config/official]", "[config/number]", "[config/unofficial]"
	for name, tt := range map[string]struct {
		old, new string
		want     []string // each a part of a line of the findings, in their order
	}{
		"whole":                  {"", "", nil},
		"with a ministry's code": {`"3200000001"`, "bm12000001", nil},
		"ICP number of a site":   {"12345678号", "2021012345号-12", nil},
		"without optional ones":  {"  organiser: 示例市大数据中心\n", "", nil},
		"no address":             {"base_url: https://www.example.gov.cn\n", "", []string{"config.yaml:5:9: error: an official site needs base_url " + missing}},
		"no code":                {"  site_id: \"3200000001\"\n", "", []string{"config.yaml:6:9: error: an official site needs publisher.site_id " + missing}},
		"no ICP number":          {"  icp: 苏ICP备12345678号\n", "", []string{"config.yaml:6:9: error: an official site needs publisher.icp " + missing}},
		"no host":                {"  host: 示例市人民政府\n", "", []string{"config.yaml:6:9: error: an official site needs publisher.host " + missing}},
		"a host of blanks":       {"示例市人民政府", `"  "`, []string{"config.yaml:6:9: error: an official site needs publisher.host " + missing}},
		"an organiser of blanks": {"示例市大数据中心", `" "`, nil},
		"a number of blanks":     {"苏ICP备12345678号", `" "`, []string{"config.yaml:6:9: error: an official site needs publisher.icp " + missing}},
		"a list of codes":        {`"3200000001"`, "[1]", []string{"config.yaml:8:3: error"}},
		"code too short":         {`"3200000001"`, `"320000001"`, []string{"config.yaml:8:12: error: publisher.site_id is not written as such a number is " + number}},
		"code with a letter":     {`"3200000001"`, `"32000000O1"`, []string{"config.yaml:8:12: error: publisher.site_id is not written as such a number is " + number}},
		"ICP without its place":  {"苏ICP备12345678号", "ICP备12345678号", []string{"config.yaml:9:8: error: publisher.icp is not written as such a number is " + number}},
		"police number cut":      {"32010002000001", "3201000200", []string{"config.yaml:10:11: error: publisher.police is not written as such a number is " + number}},
		"an unofficial site that looks like one": {"kind: official", "kind: unofficial", []string{
			"config.yaml:8:12: error: an unofficial site must not have publisher.site_id " + unofficial,
			"config.yaml:11:9: error: an unofficial site must not have publisher.host " + unofficial,
			"config.yaml:12:14: error: an unofficial site must not have publisher.organiser " + unofficial,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(official, tt.old) {
				t.Fatalf("nothing to change: %q", tt.old)
			}
			c, found := Load([]byte(strings.Replace(official, tt.old, tt.new, 1)))
			found = append(found, c.CheckAddress()...)
			if len(found) != len(tt.want) {
				t.Fatalf("got %v, want %v", found, tt.want)
			}
			for i, d := range found {
				var line bytes.Buffer
				if err := (diag.Printer{Lang: "en"}).Text(&line, diag.List{d}); err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(line.String(), tt.want[i]) || d.Hint == (diag.Text{}) {
					t.Errorf("got %s (remedy %q)\nwant %s", &line, d.Hint.En, tt.want[i])
				}
			}
		})
	}
}

// A site that is no government's bears numbers of record, too.
func TestUnofficialNumbers(t *testing.T) {
	text := strings.Replace(least, "unofficial\n", "unofficial\n  icp: 苏ICP备12345678号\n  police: 苏公网安备 32010002000001号\n", 1)
	if c, found := Load([]byte(text)); len(found) > 0 || c.Publisher.Official() {
		t.Error(found)
	}
}
