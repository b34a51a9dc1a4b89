package org.linli.open311.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.linli.open311.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers in the format that was asked for, errors included.
@Component
class InFormat {

    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Never empty. Other errors than [Refused] are signalled.
    ///
    /// @param format `xml` or `json`
    Mono<ResponseEntity<String>> answer(String format, Mono<Said> said) {
        return said.map(it -> response(HttpStatus.OK, format, it))
                .onErrorResume(Refused.class, refused -> Mono.just(refusal(format, refused)));
    }

    private static ResponseEntity<String> refusal(String format, Refused refused) {
        var error = Map.of("code", refused.code(), "description", refused.description());
        return response(HttpStatus.valueOf(refused.code()), format, new Said("errors", "error", List.of(error)));
    }

    private static ResponseEntity<String> response(HttpStatus status, String format, Said said) {
        boolean xml = format.equals("xml");
        var tree = MAPPER.valueToTree(said.content());
        return ResponseEntity.status(status)
                .contentType(xml ? XML : JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(xml ? AsXml.of(said, tree) : MAPPER.writeValueAsString(tree));
    }
}
