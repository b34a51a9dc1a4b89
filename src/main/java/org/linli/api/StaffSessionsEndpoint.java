package org.linli.api;

import java.util.Map;
import org.linli.administration.employing.SignOutStaff;
import org.linli.community.personnel.Personnel;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Signs staff out, and tells how many sessions that ended.
@RestController
class StaffSessionsEndpoint {

    private final AnswerCalls calls;
    private final Personnel personnel;
    private final SignOutStaff signOut;

    StaffSessionsEndpoint(AnswerCalls calls, Personnel personnel, SignOutStaff signOut) {
        this.calls = calls;
        this.personnel = personnel;
        this.signOut = signOut;
    }

    @PostMapping("/api/v1/staff/{id}/sessions/end")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                "",
                call -> personnel
                        .one(call.client().community(), id)
                        .flatMap(_ -> signOut.one(call.client().as(), id, ""))
                        .map(StaffSessionsEndpoint::told));
    }

    /// Everybody of the community.
    @PostMapping("/api/v1/staff/sessions/end")
    Mono<ResponseEntity<String>> all(ServerHttpRequest request) {
        return calls.change(
                Scope.STAFF_WRITE,
                request,
                "",
                call -> signOut.all(call.client().as(), "").map(StaffSessionsEndpoint::told));
    }

    private static Answer told(long ended) {
        return Answer.of(200, Map.of("ended", ended));
    }
}
