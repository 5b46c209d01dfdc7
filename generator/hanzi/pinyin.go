package hanzi

// Readings are the syllables of folded text in pinyin, without tones and with v
// for ü, one for each rune; "" for one that is no Han character. Characters with
// several readings get that of the words they stand in: 重庆 is chong qing.
func Readings(folded string) []string { return nil }

// AllReadings are the syllables that r is read as, the usual one first.
func AllReadings(r rune) []string { return nil }

// Alike reports whether a and b are easily mistaken for each other: they sound
// alike or look alike.
func Alike(a, b rune) bool { return false }
