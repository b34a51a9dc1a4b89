package org.linli.web.groups;

import java.util.Set;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Whose business the groups are.
@Component
class AtTheGroups {

    static final Set<Role> ROLES = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    private final SignedIn signedIn;
    private final Communities communities;

    AtTheGroups(SignedIn signedIn, Communities communities) {
        this.signedIn = signedIn;
        this.communities = communities;
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<CommunityMap> map() {
        return member().flatMap(it -> communities.map(it.community()));
    }

    /// Like [#map].
    Mono<StaffMember> member() {
        return signedIn.member()
                .filter(it -> ROLES.contains(it.role()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
