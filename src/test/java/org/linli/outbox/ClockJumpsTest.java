package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The machine's clock is set while letters wait and while one is being sent.
@OutboxTest
class ClockJumpsTest {

    private static final Duration JUMP = Duration.ofHours(2).plusSeconds(1);

    @Autowired
    ParrotChannel channel;

    @Autowired
    LetterQueue queue;

    @Autowired
    SendLetter send;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    List<Job> jobs;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    private Duration jumped = Duration.ZERO;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history, ledger.closings")
                .then());
        channel.sent.clear();
        channel.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
    }

    @AfterEach
    void back() {
        clock.pass(jumped.negated());
    }

    @Test
    void afterAJumpBackLettersLeaveAtOnceAndInOrder() {
        post("a");
        jump(JUMP.negated());
        post("b");

        round();
        round();

        assertThat(sent()).containsExactly("a", "b");
    }

    @Test
    void aLetterThatWasOnItsWayWhenTheClockJumpedAheadIsNotSentTwice() {
        channel.sendsLike(it -> Mono.fromCallable(() -> {
            jump(JUMP);
            return new Receipt("r-" + it.key());
        }));
        post("a");
        results(queue.claim(256, Map.of())
                .flatMapIterable(LetterQueue.Claim::letters)
                .flatMap(it -> send.send(it)
                        .flatMap(outcome -> givesUp().then(outcomes.record(it, outcome)))
                        .thenReturn(it)));
        round();

        assertThat(sent()).containsExactly("a");
        assertThat(results(database.sql("select state from outbox.letters")
                        .mapValue(String.class)
                        .all()))
                .as("whoever sent it knows better than the lease")
                .containsExactly("sent");
    }

    private Mono<Integer> givesUp() {
        return jobs.stream()
                .filter(it -> it.name().equals("give-up-letters"))
                .findFirst()
                .orElseThrow()
                .round();
    }

    private void jump(Duration far) {
        jumped = jumped.plus(far);
        clock.pass(far);
    }

    private void post(String key) {
        completed(
                effects.commit(List.of(new Letter(COMMUNITY, key, person("wang"), "hello", Map.of("words", "hello")))));
    }

    private void round() {
        results(queue.claim(256, Map.of())
                .flatMapIterable(LetterQueue.Claim::letters)
                .flatMap(it -> send.send(it)
                        .flatMap(outcome -> outcomes.record(it, outcome))
                        .thenReturn(it)));
    }

    private List<String> sent() {
        return channel.sent.stream().map(Outbound::key).toList();
    }
}
