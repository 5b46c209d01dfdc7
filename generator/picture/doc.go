// Package picture makes the copies of a photograph that pages show.
//
// In come the bytes of a JPEG, PNG, GIF or WebP file; out come its facts, read
// from its head before anything is decoded, and JPEG or PNG files of a few
// widths, upright and without the metadata of the camera. The same bytes give
// the same copies on every machine: all that is counted is counted in integers.
//
// It never reads or writes a file, and bounds what it decodes.
package picture
