package history

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Uncommitted tells which of the files, slash paths below the folder, are not
// as the last commit has them, or not in it. It compares the bytes by itself:
// git would run the filters that the repository names. The error is that of ctx,
// ErrNotFetched where a clone lacks what it takes, or one of git or of reading a
// file; a file that is not there is none.
func (r *Repo) Uncommitted(ctx context.Context, files []string) (map[string]bool, error) {
	head, err := r.Head(ctx)
	if err != nil {
		return nil, err
	}
	committed := map[string]string{}
	if head != "" {
		nodes, err := r.listing(ctx, "HEAD")
		if err != nil {
			return nil, err
		}
		for name, n := range nodes {
			committed[r.compose(name)] = n.id
		}
	}
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	out := map[string]bool{}
	for _, f := range files {
		text, err := fs.ReadFile(root.FS(), f)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(fmt.Errorf("read a file: %w", err), root.Close())
		}
		if id, known := committed[r.compose(f)]; err != nil || !known || !names(id, text) {
			out[f] = true
		}
	}
	return out, root.Close()
}

// names reports whether git calls text by id, be it as it stands or with the
// ends of its lines as git keeps them on Windows.
func names(id string, text []byte) bool {
	return blobID(text, len(id)) == id || blobID(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), len(id)) == id
}

// blobID is what git calls the bytes of a file, as long as its ids are: 40
// digits of SHA-1 or 64 of SHA-256 (gitformat-pack, "object name").
func blobID(text []byte, digits int) string {
	blob := append(fmt.Appendf(nil, "blob %d\x00", len(text)), text...)
	if digits == hex.EncodedLen(sha256.Size) {
		sum := sha256.Sum256(blob)
		return hex.EncodeToString(sum[:])
	}
	sum := sha1.Sum(blob)
	return hex.EncodeToString(sum[:])
}
