package org.linli.polls.rounds;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Voice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Declares rounds.
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
    private final BeginRound begin;
    private final Effects effects;

    HoldRound(FindRounds rounds, Communities communities, BeginRound begin, Effects effects) {
        this.rounds = rounds;
        this.communities = communities;
        this.begin = begin;
        this.effects = effects;
    }

    /// Makes it public; it takes in what has waited once it collects. Never empty: opened again under the same id,
    /// the first is given back. Signals `IllegalArgumentException` where rules or dates are wrong.
    public Mono<Round> open(StaffMember by, Declared it) {
        if (it.rules().fault().isPresent()
                || it.rules().fineFault().isPresent()
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
                    return begin.declared(round, found.getT1())
                            .map(all -> noted(all, round.noted(by, "declared", round.since())))
                            .flatMap(effects::commit)
                            .thenReturn(round);
                });
    }

    private static List<Effect> noted(List<Effect> all, Noted line) {
        return Stream.concat(all.stream(), Stream.of(line)).toList();
    }

    static Round round(StaffMember by, Declared it, int number) {
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
                it.schedule().isAnnounced() ? Phase.ANNOUNCED : Phase.COLLECTING,
                it.schedule().opened(),
                1);
    }
}
