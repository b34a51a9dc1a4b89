package org.linli.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.keys.ApiKey;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.words.SaidTime;
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
import tools.jackson.databind.JsonNode;

/// The keys themselves: a key makes others that open no more, and last no longer, than it does.
@RestController
class KeysEndpoint {

    private static final int LONGEST = 60;

    private final AnswerCalls calls;
    private final ApiKeys keys;
    private final Clock clock;

    KeysEndpoint(AnswerCalls calls, ApiKeys keys, Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
    }

    /// The latest first, the revoked ones too.
    @GetMapping("/api/v1/keys")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.KEYS,
                request,
                client -> keys.all(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, KeysEndpoint::json, ApiKey::id)));
    }

    /// Answers the key, for the only time.
    @PostMapping(path = "/api/v1/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> make(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.KEYS, request, body, call -> {
            var wanted = wanted(call.client(), ReadBody.json(body));
            return keys.made(call.client().as(), wanted).map(made -> {
                var json = new LinkedHashMap<String, Object>();
                json.put("id", made.id());
                json.put("key", made.key());
                return Answer.secret(201, json);
            });
        });
    }

    @PostMapping("/api/v1/keys/{id}/revoke")
    Mono<ResponseEntity<String>> revoke(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.KEYS,
                request,
                "",
                call -> one(call.client(), id)
                        .flatMap(_ -> keys.revoke(call.client().as(), id))
                        .flatMap(_ -> one(call.client(), id))
                        .map(it -> Answer.of(200, json(it))));
    }

    private Mono<ApiKey> one(Client client, String id) {
        return keys.all(client.community()).filter(it -> it.id().equals(id)).next();
    }

    private ApiKeys.Wanted wanted(Client client, JsonNode json) {
        String unit = ReadBody.text(json, "unit", LONGEST);
        if (!unit.isEmpty() && client.map().unit(unit).isEmpty()) {
            throw Refusal.field("unit");
        }
        return new ApiKeys.Wanted(
                ReadBody.required(json, "name", LONGEST),
                scopes(client, json),
                unit.isEmpty() ? null : unit,
                end(client, json));
    }

    private static Set<Scope> scopes(Client client, JsonNode json) {
        var scopes = json.path("scopes")
                .valueStream()
                .map(it -> Words.read(Scope.class, it.asString(""), "scopes"))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            throw Refusal.field("scopes");
        }
        if (!client.key().scopes().containsAll(scopes)) {
            throw Refusal.because("more-than-own");
        }
        return scopes;
    }

    private @Nullable Instant end(Client client, JsonNode json) {
        String said = ReadBody.text(json, "expires_at", LONGEST);
        var own = client.key().expiresAt();
        if (said.isEmpty()) {
            return own;
        }
        var wanted = time(said);
        if (!wanted.isAfter(clock.instant())) {
            throw Refusal.field("expires_at");
        }
        if (own != null && wanted.isAfter(own)) {
            throw Refusal.because("more-than-own");
        }
        return wanted;
    }

    private static Instant time(String said) {
        try {
            return SaidTime.instant(said);
        } catch (DateTimeException noTime) {
            throw Refusal.field("expires_at");
        }
    }

    private static Map<String, @Nullable Object> json(ApiKey it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("name", it.name());
        json.put("scopes", it.scopes().stream().map(Scope::word).sorted().toList());
        json.put("unit", it.unit());
        json.put("made_at", it.madeAt().toString());
        json.put("expires_at", time(it.expiresAt()));
        json.put("last_used_at", time(it.lastUsedAt()));
        json.put("revoked_at", time(it.revokedAt()));
        return json;
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
