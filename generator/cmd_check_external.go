package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
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

// askOutside asks other sites, and remembers their answers in .anju/links.json
// of the source folder.
func askOutside(e *env, o build.Options) (out outside, err error) {
	places, err := check.Addresses(o.Source)
	if err != nil {
		return out, err
	}
	memory := filepath.Join(e.Source, ".anju", "links.json")
	answers, err := recallAnswers(memory)
	if err != nil {
		return out, err
	}
	x := check.External{Transport: check.Public(), Now: time.Now(), Answers: answers}
	if out.list, out.done, err = x.Ask(e.ctx, places); err != nil {
		return out, err
	}
	return out, rememberAnswers(memory, x.Answers)
}

// recallAnswers reads what was remembered, nothing where there is no file. One
// that does not read is as good as none: it is only a memory.
func recallAnswers(name string) (map[string]check.Answer, error) {
	answers := map[string]check.Answer{}
	text, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return answers, nil
	case err != nil:
		return nil, fmt.Errorf("reading the answers of other sites: %w", err)
	}
	if json.Unmarshal(text, &answers) != nil {
		return map[string]check.Answer{}, nil
	}
	return answers, nil
}

func rememberAnswers(name string, answers map[string]check.Answer) error {
	text, err := json.MarshalIndent(answers, "", "\t")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(name), 0o755)
	}
	if err == nil {
		_, err = replace(name, text)
	}
	if err != nil {
		return fmt.Errorf("remembering the answers of other sites: %w", err)
	}
	return nil
}
