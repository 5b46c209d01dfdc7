package theme

import (
	"html/template"
	"maps"
	"slices"
	"text/template/parse"

	"anju/generator/diag"
)

// scan finds the texts, assets and symbols that layouts name and the theme lacks. It
// sees names written out; one that is put together at run time is seen by the
// tests of the theme.
func (t *Theme) scan() diag.List {
	s := scanner{theme: t, seen: map[string]bool{}, lost: map[string][]diag.Pos{}}
	for _, name := range slices.Sorted(maps.Keys(t.layouts)) {
		for _, tmpl := range t.layouts[name].Templates() {
			s.template(tmpl)
		}
	}
	return append(s.findings, t.lost(s.lost)...)
}

type scanner struct {
	theme    *Theme
	seen     map[string]bool       // partials are part of every layout
	lost     map[string][]diag.Pos // symbols that the theme lacks, and where they are drawn
	findings diag.List
}

func (s *scanner) template(t *template.Template) {
	if t.Tree == nil || t.Tree.Root == nil {
		return
	}
	commands(t.Tree.Root, func(c *parse.CommandNode) {
		method, name, ok := literalCall(c)
		place, _ := t.Tree.ErrorContext(c)
		if !ok || s.seen[place] {
			return
		}
		s.seen[place] = true
		pos := position(place, s.theme.sources)
		switch method {
		case "T":
			s.text(pos, name, len(c.Args)-2)
		case "Asset":
			if _, ok := s.theme.assets[name]; !ok {
				s.findings = append(s.findings, noAsset.At(pos, name))
			}
		case "Icon":
			if !s.theme.icons[name] {
				s.lost[name] = append(s.lost[name], pos)
			}
		}
	})
}

func (s *scanner) text(pos diag.Pos, key string, given int) {
	for _, lang := range s.theme.languages {
		text, ok := s.theme.strings[lang][key]
		if !ok {
			s.findings = append(s.findings, noString.At(pos, key, lang))
		} else if want := len(verbs(text.format)); want != given {
			if text.own && !s.theme.own[pos.File] {
				s.findings = append(s.findings, argGiven.At(text.pos, key, want, pos, given))
				continue
			}
			s.findings = append(s.findings, argCount.At(pos, key, want, given))
		}
	}
}

// literalCall reads {{.T "key" …}} or {{$.Asset "name"}}.
func literalCall(c *parse.CommandNode) (method, name string, ok bool) {
	if len(c.Args) < 2 {
		return "", "", false
	}
	var path []string
	switch n := c.Args[0].(type) {
	case *parse.FieldNode:
		path = n.Ident
	case *parse.VariableNode:
		path = n.Ident[1:]
	}
	literal, ok := c.Args[1].(*parse.StringNode)
	if len(path) != 1 || !ok {
		return "", "", false
	}
	return path[0], literal.Text, true
}

// commands visits every command below n, those in parentheses too.
func commands(n parse.Node, visit func(*parse.CommandNode)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			commands(child, visit)
		}
	case *parse.ActionNode:
		commands(n.Pipe, visit)
	case *parse.IfNode:
		branch(&n.BranchNode, visit)
	case *parse.RangeNode:
		branch(&n.BranchNode, visit)
	case *parse.WithNode:
		branch(&n.BranchNode, visit)
	case *parse.TemplateNode:
		commands(n.Pipe, visit)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			visit(c)
			for _, arg := range c.Args {
				commands(arg, visit)
			}
		}
	}
}

func branch(n *parse.BranchNode, visit func(*parse.CommandNode)) {
	commands(n.Pipe, visit)
	commands(n.List, visit)
	commands(n.ElseList, visit)
}
