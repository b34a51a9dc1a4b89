package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.keys.Scope;
import org.linli.openness.AskWriter;
import org.linli.openness.Askable;
import org.linli.openness.FindAskable;
import org.linli.openness.Openness;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The public list of cases: which could be on it, whether their writers agree, and whether there is one at all.
@RestController
class OpenListEndpoint {

    private static final int SHORT = 60;

    private final AnswerCalls calls;
    private final FindAskable askable;
    private final AskWriter ask;
    private final Openness openness;

    OpenListEndpoint(AnswerCalls calls, FindAskable askable, AskWriter ask, Openness openness) {
        this.calls = calls;
        this.askable = askable;
        this.ask = ask;
        this.openness = openness;
    }

    /// Of the last month, the latest first.
    @GetMapping("/api/v1/open/cases")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.OPEN_LIST,
                request,
                client -> askable.of(client.community())
                        .map(all -> Page.whole(
                                all.stream().map(OpenListEndpoint::json).toList())));
    }

    /// Asks whoever wrote a case, in the words in which it would be shown.
    @PostMapping(path = "/api/v1/open/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> ask(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.OPEN_LIST, request, body, call -> {
            var json = ReadBody.json(body);
            String number = ReadBody.required(json, "number", SHORT);
            return ask.ask(call.client().as(), number, ReadBody.required(json, "words", AskWriter.LONGEST))
                    .map(result -> switch (result) {
                        case ASKED -> Answer.of(200, Map.of("number", number));
                        case NOT_REACHED -> throw Refusal.because(Words.of(result));
                    });
        });
    }

    @GetMapping("/api/v1/open/switch")
    Mono<ResponseEntity<String>> isOpen(ServerHttpRequest request) {
        return calls.read(
                Scope.OPEN_LIST,
                request,
                client -> openness.isOpen(client.map()).map(it -> Map.of("open", it)));
    }

    @PostMapping(path = "/api/v1/open/switch", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> open(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.OPEN_LIST, request, body, call -> {
            var said = ReadBody.json(body).path("open");
            if (!said.isBoolean()) {
                throw Refusal.field("open");
            }
            return openness.set(call.client().as(), said.asBoolean())
                    .thenReturn(Answer.of(200, Map.of("open", said.asBoolean())));
        });
    }

    private static Map<String, Object> json(Askable it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", it.it().number());
        json.put("label", it.it().problem().label());
        json.put("words", it.shown());
        json.put("answer", Words.of(it.answer()));
        return json;
    }
}
