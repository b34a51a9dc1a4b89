package org.linli.polls.rounds;

import java.time.Clock;
import java.util.stream.Stream;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.linli.polls.register.AgeRefused;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// The document that staff was shown says something else than the resident did: what they said is forgotten, and they
/// are asked again, both or neither.
@Service
public class RefuseAge {

    private final Residents residents;
    private final RoundLetters letters;
    private final Effects effects;
    private final Clock clock;

    RefuseAge(Residents residents, RoundLetters letters, Effects effects, Clock clock) {
        this.residents = residents;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Also where they are reached nowhere: then staff talks to them.
    ///
    /// @param resident their id
    public Mono<Void> refuse(StaffMember by, Round round, String resident) {
        var refused = new AgeRefused(round.community(), resident, clock.instant());
        return residents
                .addresses(round.community(), resident)
                .take(1)
                .map(to -> new Letter(
                        round.community(),
                        "age-refused/%s/%s/%d"
                                .formatted(
                                        round.id(),
                                        RoundLetters.print(to),
                                        refused.at().toEpochMilli()),
                        to,
                        "age-refused",
                        letters.facts(round)))
                .collectList()
                .flatMap(told -> effects.commit(Stream.concat(
                                Stream.of(refused, round.noted(by, "age refused", refused.at())), told.stream())
                        .toList()));
    }
}
