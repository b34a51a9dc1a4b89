package org.linli.polls.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Opens rounds.
@Service
public class HoldRound {

    private static final Retry AGAIN = Retry.max(5)
            .filter(it -> it instanceof Conflict || it instanceof DuplicateKeyException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What staff declares.
    public record Declared(UUID id, String title, String place, Rules rules, Conditions conditions, Schedule schedule) {

        public Declared(
                UUID id, String title, String place, Rules rules, Voice voice, int supporters, Schedule schedule) {
            this(id, title, place, rules, new Conditions(voice, supporters), schedule);
        }
    }

    private final FindRounds rounds;
    private final Communities communities;
    private final RoundLetters letters;
    private final Effects effects;

    HoldRound(FindRounds rounds, Communities communities, RoundLetters letters, Effects effects) {
        this.rounds = rounds;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
    }

    /// Opens it and takes in what has waited. Never empty: opened again under the same id, the first is given back.
    /// Signals `IllegalArgumentException` where rules or dates are wrong.
    public Mono<Round> open(StaffMember by, Declared it) {
        if (it.rules().fault().isPresent()
                || it.conditions().fault().isPresent()
                || it.schedule().fault().isPresent()) {
            return Mono.error(() -> new IllegalArgumentException("a round with wrong rules or dates"));
        }
        return Mono.defer(() ->
                        rounds.one(by.community(), it.id().toString()).switchIfEmpty(Mono.defer(() -> first(by, it))))
                .retryWhen(AGAIN);
    }

    private Mono<Round> first(StaffMember by, Declared it) {
        return Mono.zip(communities.map(by.community()), rounds.nextNumber(by.community()))
                .flatMap(found -> {
                    var round = round(by, it, found.getT2());
                    List<Effect> all = new ArrayList<>(letters.opened(round, found.getT1()));
                    all.add(new RoundChanged(new Change.Moved(0, round)));
                    all.add(new RoundChanged(new Change.WaitingTaken(round)));
                    return effects.commit(all).thenReturn(round);
                });
    }

    private static Round round(StaffMember by, Declared it, int number) {
        return new Round(
                by.community(),
                it.id().toString(),
                number,
                it.title(),
                it.place(),
                it.rules(),
                it.conditions(),
                by.id(),
                it.schedule(),
                Phase.COLLECTING,
                it.schedule().opened(),
                1);
    }
}
