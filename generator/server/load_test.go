package server

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"anju/generator/publish"
)

// TestChangeUnderLoad asks without a pause while releases come and go.
func TestChangeUnderLoad(t *testing.T) {
	t.Parallel()
	s, dir, a := serveEdition(t)
	b := publishEdition(t, dir, editionB)
	names := map[string]string{a.Release: editionA, b.Release: editionB}
	ts := httptest.NewServer(s.Handler())
	defer ts.Close()
	stop := make(chan struct{})
	var clients sync.WaitGroup
	for _, target := range []string{"/policies/zufang/", "/search?q=租房补贴", "/api/v1/search?q=租房补贴"} {
		clients.Go(func() {
			for {
				if problem := coherent(ts.URL+target, names); problem != "" {
					t.Errorf("%s: %s", target, problem)
				}
				select {
				case <-stop:
					return
				default:
				}
			}
		})
	}
	const changes = 8
	for range changes {
		s.Refresh()
		if _, err := publish.Rollback(dir, true); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	clients.Wait()
}

// coherent says what is wrong with an answer: not of one release, whole.
func coherent(url string, names map[string]string) string {
	answer, err := http.Get(url)
	if err != nil {
		return err.Error()
	}
	defer answer.Body.Close()
	var b strings.Builder
	if _, err := io.Copy(&b, answer.Body); err != nil {
		return err.Error()
	}
	id := answer.Header.Get("Release-Id")
	switch edition, known := names[id]; {
	case answer.StatusCode != http.StatusOK:
		return answer.Status
	case !known:
		return "release " + id
	case !strings.Contains(b.String(), edition):
		return fmt.Sprintf("release %s without %s", id, edition)
	}
	return sameRelease(answer, b.String())
}

func sameRelease(answer *http.Response, body string) string {
	if answer.Header.Get("Content-Type") != "application/json" {
		return ""
	}
	var told struct{ Release string }
	if err := json.Unmarshal([]byte(body), &told); err != nil {
		return err.Error()
	}
	if id := answer.Header.Get("Release-Id"); told.Release != id {
		return "header " + id + ", body " + told.Release
	}
	return ""
}
