package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/diag"
)

// outside is what other sites said of the addresses that content links to.
// Nothing of it fails a check: the cause may pass, and lies elsewhere.
type outside struct {
	list diag.List
	done diag.Text // in one line; empty where nobody was asked
}

// memoryLost says that the answers could not be written down. The next check
// asks again: that is no reason to fail.
var memoryLost = diag.Text{
	Zh: "（没能记到 .anju/links.json，下次会全部重新查）",
	En: " (not kept in .anju/links.json: the next check asks for all again)",
}

// askOutside asks other sites, and remembers their answers in .anju/links.json
// of the source folder.
func askOutside(e *env, o build.Options) (out outside, err error) {
	places, err := check.Addresses(o.Source)
	if err != nil {
		return out, err
	}
	memory := filepath.Join(e.Source, ".anju", "links.json")
	x := check.External{Transport: check.Public(), Now: time.Now(), Answers: recallAnswers(memory)}
	if out.list, out.done, err = x.Ask(e.ctx, places); err != nil {
		return out, err
	}
	if rememberAnswers(memory, x.Answers) != nil {
		out.done.Zh, out.done.En = out.done.Zh+memoryLost.Zh, out.done.En+memoryLost.En
	}
	return out, nil
}

// recallAnswers reads what was remembered. A file that does not read is as good
// as none: it is only a memory.
func recallAnswers(name string) map[string]check.Answer {
	var answers map[string]check.Answer
	text, err := os.ReadFile(name)
	if err != nil || json.Unmarshal(text, &answers) != nil || answers == nil { // nil is what null makes
		return map[string]check.Answer{}
	}
	return answers
}

func rememberAnswers(name string, answers map[string]check.Answer) error {
	text, err := json.MarshalIndent(answers, "", "\t")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(name), 0o755)
	}
	if err == nil {
		_, err = replace(name, text)
	}
	return err
}
