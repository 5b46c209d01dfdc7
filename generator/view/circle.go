package view

import (
	"cmp"
	"math"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// The circle of what one reaches on foot. Its picture is drawn in units of
// theme.Dot: the community in the middle, minutes from its edge to the rim.
const (
	circleMinutes = 10
	circleRim     = 100.0
	circleCore    = 32.0
	circleDots    = 15   // two of them never overlap, at whatever minutes
	circleGap     = 30.0 // degrees at the top, where the rings bear their minutes
)

// inCircle reports whether an amenity is known to lie inside. A distance is no
// time, and minutes taken from a straight line are a distance in disguise.
func inCircle(a content.Amenity) bool {
	return a.WalkMin != nil && *a.WalkMin <= circleMinutes && a.Method != "straight_line"
}

// circle parts amenities into those inside the circle, the nearest first, and
// the others as they stand. The circle is nil where none is known to lie inside.
func (v View) circle(amenities []content.Amenity) (*theme.Circle, []theme.Item) {
	var inside []content.Amenity
	var others []theme.Item
	for _, a := range amenities {
		if inCircle(a) {
			inside = append(inside, a)
		} else {
			others = append(others, v.amenity(a))
		}
	}
	if len(inside) == 0 {
		return nil, others
	}
	slices.SortStableFunc(inside, func(a, b content.Amenity) int { return cmp.Compare(*a.WalkMin, *b.WalkMin) })
	c := &theme.Circle{
		Minutes: circleMinutes, Methods: v.methods(inside),
		Rings: []theme.Ring{{Minutes: circleMinutes / 2, Radius: radius(circleMinutes / 2)}, {Minutes: circleMinutes, Radius: circleRim}},
	}
	kinds := map[string]bool{}
	for _, a := range inside {
		kinds[a.Kind] = true
		c.Inside = append(c.Inside, v.amenity(a))
	}
	c.Kinds, c.Dots = len(kinds), v.dots(inside)
	return c, others
}

// dots places the nearest clockwise, at even angles: the direction says nothing.
func (v View) dots(inside []content.Amenity) (dots []theme.Dot) {
	inside = inside[:min(circleDots, len(inside))]
	for i, a := range inside {
		degrees := circleGap/2 + (float64(i)+0.5)*(360-circleGap)/float64(len(inside))
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		r := radius(*a.WalkMin)
		dots = append(dots, theme.Dot{
			Number: i + 1, X: tenth(r * sin), Y: tenth(-r * cos),
			Name: v.joined(v.amenityName(a), v.T("amenity.walk", v.number(*a.WalkMin))),
		})
	}
	return dots
}

// radius is how far from the centre so many minutes are drawn.
func radius(minutes float64) float64 {
	return circleCore + (circleRim-circleCore)*minutes/circleMinutes
}

// tenth rounds what is written into a page. Adding 0 turns -0 into 0.
func tenth(x float64) float64 { return math.Round(x*10)/10 + 0 }

// methods says how the minutes of amenities were measured, the surest first.
func (v View) methods(amenities []content.Amenity) string {
	var words []string
	for _, method := range []string{"survey", "route", "stated", ""} {
		n := 0
		for _, a := range amenities {
			if a.Method == method {
				n++
			}
		}
		if n > 0 {
			words = append(words, v.T("circle.measured", cmp.Or(v.opt("method", method), v.T("circle.unsaid")), n))
		}
	}
	return v.joined(words...)
}
