package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.administration.employing.EmployStaff;
import org.linli.administration.employing.Employed;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Employee;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.keys.Scope;
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

/// Who works here, for programs that keep the lists of staff of many communities.
@RestController
class StaffEndpoint {

    private final AnswerCalls calls;
    private final Personnel personnel;
    private final EmployStaff employ;
    private final ChangeStaff change;

    StaffEndpoint(AnswerCalls calls, Personnel personnel, EmployStaff employ, ChangeStaff change) {
        this.calls = calls;
        this.personnel = personnel;
        this.employ = employ;
        this.change = change;
    }

    /// The suspended ones too, last.
    @GetMapping("/api/v1/staff")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.STAFF_READ,
                request,
                client -> personnel
                        .all(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, StaffEndpoint::json, Employee::id)));
    }

    @GetMapping("/api/v1/staff/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.STAFF_READ,
                request,
                client -> personnel.one(client.community(), id).map(StaffEndpoint::json));
    }

    /// Answers the password to begin with, for the only time.
    @PostMapping(path = "/api/v1/staff", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> add(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.STAFF_WRITE, request, body, call -> {
            var newcomer = ReadStaff.newcomer(body);
            return employ.add(call.client().as(), newcomer).flatMap(it -> told(call, newcomer.id(), 201, it));
        });
    }

    /// Answers the new password, for the only time. Whoever was signed in by the old one is signed out.
    @PostMapping("/api/v1/staff/{id}/password")
    Mono<ResponseEntity<String>> password(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, by -> employ.password(by, id));
    }

    /// To another unit, or as something else.
    @PostMapping(path = "/api/v1/staff/{id}/move", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> move(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return done(
                id,
                body,
                request,
                by -> change.move(by, id, ReadStaff.post(body)).map(StaffEndpoint::employed));
    }

    @PostMapping("/api/v1/staff/{id}/suspend")
    Mono<ResponseEntity<String>> suspend(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, by -> employ.suspend(by, id).map(StaffEndpoint::employed));
    }

    @PostMapping("/api/v1/staff/{id}/bring-back")
    Mono<ResponseEntity<String>> bringBack(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, by -> change.bringBack(by, id).map(StaffEndpoint::employed));
    }

    private Mono<ResponseEntity<String>> done(
            String id, String body, ServerHttpRequest request, Function<StaffMember, Mono<Employed>> deed) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                body,
                call -> known(call, id)
                        .flatMap(_ -> deed.apply(call.client().as()))
                        .flatMap(it -> told(call, id, 200, it)));
    }

    private static Employed employed(Outcome it) {
        return new Employed(it, null);
    }

    private Mono<Employee> known(OnceOnly.Call call, String id) {
        return personnel.one(call.client().community(), id);
    }

    private Mono<Answer> told(OnceOnly.Call call, String id, int status, Employed done) {
        if (done.outcome() != Outcome.DONE) {
            return Mono.error(Refusal.because(Words.of(done.outcome())));
        }
        return known(call, id).map(StaffEndpoint::json).map(json -> {
            String password = done.password();
            if (password == null) {
                return Answer.of(status, json);
            }
            json.put("password", password);
            return Answer.secret(status, json);
        });
    }

    static Map<String, @Nullable Object> json(Employee it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var suspended = it.suspendedAt();
        json.put("id", it.id());
        json.put("name", it.name());
        json.put("role", Words.of(it.role()));
        json.put("unit", it.unit());
        json.put("phone", it.phone());
        json.put("suspended_at", suspended == null ? null : suspended.toString());
        json.put("has_password", it.hasPassword());
        json.put("password_given", it.passwordGiven());
        return json;
    }
}
