package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.administration.keeping.PeriodWish;
import org.linli.administration.keeping.Periods;
import org.linli.administration.keeping.Periods.Held;
import org.linli.keys.Scope;
import org.linli.platform.retention.Forgets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// How long a community keeps what, for programs. To shorten it takes two calls, as it takes two steps on the page:
/// the first answers how much would be deleted, the second names the number of days that held then.
@RestController
class RetentionEndpoint {

    private static final int LONGEST = 60;

    private final AnswerCalls calls;
    private final Periods periods;

    RetentionEndpoint(AnswerCalls calls, Periods periods) {
        this.calls = calls;
        this.periods = periods;
    }

    /// Those kept longest first.
    @GetMapping("/api/v1/retention")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> periods.all(client.community())
                        .map(RetentionEndpoint::json)
                        .collectList()
                        .map(Page::whole));
    }

    @PostMapping(path = "/api/v1/retention", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> choose(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            var job = periods.of(ReadBody.required(json, "kind", LONGEST)).orElseThrow(() -> Refusal.field("kind"));
            return periods.held(call.client().community(), job).flatMap(held -> chosen(call.client(), job, held, json));
        });
    }

    private Mono<Answer> chosen(Client client, Forgets job, Held held, JsonNode json) {
        var wish = PeriodWish.of(held.period(), held.days(), number(json, "days"), number(json, "confirmed"));
        return switch (wish.fate()) {
            case REFUSED -> Mono.error(Refusal.field("days"));
            case SAME -> Mono.just(Answer.of(200, json(held)));
            case TO_CONFIRM ->
                periods.lost(client.community(), job, wish.days())
                        .flatMap(rows -> Mono.error(Refusal.counted("shortens", rows)));
            case GRANTED ->
                periods.choose(client.as(), held, wish.days())
                        .then(Mono.defer(() -> periods.held(client.community(), job)))
                        .map(it -> Answer.of(200, json(it)));
        };
    }

    private static @Nullable String number(JsonNode json, String field) {
        var said = json.path(field);
        return said.isIntegralNumber() ? said.asString() : null;
    }

    private static Map<String, @Nullable Object> json(Held it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", it.period().kind());
        json.put("days", it.days());
        json.put("usual", it.period().usual());
        json.put("least", it.period().least());
        json.put("most", it.period().most());
        return json;
    }
}
