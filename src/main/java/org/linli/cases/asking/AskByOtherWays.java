package org.linli.cases.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.cases.asking.FindVerdicts.Pending;
import org.linli.outbox.Letter;
import org.linli.outbox.UndeliveredLetters;
import org.linli.outbox.UndeliveredLetters.State;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks residents how a case was done by another of their channels where the question does not reach them, as when the
/// time in which a platform lets us write to them is over. Whom no channel reaches is marked as not asked.
///
/// Replicas need no lease: of two who settle the same, one is refused.
@Component
class AskByOtherWays implements Job {

    /// A letter that was refused is known by then; one that only waits its turn is not given up.
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration ARRIVED_BY = Duration.ofMinutes(15);
    private static final int MOST = 100;

    private final FindVerdicts verdicts;
    private final UndeliveredLetters undelivered;
    private final AskElsewhere elsewhere;
    private final Effects effects;
    private final Clock clock;

    AskByOtherWays(
            FindVerdicts verdicts,
            UndeliveredLetters undelivered,
            AskElsewhere elsewhere,
            Effects effects,
            Clock clock) {
        this.verdicts = verdicts;
        this.undelivered = undelivered;
        this.elsewhere = elsewhere;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-by-other-ways";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return verdicts.pending(now.minus(FIRST_LOOK), MOST)
                .collectList()
                .flatMapIterable(pending -> pending)
                .concatMap(pending -> look(pending, now))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> look(Pending pending, Instant now) {
        return undelivered
                .find(pending.community(), pending.letter())
                .filter(letter -> letter.state() != State.UNKNOWN)
                .flatMap(_ -> otherwise(pending, now))
                .switchIfEmpty(Mono.defer(() -> arrived(pending, now)));
    }

    private Mono<Integer> arrived(Pending pending, Instant now) {
        return pending.askedAt().plus(ARRIVED_BY).isAfter(now)
                ? Mono.just(0)
                : settle(List.of(new VerdictSettled(pending, null, VerdictSettled.Outcome.ASKED, now)));
    }

    private Mono<Integer> otherwise(Pending pending, Instant now) {
        return elsewhere
                .letter(pending, now)
                .map(letter -> again(pending, letter, now))
                .defaultIfEmpty(
                        List.<Effect>of(new VerdictSettled(pending, null, VerdictSettled.Outcome.NOT_ASKED, now)))
                .flatMap(this::settle);
    }

    private static List<Effect> again(Pending pending, Letter letter, Instant now) {
        var by = new VerdictSettled.By(letter.key(), letter.to().text());
        return List.of(letter, new VerdictSettled(pending, by, null, now));
    }

    private Mono<Integer> settle(List<Effect> changes) {
        return effects.commit(changes).thenReturn(1).onErrorResume(Conflict.class, _ -> Mono.just(0));
    }
}
