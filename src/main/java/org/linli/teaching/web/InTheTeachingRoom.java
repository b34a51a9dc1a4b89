package org.linli.teaching.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who may teach, and who may decide that it is learnt.
@Component
class InTheTeachingRoom {

    static final Set<Role> TEACH = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);
    static final Set<Role> PROMOTE = Set.of(Role.ADMIN);

    private final SignedIn signedIn;

    InTheTeachingRoom(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<StaffMember> oneOf(Set<Role> roles) {
        return signedIn.member()
                .filter(it -> roles.contains(it.role()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
