package view

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/content"
)

func walk(kind string, minutes float64, method string) content.Amenity {
	return content.Amenity{Kind: kind, Name: kind, WalkMin: &minutes, Method: method}
}

// What is reached within ten minutes is counted, the tenth included; a distance
// is no time, and says so.
func TestCircle(t *testing.T) {
	v := speaking(t, "zh-Hans")
	for _, test := range []struct {
		name      string
		amenities []content.Amenity
		inside    []string
		kinds     int
		others    []string // their details
	}{
		{"nothing", nil, nil, 0, nil},
		{"the tenth minute", []content.Amenity{walk("park", 10, "survey")}, []string{"park"}, 1, nil},
		{"just over", []content.Amenity{walk("park", 10.5, "survey"), walk("bus", 11, "route")}, nil, 0, []string{"步行10.5分钟，实地测量", "步行11分钟，按路线测算"}},
		{"nearest first, as written where equal", []content.Amenity{walk("a", 9, ""), walk("b", 2, ""), walk("c", 9, ""), walk("d", 0, "")}, []string{"d", "b", "a", "c"}, 4, nil},
		{"kinds, not places", []content.Amenity{walk("bus", 3, ""), walk("bus", 4, "")}, []string{"bus", "bus"}, 1, nil},
		{"a distance alone", []content.Amenity{{Kind: "park", DistanceM: new(300.0), Method: "stated"}}, nil, 0, []string{"300米，来源自述，只有距离，没有步行时间"}},
		{"minutes from a straight line", []content.Amenity{walk("park", 5, "straight_line")}, nil, 0, []string{"直线距离，按直线估的分钟数不算步行时间，不列出"}},
		{"nothing measured", []content.Amenity{{Kind: "park"}}, nil, 0, []string{"来源没有写步行时间"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			circle, others := v.circle(test.amenities)
			var inside, details []string
			kinds := 0
			if circle != nil {
				kinds = circle.Kinds
				for i, item := range circle.Inside {
					inside = append(inside, item.Name)
					if circle.Dots[i].Number != i+1 || !strings.HasPrefix(circle.Dots[i].Name, item.Name) {
						t.Errorf("dot %d is %+v, the list has %s", i+1, circle.Dots[i], item.Name)
					}
				}
			}
			for _, item := range others {
				details = append(details, item.Detail)
			}
			if !reflect.DeepEqual(inside, test.inside) || kinds != test.kinds || !reflect.DeepEqual(details, test.others) {
				t.Errorf("inside %v of %d kinds, others %q; want %v of %d, %q", inside, kinds, details, test.inside, test.kinds, test.others)
			}
		})
	}
}

func TestCircleSaysHowItWasMeasured(t *testing.T) {
	amenities := []content.Amenity{walk("a", 1, ""), walk("b", 2, "stated"), walk("c", 3, "survey"), walk("d", 4, "stated")}
	circle, _ := speaking(t, "zh-Hans").circle(amenities)
	equal(t, "methods", circle.Methods, "实地测量1处，来源自述2处，没有写怎么量的1处")
}

// The picture is true and readable, whatever lies inside: each dot as far out
// as its minutes, none over another, the nearest where there is no room for all.
func TestDots(t *testing.T) {
	v := speaking(t, "zh-Hans")
	rapid.Check(t, func(t *rapid.T) {
		var amenities []content.Amenity
		for _, m := range rapid.SliceOfN(rapid.Float64Range(0, circleMinutes), 1, 40).Draw(t, "minutes") {
			amenities = append(amenities, walk("a", m, "survey"))
		}
		circle, _ := v.circle(amenities)
		again, _ := v.circle(amenities)
		if !reflect.DeepEqual(circle, again) {
			t.Fatal("the same amenities make two pictures")
		}
		if len(circle.Dots) != min(circleDots, len(amenities)) || len(circle.Inside) != len(amenities) {
			t.Fatalf("%d dots and %d lines for %d amenities", len(circle.Dots), len(circle.Inside), len(amenities))
		}
		far := 0.0
		for i, dot := range circle.Dots {
			r := math.Hypot(dot.X, dot.Y)
			if r < circleCore-0.2 || r > circleRim+0.2 || r < far-0.2 {
				t.Fatalf("dot %d lies at %v, the one before at %v", i+1, r, far)
			}
			far = r
			for j, other := range circle.Dots[:i] {
				if d := math.Hypot(dot.X-other.X, dot.Y-other.Y); d < 2*dotRadius {
					t.Fatalf("dots %d and %d are %v apart", j+1, i+1, d)
				}
			}
		}
	})
}

// dotRadius is how large the layout draws a dot.
const dotRadius = 6.0
