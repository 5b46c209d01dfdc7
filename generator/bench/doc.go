// Package bench measures the rooms on a corpus of natural Chinese prose:
//
//	go test -run '^$' -bench . ./generator/bench
//	ANJU_FULL=1 go test -run '^$' -bench . ./generator/bench   # and 10,000 entries
//
//	ANJU_HUGE=1 go test -run '^$' -bench Rival -timeout 1h ./generator/bench   # and 100,000
//
// Corpus makes the entries, half communities and half policies with some
// guides among them, the same for the same size and seed. Prose matters:
// random characters would give an index of other proportions than text that
// repeats common words and has a long tail of names. The command in convert
// turns the corpus of bench/gen_corpus.py, which other generators are measured
// on, into a source folder of ours. Documents makes the documents of the search
// without a site, and BenchmarkRival compares our index of them with bleve's own
// way.
//
// No other room imports this one.
package bench
