package hanzi

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode reads text of unknown encoding: UTF-8, UTF-16 with a byte order mark
// (what Windows calls Unicode), or else GB 18030, which holds GBK and GB 2312.
// The second value is false where it is none of them.
func Decode(text []byte) (string, bool) {
	if utf8.Valid(text) {
		return string(bytes.TrimPrefix(text, []byte("\ufeff"))), true
	}
	decoder := simplifiedchinese.GB18030.NewDecoder()
	if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || bytes.HasPrefix(text, []byte{0xFE, 0xFF}) {
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	}
	out, err := decoder.Bytes(text)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) || bytes.IndexByte(out, 0) >= 0 {
		return "", false
	}
	return string(out), true
}
