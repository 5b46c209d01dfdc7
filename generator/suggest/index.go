package suggest

// Data is what an index is made from, ready to be stored.
type Data struct{}

// Prepare finds the readings and pairs of all names: the slow part.
func Prepare(names []Name) Data { return Data{} }

// Index completes and corrects. It is safe for concurrent use.
type Index struct{}

// New makes an Index.
func New(d Data) *Index { return &Index{} }

// Complete returns the Refs of at most n names that text begins, best first.
func (x *Index) Complete(text string, n int) []int { return nil }

// Correct returns at most three texts that may have been meant by text, the
// likeliest first: misspelt characters replaced, pinyin and initials made
// characters. None where every pair of neighbours already stands in a name.
func (x *Index) Correct(text string) []string { return nil }
