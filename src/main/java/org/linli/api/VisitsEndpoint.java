package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.keys.Scope;
import org.linli.notices.Notices;
import org.linli.notices.knowing.KnockAtDoors;
import org.linli.notices.knowing.KnockAtDoors.Tick;
import org.linli.notices.knowing.VisitList;
import org.linli.notices.knowing.Visited;
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

/// To whose door somebody has to go because of a notice, and what came of it.
@RestController
class VisitsEndpoint {

    private static final int SHORT = 60;

    private final AnswerCalls calls;
    private final Notices notices;
    private final KnockAtDoors doors;

    VisitsEndpoint(AnswerCalls calls, Notices notices, KnockAtDoors doors) {
        this.calls = calls;
        this.notices = notices;
        this.doors = doors;
    }

    /// With names, which is noted.
    ///
    /// @param silent whether those are listed too who got it and said nothing
    @GetMapping("/api/v1/notices/{id}/visits")
    Mono<ResponseEntity<String>> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean silent,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(
                Scope.VISITS,
                request,
                client -> notices.find(client.community(), id)
                        .flatMap(it -> doors.list(client.as(), it, silent))
                        .map(it -> page(it, cursor)));
    }

    /// One door ticked off, now or while there was no network: under the same idempotency key it counts once for ever.
    @PostMapping(path = "/api/v1/notices/{id}/visits", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> tick(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.VISITS,
                request,
                body,
                call -> notices.find(call.client().community(), id)
                        .flatMap(it -> doors.tick(call.client().as(), it, tick(call, body)))
                        .map(it -> Answer.of(200, json(it))));
    }

    private static Tick tick(OnceOnly.Call call, String body) {
        var json = ReadBody.json(body);
        return new Tick(
                call.id(),
                ReadBody.required(json, "who", SHORT),
                Words.read(Visited.Outcome.class, ReadBody.text(json, "outcome", SHORT), "outcome"),
                ReadNotice.time(json, "at"));
    }

    private static Map<String, Object> json(Visited it) {
        return Map.of(
                "who",
                it.who(),
                "outcome",
                Words.of(it.outcome()),
                "at",
                it.at().toString());
    }

    private static Map<String, @Nullable Object> page(VisitList it, String cursor) {
        var doors = it.stairs().stream().flatMap(VisitsEndpoint::doors).toList();
        var page = Page.part(doors, cursor, door -> door, door -> String.valueOf(door.get("who")));
        page.put("left", it.left());
        return page;
    }

    private static Stream<Map<String, @Nullable Object>> doors(VisitList.Stairs stairs) {
        return stairs.doors().stream().map(it -> json(stairs.name(), it));
    }

    private static Map<String, @Nullable Object> json(String stairs, VisitList.Door it) {
        var visit = it.visit();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("who", it.who());
        json.put("stairs", stairs);
        json.put("room", it.room());
        json.put("name", it.name());
        json.put("fate", Words.of(it.fate()));
        json.put("outcome", visit == null ? null : Words.of(visit));
        json.put("done", it.isDone());
        return json;
    }
}
