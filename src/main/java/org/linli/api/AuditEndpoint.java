package org.linli.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.audit.Entry;
import org.linli.audit.Trail;
import org.linli.audit.TrailFilter;
import org.linli.keys.Scope;
import org.linli.platform.audit.Noted;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The audit trail for programs that watch it.
@RestController
class AuditEndpoint {

    private static final int PAGE = 50;

    private final AnswerCalls calls;
    private final Trail trail;

    AuditEndpoint(AnswerCalls calls, Trail trail) {
        this.calls = calls;
        this.trail = trail;
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

    private static String kind(String what) {
        return what.isEmpty() ? "" : Words.read(Noted.Kind.class, what, "what").name();
    }

    private static Map<String, Object> json(Entry it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", Long.toString(it.id()));
        json.put("at", it.at().toString());
        json.put("who", it.who());
        json.put("what", it.what().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("about", it.about());
        json.put("detail", it.detail());
        return json;
    }
}
