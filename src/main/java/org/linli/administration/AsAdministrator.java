package org.linli.administration;

import java.util.Set;
import java.util.function.Function;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Tells pages which administrator is signed in.
@Component
class AsAdministrator {

    static final Set<Role> MAY = Set.of(Role.ADMIN);

    private final SignedIn signedIn;

    AsAdministrator(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /// As [SignedIn#administrator].
    Mono<StaffMember> member() {
        return signedIn.administrator();
    }

    /// The same, for a page of something that has to be there.
    ///
    /// @param has never empty: whether it is, in the administrator's community
    Mono<StaffMember> member(Function<StaffMember, Mono<Boolean>> has) {
        return member().filterWhen(has).switchIfEmpty(Mono.error(AsAdministrator::notFound));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
