package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.message;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.Shows;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The machine's clock is set while messages wait and are worked on.
@LinliTest
@Import(WithParrot.class)
class ClockJumpsTest {

    private static final Duration JUMP = Duration.ofHours(2).plusSeconds(1);

    @Autowired
    Inbox inbox;

    @Autowired
    Leases leases;

    @Autowired
    FailedAttempts failures;

    @Autowired
    WorkOnArrival worker;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    private final List<String> answered = new CopyOnWriteArrayList<>();
    private Duration jumped = Duration.ZERO;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate inbox.arrivals").then());
        handler.does(this::answer);
    }

    @AfterEach
    void back() {
        clock.pass(jumped.negated());
    }

    @Shows("the clock jumps by hours")
    @Test
    void afterAJumpBackWhatWaitsAndWhatComesIsAnsweredAtOnceAndInOrder() {
        completed(inbox.keep(message("m1", "wang", "x")));
        jump(JUMP.negated());
        completed(inbox.keep(message("m2", "wang", "x")));
        completed(inbox.keep(message("m3", "li", "x")));

        round();
        round();

        assertThat(answered).hasSize(3).containsSubsequence("m1", "m2").contains("m3");
        assertThat(done()).isEqualTo(3);
    }

    @Shows("the clock jumps by hours")
    @Test
    void afterAJumpAheadInTheMiddleOfTheWorkEachMessageTakesEffectOnce() {
        handler.does(arrival -> Mono.fromRunnable(() -> jump(JUMP))
                .then(Mono.defer(failures::takeBackAbandoned))
                .then(answer(arrival)));
        completed(inbox.keep(message("m1", "wang", "x")));

        round();
        assertThat(done()).as("its lease was over long ago").isZero();
        handler.does(this::answer);
        clock.pass(Duration.ofSeconds(1));
        round();

        assertThat(done()).isEqualTo(1);
        assertThat(number(database, "select attempt::bigint n from inbox.arrivals"))
                .isEqualTo(2);
    }

    private void jump(Duration far) {
        jumped = jumped.plus(far);
        clock.pass(far);
    }

    private Mono<Void> answer(Arrival arrival) {
        return Mono.defer(() -> {
            answered.add(arrival.message().platformId());
            return effects.commit(List.of(ArrivalDone.of(arrival, null)));
        });
    }

    private void round() {
        results(leases.claim(256)
                .flatMapIterable(Leases.Claim::arrivals)
                .flatMap(it -> worker.work(it).thenReturn(it)));
    }

    private long done() {
        return number(database, "select count(*) n from inbox.arrivals where state = 'done'");
    }
}
