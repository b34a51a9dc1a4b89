package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.Checkup;
import org.linli.keys.Scope;
import org.linli.postroom.Accounts;
import org.linli.postroom.TryAccount;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Our accounts on platforms, for programs that watch them. Their secrets are set on pages or in the settings alone.
@RestController
class ChannelsEndpoint {

    private static final int LONGEST = 200;

    private final AnswerCalls calls;
    private final Accounts accounts;
    private final TryAccount tries;

    ChannelsEndpoint(AnswerCalls calls, Accounts accounts, TryAccount tries) {
        this.calls = calls;
        this.accounts = accounts;
        this.tries = tries;
    }

    /// Asks no platform.
    @GetMapping("/api/v1/channels")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> Flux.fromIterable(accounts.of(client.community()))
                        .concatMap(this::json)
                        .collectList()
                        .map(Page::whole));
    }

    /// Goes through the steps of setting up, asking the platform where needed. Changes nothing.
    @PostMapping("/api/v1/channels/{channel}/{id}/check")
    Mono<ResponseEntity<String>> check(
            @PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> Mono.justOrEmpty(accounts.find(client.community(), channel, id))
                        .flatMap(it -> accounts.checkup(it)
                                .check(it)
                                .map(ChannelsEndpoint::json)
                                .collectList()
                                .map(Page::whole)));
    }

    /// A letter to somebody, or to a group, that shows whether the account works. Answers its key.
    @PostMapping(path = "/api/v1/channels/{channel}/{id}/try", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> write(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            return Mono.justOrEmpty(accounts.find(call.client().community(), channel, id))
                    .flatMap(it -> tries.write(
                                    it,
                                    ReadBody.text(json, "to", LONGEST),
                                    json.path("group").asBoolean(false),
                                    call.id().toString())
                            .switchIfEmpty(Mono.error(() -> Refusal.field("to"))))
                    .map(letter -> Answer.of(201, Map.of("letter", letter.key())));
        });
    }

    private Mono<Map<String, @Nullable Object>> json(Account it) {
        var checkup = accounts.checkup(it);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("channel", it.channel().value());
        json.put("id", it.id());
        return Mono.zip(
                        checkup.tokenUntil(it).map(Object::toString).defaultIfEmpty(""),
                        checkup.troubles(it).map(ChannelsEndpoint::json).collectList())
                .map(found -> {
                    json.put("token_until", found.getT1().isEmpty() ? null : found.getT1());
                    json.put("troubles", found.getT2());
                    return json;
                });
    }

    private static Map<String, Object> json(Checkup.Step it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("step", Words.of(it.what()));
        json.put("result", Words.of(it.result()));
        json.put("detail", it.detail());
        return json;
    }
}
