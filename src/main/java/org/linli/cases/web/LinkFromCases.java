package org.linli.cases.web;

import java.util.List;
import org.linli.cases.CaseLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts the links that other capabilities contribute on the page of a case.
@ControllerAdvice(assignableTypes = {CasePage.class, CaseForms.class})
class LinkFromCases {

    private final List<CaseLink> links;

    LinkFromCases(ObjectProvider<CaseLink> links) {
        this.links = links.orderedStream().toList();
    }

    @ModelAttribute("caseLinks")
    List<CaseLink> links() {
        return links;
    }
}
