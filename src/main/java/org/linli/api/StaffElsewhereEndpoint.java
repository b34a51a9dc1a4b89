package org.linli.api;

import org.linli.administration.employing.EmployStaff;
import org.linli.community.Elsewhere;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.keys.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Under which names staff may sign in elsewhere.
@RestController
class StaffElsewhereEndpoint {

    private static final int LONGEST = 255;

    private final AnswerCalls calls;
    private final Personnel personnel;
    private final EmployStaff employ;

    StaffElsewhereEndpoint(AnswerCalls calls, Personnel personnel, EmployStaff employ) {
        this.calls = calls;
        this.personnel = personnel;
        this.employ = employ;
    }

    /// Without a subject nobody may any more. Whoever was signed in by the name before is signed out.
    @PostMapping(path = "/api/v1/staff/{id}/elsewhere", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> bind(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                body,
                call -> personnel
                        .one(call.client().community(), id)
                        .flatMap(_ -> bound(call.client(), id, ReadBody.json(body)))
                        .flatMap(it -> personnel.one(call.client().community(), id))
                        .map(it -> Answer.of(200, StaffEndpoint.json(it))));
    }

    private Mono<Outcome> bound(Client client, String id, JsonNode json) {
        var where = Words.read(Elsewhere.class, ReadBody.text(json, "where", LONGEST), "where");
        String subject = ReadBody.text(json, "subject", LONGEST);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("subject");
        }
        return employ.bind(client.as(), id, where, subject)
                .flatMap(it -> it == Outcome.DONE ? Mono.just(it) : Mono.error(() -> Refusal.because(Words.of(it))));
    }
}
