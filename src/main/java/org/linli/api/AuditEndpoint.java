package org.linli.api;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Entry;
import org.linli.audit.ExportedLine;
import org.linli.audit.Trail;
import org.linli.audit.TrailFilter;
import org.linli.audit.Verdict;
import org.linli.keys.Scope;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The audit trail for programs that watch it.
@RestController
class AuditEndpoint {

    private static final int PAGE = 50;
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson;charset=UTF-8");

    private final AnswerCalls calls;
    private final Trail trail;
    private final Effects effects;
    private final Clock clock;

    AuditEndpoint(AnswerCalls calls, Trail trail, Effects effects, Clock clock) {
        this.calls = calls;
        this.trail = trail;
        this.effects = effects;
        this.clock = clock;
    }

    /// Fifty a page, the latest first.
    ///
    /// @param what  a kind, like `setting-changed`; empty: all
    /// @param who   the id of a staff member or a key; empty: whoever
    /// @param about a part of what it is about; empty: whatever
    @GetMapping("/api/v1/audit")
    Mono<ResponseEntity<String>> list(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(
                Scope.AUDIT_READ,
                request,
                client -> trail.latest(
                                client.community(),
                                TrailFilter.since(Instant.EPOCH, kind(what), who, about),
                                Page.after(cursor, Long.MAX_VALUE),
                                PAGE + 1)
                        .collectList()
                        .map(found -> Page.of(found, PAGE, AuditEndpoint::json, Entry::id)));
    }

    /// All lines as they are chained, one JSON object a line, each with its hash: `audit verify` proves them. It stands
    /// in the trail.
    @GetMapping("/api/v1/audit/file")
    Mono<ResponseEntity<Flux<String>>> file(ServerHttpRequest request) {
        return calls.client(Scope.AUDIT_READ, request)
                .delayUntil(client -> effects.commit(List.of(new Noted(
                        client.community(), client.key().id(), Noted.Kind.EXPORTED, "audit", "", clock.instant()))))
                .map(client -> ResponseEntity.ok()
                        .contentType(LINES)
                        .cacheControl(CacheControl.noStore())
                        .body(trail.chained(client.community(), TrailFilter.since(Instant.EPOCH, "", "", ""))
                                .map(ExportedLine::write)));
    }

    /// Computes every hash anew, as the page does.
    @GetMapping("/api/v1/audit/proof")
    Mono<ResponseEntity<String>> proof(ServerHttpRequest request) {
        return calls.read(
                Scope.AUDIT_READ,
                request,
                client -> trail.verify(client.community()).map(AuditEndpoint::json));
    }

    private static Map<String, @Nullable Object> json(Verdict it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("sound", it.isSound());
        json.put("proven", it.proven());
        json.put("waiting", it.waiting());
        json.put("head", it.head());
        json.put("broken", it.broken());
        json.put("lost", it.lost());
        return json;
    }

    private static String kind(String what) {
        return what.isEmpty() ? "" : Words.read(Noted.Kind.class, what, "what").name();
    }

    private static Map<String, Object> json(Entry it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", Long.toString(it.id()));
        json.put("at", it.at().toString());
        json.put("who", it.who());
        json.put("what", Words.of(it.what()));
        json.put("about", it.about());
        json.put("detail", it.detail());
        return json;
    }
}
