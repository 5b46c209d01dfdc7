package publish

import (
	"errors"
	"fmt"
	"os"
	"slices"
)

// Refusal says why Rollback did not bring the previous release back.
type Refusal struct {
	Reason string
	Paths  []string // pages since withdrawn or gone that would come back
	Err    error    // what is wrong with the release, if anything
}

// Error names the reason and at most ten paths.
func (r *Refusal) Error() string {
	text := "rollback refused: " + r.Reason
	if len(r.Paths) > 0 {
		text += ": " + abridged(r.Paths)
	}
	if r.Err != nil {
		text += ": " + r.Err.Error()
	}
	return text
}

// Unwrap returns what is wrong with the release.
func (r *Refusal) Unwrap() error { return r.Err }

// Rollback exchanges the live and the previous release, and returns the
// manifest of what is live then; rolling back again goes forward.
//
// It fails with a *Refusal when there is no previous release, when that does
// not verify, or when it would bring back a page since withdrawn or gone (or
// the live manifest cannot tell). Force overrides only the last.
func Rollback(dir string, force bool) (Manifest, error) {
	return rollback(dir, force, realDisk())
}

func rollback(dir string, force bool, d disk) (_ Manifest, err error) {
	s, err := openStore(dir, d)
	if err != nil {
		return Manifest{}, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	m, err := s.verifyPrevious()
	if err != nil {
		return Manifest{}, err
	}
	if !force {
		if err := s.refuseRevival(m); err != nil {
			return Manifest{}, err
		}
	}
	old, err := s.swap(s.path(previousName))
	if err != nil {
		return Manifest{}, fmt.Errorf("roll back: %w", err)
	}
	return m, s.finish(old)
}

func (s *store) verifyPrevious() (Manifest, error) {
	folder := s.path(previousName)
	if !exists(folder) {
		return Manifest{}, &Refusal{Reason: "there is no previous release"}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return Manifest{}, fmt.Errorf("roll back: %w", err)
	}
	defer root.Close()
	m, err := readManifest(root)
	if err == nil {
		err = m.verify(root)
	}
	if err != nil {
		return Manifest{}, &Refusal{Reason: "the previous release is not whole", Err: err}
	}
	return m, nil
}

// refuseRevival fails when the live release has removed a page that the
// previous one, to, still shows.
func (s *store) refuseRevival(to Manifest) error {
	live, err := ReadManifest(s.live)
	if err != nil {
		return &Refusal{Reason: "the live release cannot tell which pages are withdrawn or gone", Err: err}
	}
	revived := append(missing(live.Removed, to.Removed), missing(live.Gone, to.Gone)...) // what is gone was perhaps only withdrawn
	slices.Sort(revived)
	if revived = slices.Compact(revived); len(revived) > 0 {
		return &Refusal{Reason: "it would bring back what is withdrawn or gone", Paths: revived}
	}
	return nil
}

// missing are the paths that others lacks.
func missing(paths, others []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return slices.Contains(others, path) })
}
