package org.linli.api;

import java.util.Arrays;
import java.util.Map;
import org.linli.keys.Scope;
import org.linli.ledgers.Forms;
import org.linli.ledgers.NoTemplate;
import org.linli.ledgers.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The street's own forms, which ledgers fill in.
@RestController
class LedgerFormsEndpoint {

    private static final int MOST_FAULTS = 20;

    private final AnswerCalls calls;
    private final Forms forms;

    LedgerFormsEndpoint(AnswerCalls calls, Forms forms) {
        this.calls = calls;
        this.forms = forms;
    }

    /// As it counts now, to be changed.
    ///
    /// @param kind `cases` or `month`
    @GetMapping("/api/v1/ledgers/forms/{kind}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String kind, ServerHttpRequest request) {
        return calls.client(Scope.SETTINGS_READ, request)
                .flatMap(client -> Mono.justOrEmpty(Arrays.stream(Order.Kind.values())
                                .filter(it -> Words.of(it).equals(kind))
                                .findFirst())
                        .flatMap(it -> forms.file(client.community(), it)))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.NOT_FOUND)))
                .map(SentFile::spreadsheet);
    }

    /// In place of the one before, unless it asks for what is not there: then the cells are named.
    @PostMapping(path = "/api/v1/ledgers/forms", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> put(ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, SentFile.inJson(Forms.MOST_BYTES), (call, body) -> {
            var json = ReadBody.json(body);
            var kind = LedgersEndpoint.kind(json);
            return forms.put(call.client().as(), kind, SentFile.of(json, Forms.MOST_BYTES))
                    .onErrorMap(NoTemplate.class, LedgerFormsEndpoint::refusal)
                    .thenReturn(Answer.of(200, Map.of("kind", Words.of(kind))));
        });
    }

    private static Refusal refusal(NoTemplate wrong) {
        return Refusal.because(
                "no-form",
                wrong.unknown().stream()
                        .limit(MOST_FAULTS)
                        .map(it -> Map.<String, Object>of("where", it, "what", "unknown"))
                        .toList());
    }
}
