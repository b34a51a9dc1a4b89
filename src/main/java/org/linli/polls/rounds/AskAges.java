package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.register.AgeSaid;
import org.linli.polls.register.Ages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks whoever would stand in the register of a round with an age limit, and whose age nobody knows, for their
/// birthday: once each, while there is still time for staff to look at a document.
@Component
class AskAges implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(AskAges.class);

    private final FindRounds rounds;
    private final Communities communities;
    private final Residents residents;
    private final Ages ages;
    private final RoundLetters letters;
    private final Effects effects;
    private final Clock clock;

    AskAges(
            FindRounds rounds,
            Communities communities,
            Residents residents,
            Ages ages,
            RoundLetters letters,
            Effects effects,
            Clock clock) {
        this.rounds = rounds;
        this.communities = communities;
        this.residents = residents;
        this.ages = ages;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-ages";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(5);
    }

    /// How many were asked.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                rounds.underWay().filter(AskAges::isInTime),
                LOG,
                round -> EachAlone.together(unasked(round), who -> asked(round, who)));
    }

    private static boolean isInTime(Round it) {
        return it.conditions().age() > 0 && (it.phase() == Phase.COLLECTING || it.phase() == Phase.REVIEW);
    }

    private Flux<Resident> unasked(Round round) {
        return Mono.zip(communities.map(round.community()), ages.of(round.community()))
                .flatMapMany(it -> Flux.fromStream(it.getT1().place(round.place()).stream())
                        .flatMap(place -> residents.ofPlace(round.community(), place))
                        .filter(who -> who.verified() && !it.getT2().containsKey(who.id())));
    }

    /// Empty where nobody is reached, or another replica was first.
    private Mono<Resident> asked(Round round, Resident who) {
        return residents
                .addresses(round.community(), who.id())
                .next()
                .flatMap(to -> ask(round, who, to).thenReturn(who))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Mono<Void> ask(Round round, Resident who, Address to) {
        String key = "age-ask/%s/%s".formatted(round.id(), RoundLetters.print(to));
        Map<String, String> facts = letters.facts(round);
        return effects.commit(List.of(
                new AgeSaid(round.community(), who.id(), null, clock.instant()),
                new Letter(round.community(), key, to, "age-ask", facts)));
    }
}
