// Package history tells what git knows of files: when each was last changed and
// why, and what a folder held at a revision.
//
// In comes a folder of the disk. Out come the last change of each file under
// it, followed through renames, the files that are not committed as they are,
// and the tree of a revision as an fs.FS. A folder that is no work tree, a
// machine without git and a clone that does not reach back far enough are told
// as such: it never says "today" for what it does not know. People are not
// named.
//
// It runs the git program, and only to read: without network, and without any
// program that the configuration of a repository names. Nothing that it tells
// goes into a release.
package history
