package server

import (
	"encoding/json"
	"net/http"
	"testing"
)

// TestDataForOthers: programs of any origin may read what is there as data,
// and nothing else.
func TestDataForOthers(t *testing.T) {
	h := openGolden(t).Handler()
	for path, mediaType := range map[string]string{
		"/data/policies.json":              types[".json"],
		"/data/homes.json":                 types[".json"],
		"/data/index.json":                 types[".json"],
		"/data/vocab.json":                 types[".json"],
		"/policies/zufang/index.json":      types[".json"],
		"/data/schema/policy.json":         "application/schema+json",
		"/data/schema/policies.json":       "application/schema+json",
		"/data/schema/home.json":           "application/schema+json",
		"/communities/laochang/index.json": types[".json"],
	} {
		answer := get(h, path)
		origin, is := answer.Header().Get("Access-Control-Allow-Origin"), answer.Header().Get("Content-Type")
		if answer.Code != http.StatusOK || origin != "*" || is != mediaType || !json.Valid(answer.Body.Bytes()) {
			t.Errorf("%s answers %d as %s, readable by %q", path, answer.Code, is, origin)
		}
	}
	for _, path := range []string{"/", "/policies/zufang/", "/search"} {
		if origin := get(h, path).Header().Get("Access-Control-Allow-Origin"); origin != "" {
			t.Errorf("%s is readable by %q", path, origin)
		}
	}
}
