package org.linli.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.open311.Hook;
import org.linli.open311.Hooks;
import org.linli.open311.OpenCommunities;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whether everybody may report by Open311, and who is called when one of those reports moves.
@RestController
class Open311Endpoint {

    private static final int LONGEST = 2_000;

    private final AnswerCalls calls;
    private final Hooks hooks;
    private final OpenCommunities open;

    Open311Endpoint(AnswerCalls calls, Hooks hooks, OpenCommunities open) {
        this.calls = calls;
        this.hooks = hooks;
        this.open = open;
    }

    @GetMapping("/api/v1/open311/open")
    Mono<ResponseEntity<String>> isOpen(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> open.isOpen(client.community()).map(it -> Map.of("open", it)));
    }

    @PostMapping(path = "/api/v1/open311/open", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> open(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            var said = ReadBody.json(body).path("open");
            if (!said.isBoolean()) {
                throw Refusal.field("open");
            }
            return open.set(call.client().as(), said.asBoolean())
                    .thenReturn(Answer.of(200, Map.of("open", said.asBoolean())));
        });
    }

    /// The latest first.
    @GetMapping("/api/v1/open311/hooks")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.WEBHOOKS,
                request,
                client -> hooks.all(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, Open311Endpoint::json, Hook::id)));
    }

    /// Answers the secret that signs the calls, for the only time.
    @PostMapping(path = "/api/v1/open311/hooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> make(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                body,
                call -> hooks.make(call.client().as(), url(body))
                        .switchIfEmpty(Mono.error(() -> Refusal.field("url")))
                        .map(secret -> Answer.secret(201, Map.of("secret", secret))));
    }

    @PostMapping("/api/v1/open311/hooks/{id}/stop")
    Mono<ResponseEntity<String>> stop(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> one(call.client(), id)
                        .flatMap(_ -> hooks.stop(call.client().as(), id))
                        .flatMap(_ -> one(call.client(), id))
                        .map(it -> Answer.of(200, json(it))));
    }

    @PostMapping("/api/v1/open311/hooks/{id}/resume")
    Mono<ResponseEntity<String>> resume(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> one(call.client(), id)
                        .flatMap(_ -> hooks.resume(call.client().as(), id))
                        .flatMap(_ -> one(call.client(), id))
                        .map(it -> Answer.of(200, json(it))));
    }

    private Mono<Hook> one(Client client, String id) {
        return Flux.defer(() -> hooks.all(client.community()))
                .filter(it -> it.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)));
    }

    private static URI url(String body) {
        try {
            return URI.create(ReadBody.required(ReadBody.json(body), "url", LONGEST));
        } catch (IllegalArgumentException noAddress) {
            throw Refusal.field("url");
        }
    }

    private static Map<String, @Nullable Object> json(Hook it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("url", it.url().toString());
        json.put("made_at", it.madeAt().toString());
        json.put("stopped_at", it.stoppedAt() == null ? null : String.valueOf(it.stoppedAt()));
        json.put("stopped_why", it.stoppedWhy());
        json.put("waiting", it.waiting());
        return json;
    }
}
