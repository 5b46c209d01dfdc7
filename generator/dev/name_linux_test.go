package dev

import (
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNotUTF8 makes a file with a name in another encoding, which no plan can
// read, and removes it: later changes are seen.
func TestNotUTF8(t *testing.T) {
	dir := demoCopy(t)
	s := serve(t, dir, ignore)
	h := hand{t, dir}
	const name = "content/guides/\xd6\xb8\xc4\xcf.md"
	h.write(name)
	if _, body := s.get(t, "/_dev/findings/"); !strings.Contains(body, "名字不是 UTF-8 编码") {
		t.Error("the findings do not tell of the name")
	}
	h.remove(name)
	const other = "content/policies/shili-jiuye-2019.md"
	write(t, dir, other, strings.Replace((&editor{T: t, dir: dir}).read(other), "title: ", "title: 白鹭", 1))
	if _, body := s.get(t, "/policies/shili-jiuye-2019/"); !strings.Contains(body, "白鹭") {
		t.Error("a change after the file was removed is not seen")
	}
}

// TestPipe makes a pipe where a text is expected: nobody waits for what is
// written to it.
func TestPipe(t *testing.T) {
	dir := demoCopy(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "content", "guides", "x.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := serve(t, dir, ignore)
	if answer, body := s.get(t, "/_dev/findings/"); answer.StatusCode != http.StatusOK || !strings.Contains(body, "content/guides/x.md") {
		t.Errorf("the findings answer %s without the pipe", answer.Status)
	}
}
