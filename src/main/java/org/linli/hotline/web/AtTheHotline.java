package org.linli.hotline.web;

import java.time.Clock;
import java.time.Instant;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who sees the hotline's orders: those who look after the whole community.
@Component
class AtTheHotline {

    record Look(StaffMember member, CommunityMap map, Instant now) {

        boolean isAdmin() {
            return member.role() == Role.ADMIN;
        }
    }

    private final SignedIn signedIn;
    private final Communities communities;
    private final Clock clock;

    AtTheHotline(SignedIn signedIn, Communities communities, Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.clock = clock;
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<Look> look() {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .flatMap(member ->
                        communities.map(member.community()).map(map -> new Look(member, map, clock.instant())))
                .switchIfEmpty(Mono.error(AtTheHotline::notFound));
    }

    /// Like [#look], for administrators.
    Mono<Look> admin() {
        return look().filter(Look::isAdmin).switchIfEmpty(Mono.error(AtTheHotline::notFound));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
