// Package history tells what git knows of files: when each was last changed, by
// whom and why, and what a folder held at a revision.
//
// In comes a folder of the disk. Out come the last change of each file under
// it, followed through renames, and the tree of a revision as an fs.FS. A folder
// that is no work tree, a machine without git and a clone that does not reach
// back far enough are told as such: it never says "today" for what it does not
// know.
//
// It runs git, and only to read. Nothing that it tells goes into a release.
package history
