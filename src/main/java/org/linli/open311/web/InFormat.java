package org.linli.open311.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.linli.open311.Refused;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(InFormat.class);
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Never empty, and signals no error.
    ///
    /// @param format `xml` or `json`
    Mono<ResponseEntity<String>> answer(String format, Mono<Said> said) {
        return said.map(it -> response(HttpStatus.OK, format, it))
                .onErrorResume(error -> Mono.just(refusal(format, refused(error))));
    }

    private static Refused refused(Throwable error) {
        if (error instanceof Refused refused) {
            return refused;
        }
        LOG.error("a call of Open311 failed, the client was told to make it again: {}", Failed.briefly(error));
        return Refused.failed();
    }

    private static ResponseEntity<String> refusal(String format, Refused refused) {
        var error = Map.of("code", refused.code(), "description", refused.description());
        return response(refused.status(), format, new Said("errors", "error", List.of(error)));
    }

    private static ResponseEntity<String> response(HttpStatus status, String format, Said said) {
        boolean xml = !format.equals("json");
        var tree = MAPPER.valueToTree(said.content());
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, "60");
        }
        return answer.contentType(xml ? XML : JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(xml ? AsXml.of(said, tree) : MAPPER.writeValueAsString(tree));
    }
}
