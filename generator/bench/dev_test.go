package bench

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/build"
	"anju/generator/dev"
)

// BenchmarkDev is the editor's wait: from the writing of one entry until its page
// shows the new text, and until a search finds a new word.
func BenchmarkDev(b *testing.B) {
	atSizes(b, func(b *testing.B, corpus fstest.MapFS) {
		dir := b.TempDir()
		if err := os.CopyFS(dir, corpus); err != nil {
			b.Fatal(err)
		}
		site := develop(b, dir)
		b.Run("page", func(b *testing.B) {
			site.await(b, func(id, _ string) string { return "/policies/" + id + "/" }, "%s</h1>")
		})
		b.Run("list", func(b *testing.B) { site.await(b, func(_, _ string) string { return "/policies/" }, "") })
		b.Run("search", func(b *testing.B) {
			site.await(b, func(_, word string) string { return "/api/v1/search?q=" + url.QueryEscape(word) }, "<mark>%s</mark>")
		})
	})
}

// developed is a source folder that dev serves.
type developed struct {
	dir, url string
	writes   int
	version  string // the newest seen
}

// develop serves a folder until the benchmark ends, and waits until all is read
// and indexed.
func develop(b *testing.B, dir string) *developed {
	b.Helper()
	source, closeSource, err := build.SourceFS(dir)
	if err != nil {
		b.Fatal(err)
	}
	s, err := dev.New(dev.Options{
		Dir: dir, Build: options(b, source, ""), Now: func() time.Time { return now },
		Log: slog.New(slog.DiscardHandler), OnAttempt: func(dev.Attempt) {},
	})
	if err != nil {
		b.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan error, 1)
	go func() { ran <- s.Run(ctx, l) }()
	b.Cleanup(func() {
		stop()
		if err := <-ran; err != nil {
			b.Error(err)
		}
		closeSource()
	})
	d := &developed{dir: dir, url: "http://" + l.Addr().String()}
	d.get(b, "/api/v1/search?q=x")
	return d
}

// get is the body of an answer, and the version of the site that it is of.
func (d *developed) get(b *testing.B, path string) (body, version string) {
	b.Helper()
	answer, err := http.Get(d.url + path)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		b.Fatal(answer.Status, err)
	}
	return string(text), answer.Header.Get("Release-Id")
}

// await writes one policy after another, with a word in its title that was
// nowhere before, and asks for what must show it, in the form that is given, or
// for any page of the new version.
func (d *developed) await(b *testing.B, path func(id, word string) string, form string) {
	var took []time.Duration
	for b.Loop() {
		d.writes++
		id, word := fmt.Sprintf("p%06d", d.writes%20*10+1), fmt.Sprintf("zq%dk", d.writes)
		name, text := d.retitled(b, id, word)
		start := time.Now()
		if err := os.WriteFile(name, text, 0o644); err != nil {
			b.Fatal(err)
		}
		body, version := d.get(b, path(id, word))
		took = append(took, time.Since(start))
		if version == d.version || form != "" && !strings.Contains(body, fmt.Sprintf(form, word)) {
			b.Fatalf("%s of %s does not show %s", path(id, word), version, word)
		}
		d.version = version
	}
	slices.Sort(took)
	b.ReportMetric(percentile(took, 50), "p50-ms")
	b.ReportMetric(percentile(took, 99), "p99-ms")
}

// retitled is the file of a policy with another title.
func (d *developed) retitled(b *testing.B, id, title string) (name string, text []byte) {
	b.Helper()
	name = filepath.Join(d.dir, "content", "policies", id+".md")
	old, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(strings.TrimPrefix(string(old), "---\ntitle: "), "\n")
	return name, []byte("---\ntitle: 办法 " + title + "\n" + rest)
}
