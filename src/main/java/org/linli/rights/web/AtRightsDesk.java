package org.linli.rights.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who may act for residents: those to whom the whole community is entrusted.
@Component
class AtRightsDesk {

    private static final Set<Role> MAY = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    private final SignedIn signedIn;

    AtRightsDesk(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /// Never empty; signals 404 to anybody else.
    Mono<StaffMember> member() {
        return signedIn.member()
                .filter(it -> MAY.contains(it.role()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
