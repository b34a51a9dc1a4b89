package org.linli.postroom.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who may look into the post room.
@Component
class AtThePostroom {

    static final Set<Role> SEE_LETTERS = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);
    static final Set<Role> SEE_CHANNELS = Set.of(Role.ADMIN);

    private final SignedIn signedIn;

    AtThePostroom(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /// As [SignedIn#administrator].
    Mono<StaffMember> administrator() {
        return signedIn.administrator();
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<StaffMember> oneOf(Set<Role> roles) {
        return signedIn.member()
                .filter(it -> roles.contains(it.role()))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere));
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
