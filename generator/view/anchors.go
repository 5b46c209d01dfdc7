package view

import "anju/generator/content"

// Anchors are the places of the text of h that addresses may name: the ids of
// its headings, and before them "ID/" for each page of a text in parts. h is in
// the view's language.
func (v View) Anchors(h *content.Head) (anchors []string) {
	for _, part := range v.outlines.of(h.Lang, h) {
		anchors = append(anchors, part.Heading.ID+"/")
	}
	for _, heading := range v.text(h).Headings {
		anchors = append(anchors, heading.ID)
	}
	return anchors
}
