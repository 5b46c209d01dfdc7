// Package diag says what is wrong in what an editor wrote: where, what, and
// what to do about it.
//
// In come findings from every room, each with a Pos, a stable Code and its
// message in Chinese and English. Out goes text with the offending line and a
// caret under the place (Han characters take two cells), JSON lines, or GitHub
// annotations, sorted by place, with one summary line last.
//
// It never reads a file by itself (the printer is handed the sources), never
// stops at the first finding, and never decides what is wrong: that is for the
// rooms that know.
package diag
