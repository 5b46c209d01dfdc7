package view

import (
	"anju/generator/content"
	"anju/generator/schemaorg"
	"anju/generator/theme"
	"anju/generator/validity"
)

// policyThings are the document and, unless it is known not to hold, the
// service that it promises.
func (v View) policyThings(p *content.Policy, page *theme.Page) schemaorg.Graph {
	document := v.legislation(p, page)
	if document.LegalForce == schemaorg.NotInForce {
		return schemaorg.Graph{document}
	}
	service := &schemaorg.GovernmentService{
		Thing: v.thing("GovernmentService", &p.Head, page), Disambiguation: document.Status,
		Operators: schemaorg.Organizations(p.Issuer...), AreaServed: v.jurisdiction(p), Jurisdiction: v.jurisdiction(p),
		SubjectOf: schemaorg.To(document.ID),
	}
	service.ID, service.Description = page.Canonical+"#service", "" // the document says it
	for _, slug := range p.Audience {
		service.Audience = append(service.Audience, schemaorg.Audience{
			Type: schemaorg.Types{"Audience"}, AudienceType: v.term(content.Terms(v.lib.Vocab.Audiences), slug),
		})
	}
	return schemaorg.Graph{document, service}
}

func (v View) legislation(p *content.Policy, page *theme.Page) *schemaorg.Legislation {
	out := &schemaorg.Legislation{
		Thing: v.thing("Legislation", &p.Head, page), Identifier: p.DocumentNumber, Date: p.FormedOn.String(),
		PassedBy: schemaorg.Organizations(p.Issuer...), LegalForce: legalForce(v.lib.Subject(p).Status(v.now)),
		Published: p.Issued.String(), Jurisdiction: v.jurisdiction(p), SameAs: p.OfficialURL,
	}
	if s := v.status(p); s != nil {
		out.Status = v.joined(s.Label, v.T("status_as_of", v.date(validity.DateOf(v.now))))
	}
	return out
}

// jurisdiction is the city in the whole of which a policy holds, or none: that
// of a district or a park does not.
func (v View) jurisdiction(p *content.Policy) *schemaorg.Place {
	if p.Level != "municipal" {
		return nil
	}
	return v.cityPlace(p.City)
}

// legalForce is what can be said for sure: of what is known from news only, and
// of what states no end, nothing can.
func legalForce(s validity.Status) string {
	switch s {
	case validity.InForce:
		return schemaorg.InForce
	case validity.Announced, validity.Expired, validity.Repealed, validity.Superseded:
		return schemaorg.NotInForce
	}
	return ""
}
