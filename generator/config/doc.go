// Package config is config.yaml as a value: typed, defaulted and validated.
//
// In comes the text of the file; out come a Config or findings. It never reads
// the environment or flags (the hall lays those over it) and never touches the
// disk.
package config
