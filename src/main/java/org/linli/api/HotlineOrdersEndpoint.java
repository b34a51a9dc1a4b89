package org.linli.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.hotline.ExportOrders;
import org.linli.hotline.FindMatch;
import org.linli.hotline.Match;
import org.linli.hotline.Orders;
import org.linli.keys.Scope;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Masked;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Work orders of the city's hotline (12345), and what goes back to it.
@RestController
class HotlineOrdersEndpoint {

    private final AnswerCalls calls;
    private final Orders orders;
    private final FindMatch matches;
    private final ExportOrders export;
    private final Effects effects;
    private final Clock clock;

    HotlineOrdersEndpoint(
            AnswerCalls calls, Orders orders, FindMatch matches, ExportOrders export, Effects effects, Clock clock) {
        this.calls = calls;
        this.orders = orders;
        this.matches = matches;
        this.export = export;
        this.effects = effects;
        this.clock = clock;
    }

    /// Twenty a page, without who called and in masked words; with the case that seems to answer it until staff has
    /// said which does.
    ///
    /// @param settled whether those are listed too that have their case
    @GetMapping("/api/v1/hotline/orders")
    Mono<ResponseEntity<String>> list(
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(
                Scope.CASES_READ,
                request,
                client -> orders.after(client.community(), settled, OrderCursor.of(cursor))
                        .collectList()
                        .flatMap(found -> page(client, found)));
    }

    private Mono<Map<String, @Nullable Object>> page(Client client, List<Orders.Known> found) {
        return Flux.fromIterable(found)
                .take(Orders.PAGE)
                .concatMap(it -> json(client, it))
                .collectList()
                .map(items -> Page.of(items, OrderCursor.after(found)));
    }

    private Mono<Map<String, @Nullable Object>> json(Client client, Orders.Known it) {
        var json = json(it);
        return it.caseNumber() != null
                ? Mono.just(json)
                : matches.of(client.map(), it.it())
                        .doOnNext(match -> json.put("guess", json(match)))
                        .thenReturn(json);
    }

    private static Map<String, @Nullable Object> json(Orders.Known it) {
        var order = it.it();
        var due = order.dueAt();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", order.number());
        json.put("words", Masked.words(order.words()));
        json.put("place", Masked.words(order.place()));
        json.put("category", order.category());
        json.put("received_at", order.receivedAt().toString());
        json.put("due_at", due == null ? null : due.toString());
        json.put("case", it.caseNumber());
        json.put("guess", null);
        return json;
    }

    private static Map<String, Object> json(Match it) {
        return Map.of(
                "case",
                it.it().number(),
                "signs",
                it.signs().stream().map(Words::of).sorted().toList());
    }

    /// What was done, for the hotline: a spreadsheet and pictures of results, unmasked, so it asks for the scope of
    /// pictures too. It stands in the trail.
    @GetMapping("/api/v1/hotline/file")
    Mono<ResponseEntity<byte[]>> file(ServerHttpRequest request) {
        return calls.client(Scope.CASES_READ, request)
                .filter(client -> client.key().opens(Scope.CASES_MEDIA))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.SCOPE)))
                .delayUntil(client -> effects.commit(List.of(new Noted(
                        client.community(),
                        client.key().id(),
                        Noted.Kind.EXPORTED,
                        "hotline-orders",
                        "",
                        clock.instant()))))
                .flatMap(client -> export.zip(client.map(), clock.instant()))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .cacheControl(CacheControl.noStore())
                        .body(bytes));
    }
}
