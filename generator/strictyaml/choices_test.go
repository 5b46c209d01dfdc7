package strictyaml

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

func TestChoicesIn(t *testing.T) {
	type room struct {
		State string   `yaml:"state" rule:"required,enum=free|taken" enumzh:"空|满"`
		Unit  string   `yaml:"unit" rule:"enum=套|间"`
		Uses  []string `yaml:"uses" rule:"enum=live|work" enumzh:"住|办公"`
	}
	type house struct {
		Best  *room  `yaml:"best"`
		At    hour   `yaml:"at"`
		Rooms []room `yaml:"rooms"`
		Kind  string `yaml:"kind" rule:"enum=old|new" enumzh:"旧|新"`
	}
	var got []string
	for _, c := range ChoicesIn(reflect.TypeFor[house]()) {
		got = append(got, fmt.Sprintf("%v %s %v %v", c.Path, c.In.Name(), c.Values, c.Zh))
	}
	want := []string{
		"[best state] room [free taken] [空 满]", "[best uses] room [live work] [住 办公]",
		"[rooms state] room [free taken] [空 满]", "[rooms uses] room [live work] [住 办公]",
		"[kind] house [old new] [旧 新]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
