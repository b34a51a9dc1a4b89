package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountKind.Field;
import org.linli.channels.kept.AccountKind.Shape;
import org.linli.channels.kept.KeptAccount;
import org.linli.keys.Scope;
import org.linli.postroom.SetUpAccounts;
import org.linli.postroom.SetUpAccounts.Outcome;
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

/// Sets up accounts on platforms, changes them and puts them out of use. Secrets go in and never come out: answers name
/// those that are stored.
@RestController
class ChannelSetUpEndpoint {

    private static final int SHORT = 60;
    private static final int LONGEST = 5_000;

    private final AnswerCalls calls;
    private final SetUpAccounts setUp;

    ChannelSetUpEndpoint(AnswerCalls calls, SetUpAccounts setUp) {
        this.calls = calls;
        this.setUp = setUp;
    }

    /// What has to be known of an account of each kind that can be made.
    @GetMapping("/api/v1/channels/kinds")
    Mono<ResponseEntity<String>> kinds(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                _ -> Mono.just(Page.whole(
                        setUp.offered().stream().map(ChannelSetUpEndpoint::json).toList())));
    }

    /// In force at its end. A spare secret is left out.
    @PostMapping(path = "/api/v1/channels", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> make(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.CHANNELS_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            var kind = setUp.offered(ReadBody.text(json, "channel", SHORT)).orElseThrow(() -> Refusal.field("channel"));
            String name = ReadBody.required(json, "name", SHORT);
            return setUp.make(call.client().as(), call.id(), kind, name, fields(kind, json, Map.of()))
                    .map(outcome -> Answer.of(201, KeptAccountJson.of(done(outcome), setUp)));
        });
    }

    /// What is not named stays as it is; `null` takes a field out.
    @PostMapping(path = "/api/v1/channels/{channel}/{id}/change", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> change(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return calls.change(
                Scope.CHANNELS_WRITE,
                request,
                body,
                call -> account(call, channel, id)
                        .flatMap(it -> changed(call, it, ReadBody.json(body)))
                        .map(outcome -> Answer.of(200, KeptAccountJson.of(done(outcome), setUp))));
    }

    private Mono<Outcome> changed(OnceOnly.Call call, KeptAccount before, JsonNode json) {
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("version");
        }
        String name = json.has("name") ? ReadBody.required(json, "name", SHORT) : before.name();
        return Mono.justOrEmpty(setUp.kind(before.channel().value()))
                .map(kind -> before.with(name, fields(kind, json, before.fields())))
                .flatMap(after -> setUp.change(
                        call.client().as(), before, json.path("version").asLong(), after));
    }

    /// It is called and calls no more. Whatever has been removed already is told again.
    @PostMapping("/api/v1/channels/{channel}/{id}/remove")
    Mono<ResponseEntity<String>> remove(
            @PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.CHANNELS_WRITE,
                request,
                "",
                call -> setUp.remove(call.client().as(), channel, id)
                        .map(it -> Answer.of(200, KeptAccountJson.of(it, setUp))));
    }

    @PostMapping("/api/v1/channels/{channel}/{id}/bring-back")
    Mono<ResponseEntity<String>> bringBack(
            @PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.CHANNELS_WRITE,
                request,
                "",
                call -> setUp.bringBack(call.client().as(), channel, id)
                        .map(it -> Answer.of(200, KeptAccountJson.of(it, setUp))));
    }

    private Mono<KeptAccount> account(OnceOnly.Call call, String channel, String id) {
        return Mono.justOrEmpty(setUp.find(call.client().community(), channel, id));
    }

    private static KeptAccount done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var account) -> account;
            case Outcome.Wrong(var field) -> throw Refusal.field(field);
            case Outcome.Stale() -> throw Refusal.of(Refusal.Type.STALE);
        };
    }

    private static Map<String, String> fields(AccountKind kind, JsonNode json, Map<String, String> before) {
        var fields = new TreeMap<>(before);
        var said = json.path("fields");
        for (String name : said.propertyNames()) {
            if (kind.fields().stream().noneMatch(it -> it.name().equals(name))) {
                throw Refusal.field(name);
            }
            String value = ReadBody.text(said, name, LONGEST);
            if (value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static Map<String, Object> json(AccountKind it) {
        return Map.of(
                "channel",
                it.channel().value(),
                "fields",
                it.fields().stream().map(ChannelSetUpEndpoint::json).toList());
    }

    private static Map<String, Object> json(Field it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", it.name());
        json.put("required", it.required());
        json.put("secret", it.isSecret());
        json.put("fixed", it.shape() == Shape.FIXED);
        json.put("tick", it.shape() == Shape.TICK);
        return json;
    }
}
