package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whatever stands behind whatever: claims take the letters that the plain rule allows, in its order.
@OutboxTest
class StandingInLineTest {

    @Autowired
    ParrotChannel channel;

    @Autowired
    LetterQueue queue;

    @Autowired
    LettersBehind behind;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    GiveUpLetters giveUp;

    @Autowired
    HeldLetters held;

    @Autowired
    Effects effects;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history")
                .then());
        channel.elsewhere = Set.of();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyClaimTakesWhatThePlainRuleAllows(long seed) {
        var chance = new Random(seed);
        var underWay = new ArrayList<ClaimedLetter>();
        for (int step = 0; step < 60; step++) {
            switch (chance.nextInt(8)) {
                case 0, 1 -> post(step, chance);
                case 2 -> postAtNight(step, chance);
                case 3 -> clock.pass(Duration.ofSeconds(chance.nextLong(1, 900)));
                case 4 -> completed(giveUp.round());
                default -> end(underWay, chance);
            }
            underWay.addAll(claimed(chance));
        }
        sendTheRest(underWay);

        assertThat(number(database, "select count(*) n from outbox.letters where state in ('due', 'sending')"))
                .as("nobody is forgotten")
                .isZero();
    }

    @Test
    void whereSeveralClaimAtOnceNobodyIsForgotten() {
        var everybody = Flux.merge(
                Flux.range(0, 40)
                        .concatMap(batch -> effects.commit(IntStream.range(0, 10)
                                .mapToObj(i -> letter("b" + batch + "/" + i, i % 3))
                                .toList()))
                        .then(),
                working(),
                working(),
                working());
        completed(everybody.then());

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            completed(round());
            assertThat(number(database, "select count(*) n from outbox.letters where state = 'sent'"))
                    .isEqualTo(400);
        });
    }

    @Test
    void whoStepsBehindALetterThatIsThroughAtThatMomentIsCalled() {
        completed(effects.commit(List.of(letter("a", 1), letter("b", 1))));
        var first = results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters));
        var steps = behind.standBehind(first)
                .then(Mono.delay(Duration.ofMillis(400)))
                .as(transaction::transactional);
        var ends = Mono.delay(Duration.ofMillis(200))
                .then(outcomes.record(first.getFirst(), attempt(first.getFirst(), new Outcome.Sent(1))));

        completed(Mono.when(steps, ends));

        assertThat(results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters)))
                .extracting(it -> it.letter().key())
                .containsExactly("b");
    }

    @Test
    void whoStandsBehindNobodyIsCalled() {
        completed(effects.commit(List.of(letter("a", 1), letter("b", 1))));
        completed(database.sql("update outbox.letters set behind = true").then());
        assertThat(results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters)))
                .isEmpty();

        assertThat(result(behind.callForgotten())).isEqualTo(1);

        assertThat(results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters)))
                .extracting(it -> it.letter().key())
                .containsExactly("a");
        assertThat(result(behind.callForgotten())).as("one is on its way").isZero();
    }

    /// A replica, for a while.
    private Mono<Void> working() {
        return round().repeat(150).then();
    }

    /// Of two replicas that claim letters to one address, the later one tries again.
    private Mono<Void> round() {
        return Mono.defer(() -> queue.claim(256, Map.of())
                        .flatMapIterable(LetterQueue.Claim::letters)
                        .collectList())
                .delayUntil(behind::standBehind)
                .flatMapIterable(it -> it)
                .flatMap(it -> outcomes.record(it, attempt(it, new Outcome.Sent(1))))
                .onErrorResume(DataIntegrityViolationException.class, _ -> Mono.empty())
                .then();
    }

    private void post(int step, Random chance) {
        completed(effects.commit(IntStream.rangeClosed(0, chance.nextInt(5))
                .mapToObj(i -> {
                    var letter = letter(step + "/" + i, chance.nextInt(5));
                    return chance.nextInt(5) > 0 ? letter : urgent(letter);
                })
                .toList()));
    }

    /// Some wait for the morning from the beginning; they hold nobody.
    private void postAtNight(int step, Random chance) {
        post(step, chance);
        completed(database.sql("update outbox.letters set not_before = $1, holds_until = created_at"
                        + " where key like $2 and id % 3 = $3")
                .bind("$1", clock.instant().plusSeconds(600).atOffset(UTC))
                .bind("$2", step + "/%")
                .bind("$3", chance.nextInt(3))
                .then());
    }

    private void end(List<ClaimedLetter> underWay, Random chance) {
        for (var letter : List.copyOf(underWay)) {
            if (chance.nextBoolean()) {
                underWay.remove(letter);
                completed(outcomes.record(letter, attempt(letter, anyOutcome(chance))));
            }
        }
    }

    private Outcome anyOutcome(Random chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> new Outcome.Later(Duration.ofSeconds(chance.nextLong(1, 1200)), "UNREACHABLE", true, 0);
            case 1 -> new Outcome.Later(Duration.ofSeconds(2), "WAITS_ITS_TURN", false, 0);
            case 2 -> new Outcome.Held("WINDOW_CLOSED", null, 0);
            case 3 -> new Outcome.Failed("RECIPIENT_GONE", 0);
            default -> new Outcome.Sent(1);
        };
    }

    private List<ClaimedLetter> claimed(Random chance) {
        int most = chance.nextInt(1, 6);
        var busy = Map.of("parrot:account0", 29 + chance.nextInt(4));
        var expected = allowed(most, busy);
        var claimed = results(queue.claim(most, busy).flatMapIterable(LetterQueue.Claim::letters));
        assertThat(claimed).extracting(it -> it.letter().key()).containsExactlyInAnyOrderElementsOf(expected);
        completed(behind.standBehind(claimed));
        return claimed;
    }

    /// The rule itself, on all that is there.
    private List<String> allowed(int most, Map<String, Integer> busy) {
        Instant now = clock.instant();
        var unfinished = unfinished();
        var turns = new HashMap<String, Integer>();
        var mayLeave = new ArrayList<Row>();
        for (Row row : unfinished) {
            int places = Math.max(0, Busy.MOST_AN_ACCOUNT - busy.getOrDefault(row.account(), 0));
            if (row.mayLeave(unfinished, now)
                    && (places > 0 || row.urgency() == 0)
                    && turns.getOrDefault(row.account(), 0) < Math.max(2, places)) {
                mayLeave.add(row.at(turns.merge(row.account(), 1, Integer::sum)));
            }
        }
        return mayLeave.stream()
                .sorted(comparing((Row it) -> it.urgency() > 0)
                        .thenComparing(Row::turn)
                        .thenComparing(Row::id))
                .limit(most)
                .map(Row::key)
                .toList();
    }

    private record Row(
            String key,
            String account,
            String address,
            int urgency,
            long id,
            boolean due,
            Instant notBefore,
            Instant holdsUntil,
            int turn) {

        boolean mayLeave(List<Row> unfinished, Instant now) {
            return due
                    && !notBefore.isAfter(now)
                    && unfinished.stream()
                            .filter(it -> it.address.equals(address))
                            .noneMatch(it -> !it.due || it.isBefore(this) && it.holds(now));
        }

        private boolean isBefore(Row other) {
            return urgency < other.urgency || urgency == other.urgency && id < other.id;
        }

        private boolean holds(Instant now) {
            return holdsUntil.isAfter(now) || !notBefore.isAfter(now);
        }

        Row at(int turn) {
            return new Row(key, account, address, urgency, id, due, notBefore, holdsUntil, turn);
        }
    }

    private List<Row> unfinished() {
        return results(database.sql("""
                        select key, account, address, urgency::int, id, state = 'due' as due,
                               coalesce(not_before, created_at) as not_before, holds_until
                        from outbox.letters where state in ('due', 'sending') order by urgency, id
                        """)
                .map(row -> new Row(
                        Columns.text(row, "key"),
                        Columns.text(row, "account"),
                        Columns.text(row, "address"),
                        Columns.integer(row, "urgency"),
                        Columns.number(row, "id"),
                        Boolean.TRUE.equals(row.get("due", Boolean.class)),
                        Columns.instant(row, "not_before"),
                        orEver(Columns.instantOrNull(row, "holds_until")),
                        0))
                .all());
    }

    private static Instant orEver(@Nullable Instant time) {
        return time == null ? Instant.MAX : time;
    }

    private void sendTheRest(List<ClaimedLetter> underWay) {
        underWay.forEach(it -> completed(outcomes.record(it, attempt(it, new Outcome.Sent(1)))));
        clock.pass(Duration.ofHours(2));
        for (List<ClaimedLetter> some = List.of();
                !(some = results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters))).isEmpty(); ) {
            completed(behind.standBehind(some));
            some.forEach(it -> completed(outcomes.record(it, attempt(it, new Outcome.Sent(1)))));
        }
    }

    private static Attempt attempt(ClaimedLetter letter, Outcome outcome) {
        return new Attempt(letter.letter().to(), "", List.of(), outcome);
    }

    private static Letter letter(String key, int neighbour) {
        var to = Address.person(ParrotChannel.ID, "account" + neighbour % 2, "neighbour" + neighbour);
        return new Letter(COMMUNITY, key, to, "said", Map.of());
    }

    private static Letter urgent(Letter it) {
        return new Letter(it.community(), it.key(), it.to(), "emergency", it.facts());
    }
}
