package dev

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
)

var (
	// bodyTag is where the body of a page begins; a value in quotes may hold ">".
	bodyTag = regexp.MustCompile(`(?i)<body(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?>`)

	// stylePrint is the fingerprint in the address of a style sheet.
	stylePrint = regexp.MustCompile(`(/assets/[^"'\s]+)\.[0-9a-f]{10}\.css`)
)

// inject adds to the HTML answered for a path what reloads it and shows
// findings: at the beginning of the body, where it is read first even without a
// script. What has no body, such as a fragment of a search, stays as it is.
func (b *browsers) inject(html []byte, path string, s *state) []byte {
	var panel bytes.Buffer
	if err := templates.ExecuteTemplate(&panel, "panel.html", s.overlay(b.lang, path, mostShown)); err != nil {
		return html // a test makes all of the template, so that only the page is left to speak for itself
	}
	return add(html, b.script(html, s), panel.Bytes())
}

// bind adds to a page of findings what reloads it.
func (b *browsers) bind(html []byte, s *state) []byte { return add(html, b.script(html, s)) }

// script is the element that loads the script. The page names its version and
// what it is made of without the version of its style sheets: by that the script
// tells a page that changed from one that only looks different.
func (b *browsers) script(html []byte, s *state) []byte {
	sum := sha256.Sum256(stylePrint.ReplaceAll(html, []byte("$1.css")))
	return fmt.Appendf(nil, `<link rel="stylesheet" href="/_dev/dev.css"><script id="dev-script" type="module" src="/_dev/dev.js" data-version="%d" data-page="%x"></script>`, s.version, sum[:8])
}

// add puts pieces at the beginning of the body of a page.
func add(html []byte, pieces ...[]byte) []byte {
	at := bodyTag.FindIndex(html)
	if at == nil {
		return html
	}
	parts := append([][]byte{html[:at[1]]}, pieces...)
	return bytes.Join(append(parts, html[at[1]:]), nil)
}
