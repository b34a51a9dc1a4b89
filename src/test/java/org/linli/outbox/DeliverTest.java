package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.person;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.Shows;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Outbound;
import org.linli.channels.PassiveReplyWritten;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.LateReplica;
import org.linli.platform.traces.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@OutboxTest
class DeliverTest {

    @Autowired
    ParrotChannel channel;

    @Autowired
    LetterQueue queue;

    @Autowired
    SendLetter send;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    GiveUpLetters giveUp;

    @Autowired
    ForgetOldLetters forget;

    @Autowired
    UndeliveredLetters undelivered;

    @Autowired
    HeldLetters held;

    @Autowired
    LetterHistory history;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    LettersBehind behind;

    @Autowired
    Bells bells;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Traces traces;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history, ledger.closings")
                .then());
        channel.sent.clear();
        channel.elsewhere = Set.of();
        channel.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
    }

    @Test
    void aLetterIsSentOnceHoweverOftenItIsPosted() {
        post(letter("a", "wang"), letter("a", "wang"));
        post(letter("a", "wang"));

        round();
        round();

        assertThat(sent()).containsExactly("a");
        assertThat(count("sent")).isEqualTo(1);
    }

    @Test
    void lettersToOneAddressLeaveInTheOrderInWhichTheyWereDecided() {
        post(letter("c", "wang"), letter("b", "wang"), letter("a", "wang"), letter("x", "li"));

        assertThat(round()).as("one at a time to each address").isEqualTo(2);
        round();
        round();

        assertThat(sent().stream().filter(it -> !it.equals("x"))).containsExactly("c", "b", "a");
    }

    @Test
    void aLetterThatIsTriedAgainHoldsThoseBehindItForAWhile() {
        channel.sendsLike(failing(Reason.THROTTLED));
        post(letter("a", "wang"), letter("b", "wang"));
        round();
        assertThat(round()).isZero();

        clock.pass(RecordOutcomes.HOLDS_OTHERS_FOR);
        completed(database.sql("update outbox.letters set not_before = not_before + interval '1 hour' where key = 'a'")
                .then());
        assertThat(round()).isEqualTo(1);

        assertThat(sent()).containsExactly("a", "b");
    }

    @Test
    void aLetterThatNoLongerHoldsTheOthersStillLeavesBeforeThemWhenItIsDueItself() {
        channel.sendsLike(failing(Reason.THROTTLED));
        post(letter("a", "wang"), letter("b", "wang"));
        round();
        channel.sendsLike(it -> Mono.just(new Receipt("r")));
        clock.pass(Duration.ofHours(1));

        assertThat(round()).as("one at a time").isEqualTo(1);
        round();

        assertThat(sent()).containsExactly("a", "a", "b");
    }

    @Shows("a platform is slow, throttles, hangs up or answers nonsense")
    @Test
    void anUnreachablePlatformIsTriedAgainLater() {
        var tries = new AtomicInteger();
        channel.sendsLike(it -> tries.incrementAndGet() < 3
                ? Mono.error(new SendFailure(Reason.UNREACHABLE, "down"))
                : Mono.just(new Receipt("r")));
        post(letter("a", "wang"));

        round();
        assertThat(round()).isZero();
        clock.pass(Duration.ofMillis(1250));
        round();
        clock.pass(Duration.ofMillis(2500));
        round();

        assertThat(count("sent")).isEqualTo(1);
    }

    @Test
    void whatCannotBeDeliveredStaysVisibleAndCanBeSentAgain() {
        channel.sendsLike(failing(Reason.RECIPIENT_GONE));
        post(letter("a", "wang"));
        round();

        assertThat(results(undelivered.list(COMMUNITY, 0))).singleElement().satisfies(it -> {
            assertThat(it.reason()).isEqualTo("RECIPIENT_GONE");
            assertThat(it.mayHaveArrived()).isFalse();
        });

        channel.sendsLike(it -> Mono.just(new Receipt("r")));
        assertThat(result(undelivered.retry(COMMUNITY, "a"))).isTrue();
        round();
        assertThat(result(undelivered.count(COMMUNITY))).isZero();
    }

    @Test
    void aLetterWhoseSenderDiedIsUnknownAndNotSentAgain() {
        post(letter("a", "wang"), letter("b", "wang"));
        results(queue.claim(10, Map.of()).flatMapIterable(LetterQueue.Claim::letters));

        clock.pass(LetterQueue.LEASE.plusMillis(1));
        completed(giveUp.round());
        round();

        assertThat(sent()).containsExactly("b");
        assertThat(count("unknown")).isEqualTo(1);
    }

    @Test
    void anUncertainLetterIsUnknownAndNotSentAgain() {
        channel.sendsLike(failing(Reason.UNCERTAIN));
        post(letter("a", "wang"));
        round();
        clock.pass(Duration.ofHours(1));
        round();

        assertThat(sent()).containsExactly("a");
        assertThat(count("unknown")).isEqualTo(1);
    }

    @Test
    void aLetterThatTravelsInAResponseIsNotSentAndIsUnknownUntilSomebodySawItLeave() {
        completed(effects.commit(List.of(new PassiveLetter(letter("a", "wang")))));
        assertThat(round()).isZero();

        clock.pass(GiveUpLetters.RESPONSES_LEAVE_WITHIN.plusMillis(1));
        completed(giveUp.round());
        assertThat(count("unknown")).isEqualTo(1);

        completed(effects.commit(List.of(new PassiveReplyWritten(COMMUNITY, "a"))));
        assertThat(count("sent")).isEqualTo(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aLongLetterGoesOnWhereItWasInterrupted() {
        channel.sendsLike(it -> it.key().endsWith("#2")
                ? Mono.error(new SendFailure(Reason.UNREACHABLE, "down"))
                : Mono.just(new Receipt("r")));
        post(new Letter(
                COMMUNITY,
                "a",
                person("wang"),
                "hello",
                Map.of("words", "123456789 123456789\n123456789 123456789\nend")));
        round();
        channel.sendsLike(it -> Mono.just(new Receipt("r")));
        clock.pass(Duration.ofMillis(1250));
        round();

        assertThat(sent()).containsExactly("a", "a#2", "a#2");
        assertThat(count("sent")).isEqualTo(1);
    }

    @Test
    void aLetterWithoutWordsOrWithoutAChannelIsKeptForStaff() {
        var nowhere = Address.person(new ChannelId("pigeon"), "loft", "wang");
        post(
                new Letter(COMMUNITY, "a", person("wang"), "no-such-words", Map.of()),
                new Letter(COMMUNITY, "b", nowhere, "hello", Map.of()));
        round();

        assertThat(results(undelivered.list(COMMUNITY, 0)))
                .extracting(UndeliveredLetters.Undelivered::reason)
                .containsExactlyInAnyOrder("NO_WORDS", "MISCONFIGURED");
    }

    @Test
    void nobodyLooksAgainWhereAllThatIsDueIsOnItsWay() {
        channel.sendsLike(_ -> Mono.never());
        post(letter("a", "wang"), letter("behind", "wang"), letter("b", "li"));

        var all = result(queue.claim(256, Map.of()));

        assertThat(all.letters()).hasSize(2);
        assertThat(all.more()).isFalse();
    }

    @Test
    void whereMoreAreDueThanThereArePlacesSomebodyLooksAgain() {
        post(IntStream.range(0, 40).mapToObj(n -> letter("k" + n, "p" + n)).toArray(Letter[]::new));

        assertThat(result(queue.claim(256, Map.of())).more())
                .as("an account's places")
                .isTrue();
        assertThat(result(queue.claim(4, Map.of("parrot:nest", -32))).more())
                .as("all places")
                .isTrue();
    }

    @Test
    void aPlatformThatSaysItIsTooMuchGetsHalfAsManyAtOnce() {
        var deliver = new DeliverLetters(queue, send, outcomes, behind, bells, meters, traces, clock);
        channel.sendsLike(failing(Reason.THROTTLED));
        post(letter("first", "wang"));
        completed(deliver.round());
        await().until(() -> count("sending") == 0);

        var slow = Sinks.<Receipt>one();
        channel.sendsLike(_ -> slow.asMono());
        post(IntStream.range(0, 40).mapToObj(n -> letter("k" + n, "p" + n)).toArray(Letter[]::new));

        assertThat(result(deliver.round())).isEqualTo(Busy.MOST_AN_ACCOUNT / 2);
        slow.tryEmitValue(new Receipt("r"));
        await().until(() -> count("sending") == 0);
    }

    @Test
    void onlyLettersThatEndedLongAgoAreForgotten() {
        channel.sendsLike(failing(Reason.RECIPIENT_GONE));
        post(letter("failed", "li"));
        round();
        channel.sendsLike(it -> Mono.just(new Receipt("r")));
        post(letter("sent", "wang"));
        round();
        clock.pass(ForgetOldLetters.PERIOD.usually());
        post(letter("younger", "wang"));
        round();
        post(letter("waiting", "wang"));
        assertThat(result(forget.round())).isZero();

        clock.pass(Duration.ofMillis(1));
        assertThat(result(forget.round()))
                .as("two letters, and what was waited for of one")
                .isEqualTo(3);

        assertThat(number(database, "select count(*) n from outbox.letters where key in ('younger', 'waiting')"))
                .isEqualTo(2);
    }

    @Test
    void whatOnlyAnotherReplicaCanSendIsLeftToIt() {
        channel.elsewhere = Set.of(ParrotChannel.ACCOUNT);
        post(letter("a", "wang"));
        assertThat(round()).isZero();

        channel.elsewhere = Set.of("nes");
        assertThat(round()).isOne();
        assertThat(sent()).containsExactly("a");
    }

    @Test
    void aLetterToWhomeverHasToActFirstWaitsAndLeavesAsSoonAsTheyDo() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"), letter("b", "wang"));
        round();
        round();
        assertThat(count("held")).isEqualTo(2);
        assertThat(round()).isZero();

        channel.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
        completed(effects.commit(List.of(new Acted(COMMUNITY, person("wang"), Act.MESSAGE, clock.instant()))));
        channel.sent.clear();
        round();
        round();

        assertThat(sent()).containsExactly("a", "b");
        assertThat(count("sent")).isEqualTo(2);
    }

    @Test
    void whoLeavesReleasesNothing() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"));
        round();
        completed(effects.commit(List.of(new Acted(COMMUNITY, person("wang"), Act.LEAVE, clock.instant()))));

        assertThat(round()).isZero();
    }

    @Test
    void aHeldLetterIsLookedAtAgainSoonOnceBecauseThePersonMayJustHaveActed() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"));
        round();
        assertThat(result(held.reconsider())).isZero();

        clock.pass(RecordOutcomes.LOOKED_AT_AGAIN);
        assertThat(result(held.reconsider())).isEqualTo(1);
        round();
        clock.pass(RecordOutcomes.LOOKED_AT_AGAIN);
        assertThat(result(held.reconsider())).isZero();
    }

    @Test
    void whatTwoReplicasSeeAtTheSameTimeIsDueAgainByOneAndGivenUpByOne() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(IntStream.range(0, 30).mapToObj(i -> letter("h" + i, "p" + i)).toArray(Letter[]::new));
        round();
        clock.pass(RecordOutcomes.LOOKED_AT_AGAIN);
        assertThat(result(Mono.zip(held.reconsider(), held.reconsider(), Integer::sum)))
                .isEqualTo(30);

        results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters));
        clock.pass(LetterQueue.LEASE.plusMillis(1));
        assertThat(result(Mono.zip(giveUp.round(), giveUp.round(), Integer::sum)))
                .isEqualTo(30);
    }

    @Test
    void whatAnotherReplicaMadeDueSinceItWasSeenIsLeftAlone() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"));
        round();
        clock.pass(RecordOutcomes.LOOKED_AT_AGAIN);
        var late = new LateReplica(database, held.reconsider());

        assertThat(result(new HeldLetters(late.database(), clock).reconsider())).isZero();
    }

    @Test
    void whatAnotherReplicaGaveUpSinceItWasSeenIsNotGivenUpAgain() {
        post(letter("a", "wang"));
        results(queue.claim(256, Map.of()).flatMapIterable(LetterQueue.Claim::letters));
        clock.pass(LetterQueue.LEASE.plusMillis(1));
        var late = new LateReplica(database, giveUp.round());
        var lateJob = new GiveUpLetters(late.database(), behind, late.transaction(), meters, bells, clock);

        assertThat(result(lateJob.round())).isZero();
    }

    @Test
    void whatNobodyOpenedForTwoWeeksIsLeftToStaff() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"));
        round();
        clock.pass(HeldLetters.HELD_AT_MOST.plusSeconds(1));
        completed(held.reconsider());

        assertThat(results(undelivered.list(COMMUNITY, 0)))
                .extracting(UndeliveredLetters.Undelivered::reason)
                .containsExactly("NEVER_OPENED");
    }

    @Test
    void emergenciesLeaveBeforeEverythingElse() {
        post(letter("a", "wang"), letter("b", "li"));
        post(new Letter(COMMUNITY, "c", person("wang"), "emergency-hello", Map.of("words", "fire")));
        results(queue.claim(1, Map.of()).flatMapIterable(LetterQueue.Claim::letters));

        assertThat(number(database, "select count(*) n from outbox.letters where key = 'c' and state = 'sending'"))
                .isEqualTo(1);
    }

    @Test
    void anAccountWithALongLineLeavesPlacesToTheOthers() {
        post(IntStream.range(0, 60).mapToObj(n -> letter("a" + n, "p" + n)).toArray(Letter[]::new));
        post(new Letter(COMMUNITY, "z", Address.person(new ChannelId("pigeon"), "loft", "wang"), "hello", Map.of()));

        assertThat(results(queue.claim(2, Map.of()).flatMapIterable(LetterQueue.Claim::letters)))
                .extracting(ClaimedLetter::account)
                .containsExactlyInAnyOrder("parrot:nest", "pigeon:loft");
        assertThat(results(queue.claim(256, Map.of("parrot:nest", 30)).flatMapIterable(LetterQueue.Claim::letters)))
                .hasSize(2);
        assertThat(results(queue.claim(256, Map.of("parrot:nest", 32)).flatMapIterable(LetterQueue.Claim::letters)))
                .isEmpty();
    }

    @Test
    void whoeverHasALetterInHandFindsItClaimed() {
        String words = "hello ".repeat(1_000);
        post(IntStream.range(0, 32)
                .mapToObj(n -> new Letter(COMMUNITY, "a" + n, person("p" + n), "hello", Map.of("words", words)))
                .toArray(Letter[]::new));
        commitsAreSlow();

        var seen = results(queue.claim(256, Map.of())
                .flatMapIterable(LetterQueue.Claim::letters)
                .flatMap(it -> database.sql("select state from outbox.letters where key = $1")
                        .bind("$1", it.letter().key())
                        .mapValue(String.class)
                        .one()));

        completed(database.sql("drop function public.dawdle() cascade").then());
        assertThat(seen).hasSize(32).containsOnly("sending");
    }

    private void commitsAreSlow() {
        completed(database.sql("""
                        create function public.dawdle() returns trigger language plpgsql
                        as 'begin perform pg_sleep(0.02); return null; end'""").then());
        completed(database.sql("""
                        create constraint trigger dawdle after update on outbox.letters
                        deferrable initially deferred for each row execute function public.dawdle()""").then());
    }

    @Test
    void allThatHappenedToALetterCanBeRead() {
        channel.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"));
        round();
        channel.sendsLike(it -> Mono.just(new Receipt("r")));
        result(undelivered.retry(COMMUNITY, "a"));
        round();

        assertThat(results(history.of(COMMUNITY, "a")))
                .extracting(LetterHistory.Step::step, LetterHistory.Step::detail)
                .containsExactly(tuple("held", "parrot WINDOW_CLOSED"), tuple("retried", ""), tuple("sent", "parrot"));
    }

    private static Function<Outbound, Mono<Receipt>> failing(Reason reason) {
        return _ -> Mono.error(new SendFailure(reason, "as the test wants"));
    }

    private static Letter letter(String key, String to) {
        return new Letter(COMMUNITY, key, person(to), "hello", Map.of("words", "hello"));
    }

    private void post(Letter... letters) {
        completed(effects.commit(List.of(letters)));
    }

    private int round() {
        return results(queue.claim(256, Map.of())
                        .flatMapIterable(LetterQueue.Claim::letters)
                        .flatMap(it -> send.send(it)
                                .flatMap(outcome -> outcomes.record(it, outcome))
                                .thenReturn(it)))
                .size();
    }

    private List<String> sent() {
        return channel.sent.stream().map(Outbound::key).toList();
    }

    private long count(String state) {
        return number(database, "select count(*) n from outbox.letters where state = '" + state + "'");
    }
}
