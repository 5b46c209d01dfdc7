// Package complete tells how complete entries are, for their editors.
//
// In come a Library, the moment, and a Standard: a versioned file of rules,
// each a field that a good entry has and what it is worth. Out comes a Score
// for every entry and every operator, with a reason for each point that is
// missing. What an entry says is unknown to its sources is as good as stated.
//
// The same entries and the same version give the same scores on the same day.
// It never writes, and nothing of it stands on a public page.
package complete
