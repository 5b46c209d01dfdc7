package suggest

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// slotShift is how many bits of a slot hold the offset.
const slotShift = 8

// slot is a place in a view of a key: the number of the key and the offset.
type slot uint32

func newSlot(key, offset int) slot { return slot(key<<slotShift | offset) }

func (s slot) key() int    { return int(s >> slotShift) }
func (s slot) offset() int { return int(s & (1<<slotShift - 1)) }

// slots are stored as the base64 of their little-endian bytes: an index has so
// many that reading numbers would be most of the time to open it.
type slots []slot

// MarshalText never errs.
func (s slots) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 4*len(s))
	for _, one := range s {
		raw = binary.LittleEndian.AppendUint32(raw, uint32(one))
	}
	return base64.StdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText errs for what MarshalText does not write.
func (s *slots) UnmarshalText(text []byte) error {
	raw, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	if len(raw)%4 != 0 {
		return errors.New("suggest: the slots of the index are cut off")
	}
	*s = make(slots, 0, len(raw)/4)
	for ; len(raw) > 0; raw = raw[4:] {
		*s = append(*s, slot(binary.LittleEndian.Uint32(raw)))
	}
	return nil
}
