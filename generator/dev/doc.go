// Package dev serves the site while it is being written.
//
// In comes a source folder on the disk, which it watches. Out come over HTTP the
// pages, lists and search that a build of the folder as it is now would
// publish, each rendered when it is asked for; the findings, shown over the page
// where they are; and word to every open browser that there is something new.
// Besides, at /editors/, it shows what waits for editors, and at /style/ the
// parts that pages are made of.
//
// It never answers with what a file held before: a request waits until every
// change made before it has been taken in. While there is an error, pages are
// those of the last good state and say so. It writes below .anju only, where
// one process at a time may serve a folder, and never touches the release.
package dev
