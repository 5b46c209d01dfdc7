package lexicon

// Lexicon holds the words of a site. It is part of the index.
type Lexicon struct {
	Terms    []Term    `json:"terms"`
	Synonyms []Synonym `json:"synonyms"`
}

// Term is a value of a facet, with its names. The names of cities and degrees
// are read as filters; those of other facets stay words, and a filter is not
// read out of the middle of one: 博士后 says nothing of 博士.
type Term struct {
	Facet string            `json:"facet"` // "city", "degree", "benefit" …
	Value string            `json:"value"` // the slug of the vocabulary
	Label map[string]string `json:"label"` // by language
	Names []string          `json:"names"` // every spelling, the labels too
	URL   map[string]string `json:"url"`   // of its results, by language

	// Parts are the names of places in a city. They lead to it, and stay words:
	// what names the place itself is the best to find.
	Parts []string `json:"parts,omitempty"`

	// Short is the one-character name of a city. It is read only after a verb
	// of coming and staying: 来宁, 在宁.
	Short string `json:"short,omitempty"`
}

// Synonym says that a text with a word of To also answers for one of From. For
// words that mean the same the two are equal.
type Synonym struct {
	From []string `json:"from"`
	To   []string `json:"to"`
}

// Kinds is a set of what may be read as filters, from the most certain on.
type Kinds uint8

// What a Reading may hold besides words.
const (
	Numbers  Kinds = 1 << iota // document numbers
	Cities                     // 南京, 来宁
	Amounts                    // 3万, 月租1500以下, 40平
	Statuses                   // 已废止
	Degrees                    // 硕士, 研究生
	Years                      // 2024年
	All      = Numbers | Cities | Degrees | Statuses | Years | Amounts
)

// Reading is a text as understood.
type Reading struct {
	Rest    string              // what was not read as a filter, as typed
	Words   []Word              // of Rest, to look for
	Filters map[string][]string // by facet; nil where nothing was read

	Amount           *float64 // yuan
	RentMin, RentMax *float64 // yuan a month
	AreaMin, AreaMax *float64 // m²

	Number *Number // a document number; its words are also among Words
	Kinds  Kinds   // what was read
}

// Word is a piece of text that a document must hold, itself or a synonym.
type Word struct {
	Text     string   // folded: Han characters alone, a word of another script, a name, or a size: 70平方米
	Synonyms []string // that mean the same, folded; may hold spaces
	Related  []string // that answer for it, too, folded; may hold spaces
	Known    bool     // Text is a name or synonym of the lexicon
	Optional bool     // it only ranks: 条件 in 租房补贴条件
	Joined   bool     // it stands right after the word before
	Kind     Kinds    // of the filter that it surely is, or were it, if that kind were read; 0 for none
}

// Number is a document number (发文字号), taken apart: 国办发〔2021〕22号.
type Number struct {
	Issuer string // 国办发, folded; "" where it was not typed
	Year   int
	Serial int
}
