package org.linli.api;

import java.util.Map;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.web.MarkMissed;
import org.linli.keys.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What residents said about a case, and which of it should have been understood.
@RestController
class MissedEndpoint {

    private final AnswerCalls calls;
    private final FindCases cases;
    private final MarkMissed missed;

    MissedEndpoint(AnswerCalls calls, FindCases cases, MarkMissed missed) {
        this.calls = calls;
        this.cases = cases;
        this.missed = missed;
    }

    /// The earliest first, without who said it, and without names and numbers of people.
    @GetMapping("/api/v1/cases/{number}/said")
    Mono<ResponseEntity<String>> said(
            @PathVariable String number, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.TEACHING,
                request,
                client -> seen(client, number)
                        .flatMap(file -> missed.said(file, client.as()).collectList())
                        .map(all -> Page.part(SaidLine.of(all), cursor, SaidLine::json, SaidLine::place)));
    }

    /// So that it can be taught.
    @PostMapping(path = "/api/v1/cases/{number}/missed", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> mark(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.TEACHING, request, body, call -> {
            var json = ReadBody.json(body);
            long line = json.path("line").asLong(-1);
            int nth = json.path("nth").asInt(0);
            return seen(call.client(), number)
                    .flatMap(file -> missed.mark(file, call.client().as(), line, nth))
                    .map(marked -> {
                        if (!marked) {
                            throw Refusal.field("line");
                        }
                        return Answer.of(200, Map.of("line", line, "nth", nth));
                    });
        });
    }

    private Mono<CaseFile> seen(Client client, String number) {
        return cases.file(client.community(), number).filter(client.sight()::sees);
    }
}
