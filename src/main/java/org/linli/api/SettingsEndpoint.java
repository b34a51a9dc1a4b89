package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.community.ChangeSettings;
import org.linli.community.Group;
import org.linli.community.QuietHours;
import org.linli.community.Settings;
import org.linli.community.Talkativeness;
import org.linli.community.Unit;
import org.linli.keys.Scope;
import org.linli.outbox.UsualWays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How the community is set up, for programs: all changes of a call are made together or not at all.
@RestController
class SettingsEndpoint {

    private final AnswerCalls calls;
    private final ChangeSettings settings;
    private final UsualWays usual;

    SettingsEndpoint(AnswerCalls calls, ChangeSettings settings, UsualWays usual) {
        this.calls = calls;
        this.settings = settings;
        this.usual = usual;
    }

    @GetMapping("/api/v1/settings")
    Mono<ResponseEntity<String>> now(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> settings.now(client.community()).map(this::json));
    }

    @PostMapping(path = "/api/v1/settings", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> change(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.SETTINGS_WRITE,
                request,
                body,
                call -> settings.now(call.client().community())
                        .flatMap(seen -> settings.change(
                                call.client().as(),
                                seen,
                                new ReadSettings(seen.map(), usual).change(ReadBody.json(body))))
                        .filter(done -> done)
                        .switchIfEmpty(Mono.error(() -> Refusal.of(Type.STALE)))
                        .flatMap(_ -> settings.now(call.client().community()))
                        .map(it -> Answer.of(200, json(it))));
    }

    private Map<String, @Nullable Object> json(Settings it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.map().id().value());
        json.put("name", it.map().name());
        json.put("case_prefix", it.map().casePrefix());
        json.put(
                "groups", it.map().groups().stream().map(SettingsEndpoint::json).toList());
        json.put("units", it.map().units().stream().map(SettingsEndpoint::json).toList());
        json.put("ways", usual.after(it.map().id(), it.map().ways()));
        json.put("version", it.version());
        return json;
    }

    private static Map<String, @Nullable Object> json(Group it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("code", it.code());
        json.put("name", it.name());
        json.put("manner", Talkativeness.of(it.threshold()).word());
        json.put("quiet_hours", text(it.quiet()));
        json.put("welcome", it.welcome());
        json.put("unit", it.unit());
        return json;
    }

    private static Map<String, @Nullable Object> json(Unit it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("name", it.name());
        json.put("hours", text(it.hours()));
        return json;
    }

    private static @Nullable String text(@Nullable QuietHours hours) {
        return hours == null ? null : hours.text();
    }
}
