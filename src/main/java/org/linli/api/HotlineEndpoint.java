package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.hotline.Senders;
import org.linli.hotline.SettleOrder;
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

/// The city's hotline (12345): which case answers a work order, and who may push orders.
@RestController
class HotlineEndpoint {

    private static final int SHORT = 60;

    private final AnswerCalls calls;
    private final SettleOrder settle;
    private final Senders senders;

    HotlineEndpoint(AnswerCalls calls, SettleOrder settle, Senders senders) {
        this.calls = calls;
        this.settle = settle;
        this.senders = senders;
    }

    /// This case answers it, this case is something else, or it becomes a case of its own.
    @PostMapping(path = "/api/v1/hotline/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.CASES_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            var by = call.client().as();
            String order = ReadBody.required(json, "order", SHORT);
            return (switch (ReadBody.text(json, "act", SHORT)) {
                        case "confirm" -> settle.confirm(by, order, ReadBody.required(json, "case", SHORT));
                        case "reject" ->
                            settle.reject(by, order, ReadBody.required(json, "case", SHORT))
                                    .map(_ -> "");
                        case "open" -> settle.open(by, call.client().map(), order);
                        default -> throw Refusal.field("act");
                    })
                    .map(number -> Answer.of(200, Map.of("order", order, "case", number)));
        });
    }

    @GetMapping("/api/v1/hotline/senders")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> senders.all(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, HotlineEndpoint::json, Senders.Sender::id)));
    }

    /// Answers the secret that signs their calls, for the only time.
    @PostMapping(path = "/api/v1/hotline/senders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> make(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.SETTINGS_WRITE,
                request,
                body,
                call -> senders.make(call.client().as(), ReadBody.required(ReadBody.json(body), "city", SHORT))
                        .map(it -> Answer.secret(201, Map.of("id", it.id(), "secret", it.secret()))));
    }

    @PostMapping("/api/v1/hotline/senders/{id}/revoke")
    Mono<ResponseEntity<String>> revoke(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.SETTINGS_WRITE,
                request,
                "",
                call -> senders.all(call.client().community())
                        .filter(it -> it.id().equals(id))
                        .next()
                        .flatMap(it -> senders.revoke(call.client().as(), id).thenReturn(Answer.of(200, json(it)))));
    }

    private static Map<String, Object> json(Senders.Sender it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", it.id());
        json.put("city", it.city());
        json.put("made_at", it.madeAt().toString());
        return json;
    }
}
