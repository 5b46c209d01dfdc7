package lexicon

// Reader reads texts by the words of a Lexicon. It is safe for concurrent use.
type Reader struct{}

// NewReader makes a Reader of the words of lex.
func NewReader(lex Lexicon) *Reader { return &Reader{} }

// Read understands text; only what is among kinds is read as a filter.
func (r *Reader) Read(text string, kinds Kinds) Reading { return Reading{Rest: text} }
