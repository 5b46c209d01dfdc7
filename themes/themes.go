// Package themes carries the default theme inside the binary, so that it works
// alone. A folder beside default takes its place file by file.
package themes

import "embed"

// Default holds the folder default: layouts, strings and assets.
//
//go:embed default
var Default embed.FS
