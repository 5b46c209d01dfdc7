package site

import "testing"

func TestShortName(t *testing.T) {
	for title, want := range map[string]string{
		"安居":                        "安居",
		"Anju demonstration":        "Anju",
		"sixteen letters!":          "sixteen letters!",
		"sixteen letters! and more": "sixteen letters!",
		"人才安居服务平台人才安居服务平台人才":          "人才安居服务平台人才安居服务平台",
		"Settle in Jiangsu with ease": "Settle in",
	} {
		if got := shortName(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}
