package org.linli.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.community.StaffMember;
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

/// Who is away and who stands in, as a program for leave knows it.
@RestController
class AbsencesEndpoint {

    private static final int LONGEST = 60;

    private final AnswerCalls calls;
    private final Absences absences;
    private final Clock clock;

    AbsencesEndpoint(AnswerCalls calls, Absences absences, Clock clock) {
        this.calls = calls;
        this.absences = absences;
        this.clock = clock;
    }

    /// Those that are not over, the earliest first.
    @GetMapping("/api/v1/absences")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.STAFF_READ,
                request,
                client -> absences.current(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, AbsencesEndpoint::json, Absence::id)));
    }

    @PostMapping(path = "/api/v1/absences", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> add(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.STAFF_WRITE, request, body, call -> {
            var absence = absence(call, ReadBody.json(body));
            return absences.add(call.client().as(), absence).thenReturn(Answer.of(201, json(absence)));
        });
    }

    /// Back again.
    @PostMapping("/api/v1/absences/{id}/end")
    Mono<ResponseEntity<String>> end(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                "",
                call -> absences.current(call.client().community())
                        .filter(it -> it.id().equals(id))
                        .next()
                        .flatMap(it -> absences.forget(call.client().as(), id).thenReturn(Answer.of(200, json(it)))));
    }

    private Absence absence(OnceOnly.Call call, JsonNode json) {
        var map = call.client().map();
        var absent =
                map.staffMember(ReadBody.required(json, "staff", LONGEST)).orElseThrow(() -> Refusal.field("staff"));
        var from = day(json, "from");
        var until = day(json, "until");
        if (until.isBefore(from) || until.isBefore(LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE))) {
            throw Refusal.field("until");
        }
        String other = ReadBody.text(json, "substitute", LONGEST);
        if (!other.isEmpty()
                && map.staffMember(other).filter(it -> replaces(it, absent)).isEmpty()) {
            throw Refusal.field("substitute");
        }
        return new Absence(call.id().toString(), absent.id(), from, until, other.isEmpty() ? null : other);
    }

    /// Somebody else, who sees the same cases.
    static boolean replaces(StaffMember it, StaffMember absent) {
        return !it.id().equals(absent.id()) && (it.unit().equals(absent.unit()) || it.seesEverything());
    }

    private static LocalDate day(JsonNode json, String field) {
        try {
            return SaidTime.day(ReadBody.required(json, field, LONGEST));
        } catch (DateTimeException noDay) {
            throw Refusal.field(field);
        }
    }

    private static Map<String, @Nullable Object> json(Absence it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("staff", it.staff());
        json.put("from", it.from().toString());
        json.put("until", it.until().toString());
        json.put("substitute", it.substitute());
        return json;
    }
}
