package history

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// blobs reads the bytes of files through one run of git cat-file. Those bytes
// are as they were committed: no filter that the repository names is run.
type blobs struct {
	cmd *run
	in  io.WriteCloser

	mu  sync.Mutex // a question and its answer stay together
	out *bufio.Reader
}

func (r *Repo) openBlobs(ctx context.Context) (*blobs, error) {
	cmd := r.command(ctx, "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	return &blobs{cmd: cmd, in: in, out: bufio.NewReader(out)}, nil
}

// read answers with the bytes that id names, ErrNotFetched where the clone
// lacks them.
func (b *blobs) read(id string) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := io.WriteString(b.in, id+"\n"); err != nil {
		return nil, fmt.Errorf("ask git for a file: %w", err)
	}
	head, err := b.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("read a file from git: %w", err)
	}
	fields := strings.Fields(head) // id, type, size; or id and "missing"
	if len(fields) != 3 {
		return nil, fmt.Errorf("%w: %s", ErrNotFetched, strings.TrimSpace(head))
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return nil, fmt.Errorf("read a file from git: %w", err)
	}
	text := make([]byte, size+1) // a line's end follows
	if _, err := io.ReadFull(b.out, text); err != nil {
		return nil, fmt.Errorf("read a file from git: %w", err)
	}
	return text[:size], nil
}

// close ends the run. The error tells how it ended, if that was before.
func (b *blobs) close() error { return errors.Join(b.in.Close(), b.cmd.explain(b.cmd.Wait())) }
