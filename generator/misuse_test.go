package main

import (
	"bytes"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"anju/generator/check"
)

// TestMisuse: what is wrong with a call is told in either language, with a right
// one behind it, and ends with the code of a wrong call.
func TestMisuse(t *testing.T) {
	tests := []struct{ name, args, zh, en string }{
		{"command misspelt", "chek", "没有 chek 这个命令，是不是想写“check”？\n      = anju --help 列出所有命令", "there is no command chek, did you mean \"check\"?\n      = anju --help lists all commands"},
		{"another", "lok", "没有 lok 这个命令，是不是想写“lock”？", "there is no command lok, did you mean \"lock\"?"},
		{"command that there is nothing like", "zzzzzz", "没有 zzzzzz 这个命令\n", "there is no command zzzzzz\n"},
		{"no command", "-v", "没有写命令\n", "there is no command\n"},
		{"flag of another command, misspelt", "--titel", "没有 --titel 这个选项，是不是想写“anju new --title”？\n      = anju --help", "unknown flag --titel, did you mean \"anju new --title\"?\n      = anju --help"},
		{"flag misspelt", "new policy --titel x", "没有 --titel 这个选项，是不是想写“--title”？\n      = anju new --help", "unknown flag --titel, did you mean \"--title\"?\n      = anju new --help"},
		{"flag of all commands, misspelt", "check --strct", "没有 --strct 这个选项，是不是想写“--strict”？", "unknown flag --strct, did you mean \"--strict\"?"},
		{"short flag", "check -x", "没有 -x 这个选项\n", "unknown flag -x\n"},
		{"no kind", "new", "new 后面要写类别\n      = 例如 anju new 政策 --title ", "new lacks its KIND\n      = like anju new 政策 --title "},
		{"no value", "new policy --title", "--title 后面缺了内容\n      = 写成 --title 文字：标题", "--title lacks its value\n      = write --title TEXT: Title."},
		{"flag for a value", "new policy --title --city x", "--title 后面缺了内容", "--title lacks its value"},
		{"no value of a flag of all", "check -C", "--source 后面缺了内容\n      = 写成 --source 文件夹：", "--source lacks its value\n      = write --source DIR: "},
		{"file for a command of all", "check content/policies", "check 后面多了“content/policies”\n      = check 总是对整个网站运行，后面不写文件名", "unexpected \"content/policies\" behind check\n      = check always takes the whole site"},
		{"words without quotes", "search a b", "search 后面多了“b”\n      = 中间有空格的，用引号括起来，例如 anju search", "unexpected \"b\" behind search\n      = put what has spaces into quotes, like anju search"},
		{"word of no enumeration", "check --format jsn", "--format 不能写“jsn”，是不是想写“json”？\n      = 可以写 text、json、github", "--format must be one of \"text\",\"json\",\"github\" but got \"jsn\""},
		{"no number", "build --jobs x", "--jobs 要写整数，不能写“x”", "--jobs takes a whole number, not \"x\""},
		{"value for a switch", "build --drafts=perhaps", "--drafts 后面不写别的内容", "--drafts takes no value"},
		{"no list", "list", "list 后面要写哪份清单\n      = 例如 anju list 草稿；有这些：\n        drafts ", "list lacks the name of a list\n      = like anju list drafts; there are:\n        drafts "},
		{"list misspelt", "list stle", "没有“stle”这份清单，是不是想写“stale”？\n", "there is no list \"stle\", did you mean \"stale\"?\n"},
		{"address without a port", "dev --addr localhost:", "--addr 看不懂“localhost:”\n      = 写成 --addr 127.0.0.1:18081", "--addr: \"localhost:\" is no address with a port"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"zh-Hans": tt.zh, "en": tt.en} {
			t.Run(tt.name+" "+lang, func(t *testing.T) {
				t.Setenv("ANJU_LANG", lang)
				var out, errout bytes.Buffer
				if code := run(t.Context(), strings.Fields(tt.args), &out, &errout); code != exitUsage {
					t.Errorf("exit code %d", code)
				}
				if got := errout.String(); !strings.HasPrefix(got, "anju: "+want) || out.Len() > 0 {
					t.Errorf("got %q and %q, want %q", out.String(), got, want)
				}
			})
		}
	}
}

// TestHelp: every command and every flag is explained in both languages, in
// lines that a terminal holds; Chinese where nobody asks for English.
func TestHelp(t *testing.T) {
	const most = 120
	calls := []string{"--help", "help"}
	var names bytes.Buffer
	run(t.Context(), []string{"--help", "--lang=en"}, &names, &names)
	_, list, _ := strings.Cut(names.String(), "Commands\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for line := range strings.Lines(list) {
		calls = append(calls, strings.Fields(line)[0]+" --help", "help "+strings.Fields(line)[0])
	}
	if len(calls) < 20 {
		t.Fatalf("calls %q of\n%s", calls, names.String())
	}
	for _, call := range calls {
		for _, lang := range []string{"zh-Hans", "en"} {
			t.Run(call+" "+lang, func(t *testing.T) {
				var out, errout bytes.Buffer
				if code := run(t.Context(), append(strings.Fields(call), "--lang", lang), &out, &errout); code != 0 || errout.Len() > 0 {
					t.Fatalf("exit code %d: %s", code, errout.String())
				}
				usage := map[string]string{"zh-Hans": "用法：anju ", "en": "Usage: anju "}[lang]
				if !strings.HasPrefix(out.String(), usage) {
					t.Errorf("it does not begin with %q:\n%s", usage, out.String())
				}
				for line := range strings.Lines(out.String()) {
					if width(line) > most {
						t.Errorf("wider than %d: %s", most, line)
					}
					if row, ok := strings.CutPrefix(line, "  "); ok && len(strings.SplitN(strings.TrimSpace(row), "  ", 2)) < 2 {
						t.Errorf("not explained: %s", line)
					}
				}
			})
		}
	}
}

func TestLangOf(t *testing.T) {
	tests := []struct {
		name, env, args, want string
	}{
		{"nothing", "", "check", "zh-Hans"},
		{"flag", "", "check --lang en", "en"},
		{"flag with =", "", "--lang=en", "en"},
		{"environment", "en", "check", "en"},
		{"flag over environment", "en", "--lang zh-Hans", "zh-Hans"},
		{"unknown", "fr", "", "zh-Hans"},
		{"unknown over a known one", "en", "--lang fr", "en"},
		{"no value", "", "--lang", "zh-Hans"},
		{"behind --", "", "search -- --lang=en", "zh-Hans"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("ANJU_LANG", tt.env)
			if got := langOf(strings.Fields(tt.args)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestListNames: each list has a Chinese name of its own, by which it is found.
func TestListNames(t *testing.T) {
	for _, name := range check.Lists() {
		got, err := listCmd{What: listNames[name]}.named("zh-Hans")
		if err != nil || got != name {
			t.Errorf("%s, in Chinese %q, is found as %q: %v", name, listNames[name], got, err)
		}
	}
	if len(listNames) != len(check.Lists()) {
		t.Errorf("%d names for %d lists", len(listNames), len(check.Lists()))
	}
}

func TestListenAddr(t *testing.T) {
	tests := []struct{ flag, want string }{
		{"", ""}, {"18432", "127.0.0.1:18432"}, {":8080", ":8080"}, {"0.0.0.0:80", "0.0.0.0:80"}, {"[::1]:80", "[::1]:80"},
	}
	for _, tt := range tests {
		if got, err := listenAddr(tt.flag); err != nil || got != tt.want {
			t.Errorf("%q: got %q, %v, want %q", tt.flag, got, err, tt.want)
		}
	}
	for _, flag := range []string{"localhost", "70000", "127.0.0.1:", "127.0.0.1:http", "::1"} {
		if got, err := listenAddr(flag); err == nil {
			t.Errorf("%q is taken as %q", flag, got)
		}
	}
}

func TestVersionOfBuild(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "abb2b57c40627f0"}, {Key: "vcs.modified", Value: "false"}}
	modified := slices.Clone(commit)
	modified[1].Value = "true"
	tests := []struct {
		name, version string
		settings      []debug.BuildSetting
		want          string
	}{
		{"released", "v1.2.0", commit, "v1.2.0"},
		{"commit", "(devel)", commit, "devel+abb2b57"},
		{"changed since the commit", "(devel)", modified, "devel+abb2b57.modified"},
		{"nothing known", "", nil, "devel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := versionOfBuild(&debug.BuildInfo{Main: debug.Module{Version: tt.version}, Settings: tt.settings}); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
