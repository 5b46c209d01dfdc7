package check

import (
	"errors"
	"testing"

	"anju/generator/diag"
	"anju/generator/history"
)

// Every reason why git tells nothing is said in both languages; what to do, of
// those that history knows.
func TestPastTrouble(t *testing.T) {
	if what, remedy := PastTrouble(nil); what != (diag.Text{}) || remedy != (diag.Text{}) {
		t.Errorf("nothing is told as %+v, %+v", what, remedy)
	}
	for _, tt := range []struct {
		err    error
		remedy bool
	}{
		{history.ErrNoGit, true}, {history.ErrNotTracked, true}, {history.ErrUntrusted, true},
		{history.ErrUnknownRevision, true}, {history.ErrNotFetched, true}, {errors.New("broken"), false},
	} {
		what, remedy := PastTrouble(tt.err)
		if what.Zh == "" || what.En == "" || (remedy.Zh != "") != tt.remedy || (remedy.En != "") != tt.remedy {
			t.Errorf("%v is told as %+v, %+v", tt.err, what, remedy)
		}
	}
}
