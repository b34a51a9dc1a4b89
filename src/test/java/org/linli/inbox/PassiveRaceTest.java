package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.message;
import static org.linli.channels.parrot.ParrotChannel.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Outbound;
import org.linli.outbox.Letter;
import org.linli.outbox.PassiveLetter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The answer is ready exactly when the time for it is over, many times.
@LinliTest
@Import(WithParrot.class)
class PassiveRaceTest {

    private static final int TIMES = 120;

    /// In milliseconds; follows whoever loses, so that the race stays close on a slow machine too.
    private final AtomicInteger window = new AtomicInteger(12);

    @Autowired
    Inbox inbox;

    @Autowired
    Leases leases;

    @Autowired
    PassiveWindows windows;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingElseWaits() {
        completed(database.sql("truncate inbox.arrivals, outbox.letters").then());
    }

    @Test
    void anAnswerEitherTravelsInTheResponseOrTheCallIsAcknowledgedNeverBothNeverNeither() {
        var answered = new AtomicInteger();
        var acknowledged = new AtomicInteger();
        completed(Flux.range(0, TIMES)
                .concatMap(i -> inbox.keep(
                        message("race" + i, "p" + i, "x"), clock.instant().plusSeconds(4)))
                .concatMap(kept -> leases.claim(1)
                        .flatMapIterable(Leases.Claim::arrivals)
                        .single()
                        .flatMap(arrival -> race(kept, arrival)))
                .doOnNext(closed -> (closed ? acknowledged : answered).incrementAndGet())
                .doOnNext(closed -> window.updateAndGet(it -> closed ? it + 2 : Math.max(1, it - 2)))
                .then());

        assertThat(answered.get() + acknowledged.get()).isEqualTo(TIMES);
        assertThat(number(database, "select count(*) n from inbox.arrivals where answer is not null"))
                .isEqualTo(answered.get());
        assertThat(number(database, "select count(*) n from outbox.letters where state = 'handed'"))
                .isEqualTo(answered.get());
        assertThat(number(database, "select count(*) n from outbox.letters where state = 'due'"))
                .isEqualTo(acknowledged.get());
        assertThat(answered).as("the race was a race").hasPositiveValue();
        assertThat(acknowledged).as("the race was a race").hasPositiveValue();
    }

    private static Mono<Void> soon(int atMostMillis) {
        return Mono.delay(
                        Duration.ofNanos(ThreadLocalRandom.current().nextLong(atMostMillis * 1_000_000L)),
                        Schedulers.parallel())
                .then();
    }

    /// Whether the call was acknowledged without an answer.
    private Mono<Boolean> race(Kept kept, Arrival arrival) {
        var closing = soon(window.get()).then(windows.close(List.of(kept)).hasElements());
        var answering = soon(4).then(answer(arrival)
                .onErrorResume(Conflict.class, _ -> leases.renew(arrival).flatMap(this::answerByLetter)));
        return Mono.zip(closing, answering.thenReturn(true)).map(it -> it.getT1());
    }

    private Mono<Void> answer(Arrival arrival) {
        var answer = new Outbound("k/" + arrival.id(), person("wang"), "hello", List.of());
        return effects.commit(List.of(ArrivalDone.of(arrival, answer), new PassiveLetter(letter(arrival))));
    }

    private Mono<Void> answerByLetter(Arrival arrival) {
        assertThat(arrival.passiveUntil()).isNull();
        return effects.commit(List.of(ArrivalDone.of(arrival, null), letter(arrival)));
    }

    private static Letter letter(Arrival arrival) {
        return new Letter(COMMUNITY, "k/" + arrival.id(), person("p" + arrival.id()), "hello", Map.of());
    }
}
