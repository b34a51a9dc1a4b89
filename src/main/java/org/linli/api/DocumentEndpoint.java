package org.linli.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The description of the interface, for programs and for people.
@Controller
class DocumentEndpoint {

    private final Document document;

    DocumentEndpoint(Document document) {
        this.document = document;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<String> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.json());
    }

    @GetMapping("/api/v1")
    String page(Model model) {
        model.addAttribute("operations", document.operations());
        return "api/guide";
    }
}
