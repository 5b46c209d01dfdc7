// Package check looks at a planned site as a reader would meet it: links that
// lead nowhere, anchors that do not exist, missing assets. In come a rendered
// site and where its texts have their links, out come findings. It never writes and never uses the network.
package check
