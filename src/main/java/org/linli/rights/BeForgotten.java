package org.linli.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes the wish to be forgotten, from the person or from staff who acts for them.
@Service
public class BeForgotten {

    /// Of a reason, in characters.
    public static final int LONGEST_REASON = 100;

    /// What was just said to them has arrived by then.
    private static final Duration UNTIL_IT_BEGINS = Duration.ofMinutes(1);

    private final KnownPeople people;
    private final Effects effects;
    private final Clock clock;

    BeForgotten(KnownPeople people, Effects effects, Clock clock) {
        this.people = people;
        this.effects = effects;
        this.clock = clock;
    }

    /// What has to be committed for it. Never empty.
    public Mono<ErasureAsked> asked(CommunityId community, Address address) {
        var now = clock.instant();
        return people.at(community, address)
                .map(person -> new ErasureAsked(person, "", "", now, now.plus(UNTIL_IT_BEGINS)));
    }

    /// Whether there is somebody with this id. Noted in the trail.
    ///
    /// @param by     a staff member's id
    /// @param reason how the person asked for it, nothing personal
    public Mono<Boolean> askedFor(CommunityId community, String resident, String by, String reason) {
        var now = clock.instant();
        return people.resident(community, resident)
                .flatMap(person -> effects.commit(List.of(
                                new ErasureAsked(person, by, reason, now, now),
                                new Noted(community, by, Noted.Kind.ERASED, "asked", reason, now)))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }
}
