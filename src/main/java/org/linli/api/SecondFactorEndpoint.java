package org.linli.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.administration.employing.EmployStaff;
import org.linli.community.Role;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.keys.Scope;
import org.linli.web.factor.RequiredRoles;
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

/// Which roles need a second factor at sign-in, and the end of one that somebody lost. Nobody's secret is told.
@RestController
class SecondFactorEndpoint {

    private static final int LONGEST = 32;

    private final AnswerCalls calls;
    private final Personnel personnel;
    private final EmployStaff employ;
    private final RequiredRoles required;

    SecondFactorEndpoint(AnswerCalls calls, Personnel personnel, EmployStaff employ, RequiredRoles required) {
        this.calls = calls;
        this.personnel = personnel;
        this.employ = employ;
        this.required = required;
    }

    @GetMapping("/api/v1/second-factor")
    Mono<ResponseEntity<String>> roles(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> required.of(client.community()).map(SecondFactorEndpoint::json));
    }

    /// All of them, in the place of those before; from the next sign-in on.
    @PostMapping(path = "/api/v1/second-factor", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> require(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.STAFF_WRITE, request, body, call -> {
            var roles = roles(ReadBody.json(body));
            return required.set(call.client().as(), roles).map(_ -> Answer.of(200, json(roles)));
        });
    }

    /// For whoever lost it; they are signed out, and sign in with the password alone.
    @PostMapping("/api/v1/staff/{id}/second-factor/reset")
    Mono<ResponseEntity<String>> reset(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                "",
                call -> personnel
                        .one(call.client().community(), id)
                        .flatMap(it -> employ.resetSecondFactor(call.client().as(), id)
                                .flatMap(done -> done == Outcome.NOT_YOURS
                                        ? Mono.error(() -> Refusal.because(Words.of(done)))
                                        : Mono.just(Answer.of(200, StaffEndpoint.json(it))))));
    }

    private static Set<Role> roles(JsonNode json) {
        var roles = EnumSet.noneOf(Role.class);
        if (!json.path("roles").isArray()) {
            throw Refusal.field("roles");
        }
        json.path("roles").valueStream().forEach(it -> {
            String word = it.asString("");
            roles.add(Words.read(Role.class, word.length() > LONGEST ? "" : word, "roles"));
        });
        return roles;
    }

    private static Map<String, List<String>> json(Set<Role> roles) {
        return Map.of("roles", roles.stream().map(Words::of).toList());
    }
}
