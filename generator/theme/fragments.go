package theme

import (
	"fmt"
	"io"
)

// The fragments of the search page: parts that can be asked for alone.
const (
	AnswerFragment      = "answer"      // all that stands below the form
	SuggestionsFragment = "suggestions" // what completes the text that is being typed
)

// fragmentLayout is the layout that they belong to.
const fragmentLayout = "search"

// fragmentPayloads tells for each what it is executed with.
var fragmentPayloads = map[string]func() Payload{
	AnswerFragment:      func() Payload { return new(SearchPage) },
	SuggestionsFragment: func() Payload { return new(Suggestions) },
}

// Suggestions are the completions of what is being typed.
type Suggestions struct {
	Page
	Options []Completion
}

// Completion is a name with the address that it leads to. Kind says in words
// what it names.
type Completion struct{ Text, Kind, URL string }

// ExecuteFragment writes a fragment of the search page: what the whole page would
// have in its place. After an error, what has been written is not whole: write
// to a buffer.
func (t *Theme) ExecuteFragment(w io.Writer, name string, payload Payload) error {
	payload.page().theme = t
	if err := t.layouts[fragmentLayout].ExecuteTemplate(w, "partials/"+name+".html", payload); err != nil {
		return fmt.Errorf("fragment %s: %w", name, err)
	}
	return nil
}
