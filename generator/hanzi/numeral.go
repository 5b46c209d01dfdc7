package hanzi

// Numeral reads the number that folded text begins with, in Arabic or Chinese
// digits or both: 30000, 30,000, 3万, 3w, 三万五, 两千. Size is its length in
// bytes, 0 where there is none.
func Numeral(folded string) (value float64, size int) { return 0, 0 }
