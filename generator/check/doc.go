// Package check looks at a planned site as a reader would meet it: links that
// lead nowhere, anchors that do not exist, missing assets. In comes a rendered
// site, out come findings. It never writes and never uses the network.
package check
