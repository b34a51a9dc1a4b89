package org.linli.cases.web;

import java.time.Clock;
import java.time.Instant;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who sits at the desk, and what they see from there.
@Component
class AtTheDesk {

    /// One look at the desk, at one time.
    record Look(StaffMember member, CommunityMap map, CaseWords words, Instant now) {

        Sight sight() {
            return Sight.of(member, map);
        }

        CaseFacts facts() {
            return new CaseFacts(map, words, now);
        }

        Who who() {
            return Who.of(member);
        }

        boolean seesEverything() {
            return member.seesEverything();
        }
    }

    private final SignedIn signedIn;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    AtTheDesk(SignedIn signedIn, Communities communities, CaseWords words, Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    /// Never empty. Signals 403 where nobody is signed in any more.
    Mono<Look> look() {
        return signedIn.member()
                .flatMap(member ->
                        communities.map(member.community()).map(map -> new Look(member, map, words, clock.instant())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    /// Like [#look], for pages that are about the whole community. Signals 404 for everybody else.
    Mono<Look> lookAtEverything() {
        return look().filter(Look::seesEverything).switchIfEmpty(Mono.error(() -> notFound()));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
