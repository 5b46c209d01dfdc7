package site

import "testing"

func TestInitial(t *testing.T) {
	tests := []struct{ name, text, id, want string }{
		{"two readings, the id tells", "长三角研发社区", "changsanjiao-yanfa-shequ", "C"},
		{"two readings, the id tells the other", "长者之家", "zhangzhe-zhijia", "Z"},
		{"two readings, the words tell", "长三角研发社区", "yanfa", "C"},
		{"chong, by the id", "重阳社区", "chongyang", "C"},
		{"chong, against the words", "重湖社区", "chonghu", "C"},
		{"zhong, by the id", "重点社区", "zhongdian", "Z"},
		{"man bai", "漫柏人才社区", "manbai", "M"},
		{"du shu hu", "独墅湖科创湾", "dushuhu-kechuangwan", "D"},
		{"ü written as u", "绿地社区", "ludi", "L"},
		{"Latin letters", "UWC创新岛", "uwc-chuangxindao", "U"},
		{"a full-width letter", "Ａ座", "a-zuo", "A"},
		{"a digit", "10分钟宜居圈", "nantong-10-minute", "0–9 #"},
		{"marks are passed over", "“苏创湾”", "suchuangwan", "S"},
		{"another script", "Ωmega", "omega", "0–9 #"},
		{"marks alone", "——", "x", "0–9 #"},
	}
	for _, test := range tests {
		if got := initial(reading(test.text, test.id)); got != test.want {
			t.Errorf("%s: %s (%s) stands under %s, want %s", test.name, test.text, test.id, got, test.want)
		}
	}
}
