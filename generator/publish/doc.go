// Package publish makes a release out of files, and keeps it whole.
//
// In come the bytes of every file and the folder of the index; out goes the
// live folder (public/), changed in one step from the old release to the new,
// with a manifest that holds the digest of every file. Beside it, in .anju/,
// stand the staging folder and one previous release.
//
// It never changes the live folder before the new release is complete and
// verified, never links a file onward whose bytes it did not hash in this run,
// never removes a release that a server holds, and knows nothing of what the
// files mean.
package publish
