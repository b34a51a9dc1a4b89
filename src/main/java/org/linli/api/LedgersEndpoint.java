package org.linli.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.keys.Scope;
import org.linli.ledgers.Order;
import org.linli.ledgers.Orders;
import org.linli.platform.words.SaidTime;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Ledgers (台账): asked for, made in the background, fetched within a day by the key that asked.
@RestController
class LedgersEndpoint {

    private static final int SHORT = 60;
    private static final int SEARCHED = 100;

    private final AnswerCalls calls;
    private final Orders orders;
    private final ReadFilter filters;

    LedgersEndpoint(AnswerCalls calls, Orders orders, ReadFilter filters) {
        this.calls = calls;
        this.orders = orders;
        this.filters = filters;
    }

    /// A list of cases, or a month's report.
    @PostMapping(path = "/api/v1/ledgers", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> ask(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.CASES_READ, request, body, call -> {
            var json = ReadBody.json(body);
            var by = call.client().as();
            return asked(call, json).then(orders.one(by, call.id().toString())).map(it -> Answer.of(201, json(it)));
        });
    }

    private Mono<Void> asked(OnceOnly.Call call, JsonNode json) {
        var by = call.client().as();
        return switch (kind(json)) {
            case CASES -> orders.ask(call.id(), by, Order.Kind.CASES, filter(json), null);
            case MONTH -> orders.ask(call.id(), by, Order.Kind.MONTH, DeskFilter.OPEN, month(json));
        };
    }

    /// The same once more, where it failed.
    @PostMapping("/api/v1/ledgers/{id}/again")
    Mono<ResponseEntity<String>> again(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.CASES_READ,
                request,
                "",
                call -> orders.again(call.client().as(), id).map(it -> Answer.of(200, json(it))));
    }

    /// Those of this key that can still be fetched, the latest first, at most 20.
    @GetMapping("/api/v1/ledgers")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.CASES_READ,
                request,
                client -> orders.of(client.as())
                        .map(LedgersEndpoint::json)
                        .collectList()
                        .map(Page::whole));
    }

    @GetMapping("/api/v1/ledgers/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.CASES_READ, request, client -> orders.one(client.as(), id).map(LedgersEndpoint::json));
    }

    /// The spreadsheet, once it is made.
    @GetMapping("/api/v1/ledgers/{id}/file")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String id, ServerHttpRequest request) {
        return calls.client(Scope.CASES_READ, request)
                .flatMap(client -> orders.file(client.as(), id))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.NOT_FOUND)))
                .map(SentFile::spreadsheet);
    }

    static Order.Kind kind(JsonNode json) {
        return Words.read(Order.Kind.class, ReadBody.text(json, "kind", SHORT), "kind");
    }

    private DeskFilter filter(JsonNode json) {
        return filters.read(new ReadFilter.Asked(
                ReadBody.text(json, "state", SHORT),
                ReadBody.text(json, "unit", SHORT),
                ReadBody.text(json, "label", SHORT),
                json.path("late").asBoolean(false),
                ReadBody.text(json, "text", SEARCHED),
                ReadBody.text(json, "priority", SHORT),
                ReadBody.text(json, "whose", SHORT)));
    }

    private static YearMonth month(JsonNode json) {
        try {
            return SaidTime.month(ReadBody.text(json, "month", SHORT));
        } catch (DateTimeException unreadable) {
            throw Refusal.field("month");
        }
    }

    private static Map<String, @Nullable Object> json(Order it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var month = it.month();
        var why = it.why();
        json.put("id", it.id());
        json.put("kind", Words.of(it.kind()));
        json.put("month", month == null ? null : month.toString());
        json.put("asked_at", it.askedAt().toString());
        json.put("rows", it.rows());
        json.put("state", Words.of(it.state()));
        json.put("why", why == null ? null : Words.of(why));
        return json;
    }
}
