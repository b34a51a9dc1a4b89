package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.message;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.Shows;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Quote;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
@Import(WithParrot.class)
class WorkTest {

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
    SetAside setAside;

    @Autowired
    Effects effects;

    @Autowired
    NotedSteps traces;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    QuotedWords quoted;

    @Autowired
    WriteWordsForgotten forget;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate inbox.arrivals").then());
    }

    @Test
    void twoReplicasWorkOnEachTalkInOrderAndOneAtATime() {
        var heard = new ConcurrentHashMap<String, List<Integer>>();
        var busy = new ConcurrentHashMap<String, AtomicInteger>();
        var together = new AtomicInteger();
        handler.does(arrival -> Mono.defer(() -> {
            String who = arrival.message().from().id();
            if (busy.computeIfAbsent(who, _ -> new AtomicInteger()).incrementAndGet() > 1) {
                together.incrementAndGet();
            }
            heard.computeIfAbsent(who, _ -> new CopyOnWriteArrayList<>()).add(Integer.valueOf(words(arrival)));
            return Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(8)))
                    .doOnNext(_ -> busy.getOrDefault(who, together).decrementAndGet())
                    .then(done(arrival));
        }));
        var incoming = Flux.range(0, 20)
                .concatMap(turn ->
                        Flux.range(0, 25).flatMap(who -> inbox.keep(message(who + "/" + turn, "p" + who, "" + turn))));

        completed(incoming.thenMany(Flux.merge(workedOff(replica()), workedOff(replica())))
                .then());

        assertThat(together).hasValue(0);
        assertThat(heard)
                .hasSize(25)
                .allSatisfy((_, turns) -> assertThat(turns).hasSize(20).isSorted());
    }

    @Test
    void whatNeighboursSayInOneGroupIsWorkedOnInTheOrderInWhichItCame() {
        completed(inbox.keep(inGroup("wang")));
        completed(inbox.keep(inGroup("li")));

        Arrival first =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());
        assertThat(first.message().from().id()).isEqualTo("wang");
        completed(done(first));
        assertThat(result(leases.claim(10)
                                .flatMapIterable(Leases.Claim::arrivals)
                                .single())
                        .message()
                        .from()
                        .id())
                .isEqualTo("li");
    }

    private static Inbound inGroup(String who) {
        Inbound alone = message("from-" + who, who, "x");
        var group = Address.group(alone.from().channel(), alone.from().account(), "b3");
        return new Inbound(COMMUNITY, alone.platformId(), alone.from(), group, false, alone.content(), alone.sentAt());
    }

    @Test
    void whatAMessagePointsAtIsHandedOutAndForgottenWithItsWords() {
        var quote = new Quote("m0", "我家漏水");
        completed(inbox.keep(inGroup("wang").quoting(quote)));

        Arrival kept =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());
        completed(forget.write(List.of(WordsForgotten.of(kept))));

        assertThat(kept.message().quote()).isEqualTo(quote);
        assertThat(result(quoted.of(kept.message()))).isEqualTo("我家漏水");
        assertThat(result(database.sql("select message::text as text from inbox.arrivals")
                        .map(row -> Columns.text(row, "text"))
                        .one()))
                .contains("wang")
                .doesNotContain("漏水");
    }

    @Test
    void whatAMessagePointsAtIsDroppedWhenItIsDone() {
        completed(inbox.keep(inGroup("wang").quoting(new Quote("m0", "我家漏水"))));
        Arrival kept =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());

        completed(effects.commit(List.of(ArrivalDone.of(kept, null))));

        assertThat(result(database.sql("select message::text as text from inbox.arrivals")
                        .map(row -> Columns.text(row, "text"))
                        .one()))
                .contains("wang")
                .doesNotContain("漏水");
    }

    @Test
    void whatIsPointedAtByItsIdAloneIsFoundInTheSameAccountOnly() {
        completed(inbox.keep(inGroup("wang")));
        var heard = inGroup("li").quoting(new Quote("from-wang", ""));
        var elsewhere = heard.by(Address.person(heard.from().channel(), "other", "li"));
        var unknown = inGroup("li").quoting(new Quote("from-zhao", ""));

        assertThat(List.of(
                        result(quoted.of(heard)),
                        result(quoted.of(elsewhere)),
                        result(quoted.of(unknown)),
                        result(quoted.of(inGroup("li")))))
                .containsExactly("x", "", "", "");
    }

    @Shows("a storm in one community")
    @Test
    void aStormInOneCommunityDoesNotDelayAnother() {
        storm("willow", 10_000);
        storm("poplar", 1);

        var first = results(leases.claim(16).flatMapIterable(Leases.Claim::arrivals));

        assertThat(first).hasSize(16);
        assertThat(first).extracting(it -> it.message().community().value()).contains("poplar");
    }

    @Test
    void nobodyLooksAgainWhereAllThatWaitsIsWorkedOn() {
        storm("willow", 3);
        storm("poplar", 1);

        var all = result(leases.claim(16));

        assertThat(all.arrivals()).hasSize(4);
        assertThat(all.more()).isFalse();
    }

    @Test
    void whereACommunityHasMoreThanItsShareSomebodyLooksAgain() {
        storm("willow", 100);
        storm("poplar", 1);

        assertThat(result(leases.claim(16)).more()).isTrue();
    }

    @Test
    void whereCommunitiesAreLeftSomebodyLooksAgain() {
        IntStream.range(0, 40).forEach(n -> storm("c" + n, 1));

        assertThat(result(leases.claim(256)).more()).isTrue();
        assertThat(result(leases.claim(256)).arrivals()).hasSize(8);
    }

    @Test
    void aCommunityAloneMayHaveAllPlacesAndItsMessagesComeInOrder() {
        storm("willow", 100);

        assertThat(results(leases.claim(50).flatMapIterable(Leases.Claim::arrivals)))
                .hasSize(50)
                .extracting(Arrival::id)
                .isSorted();
        assertThat(results(leases.claim(100).flatMapIterable(Leases.Claim::arrivals)))
                .hasSize(50);
    }

    /// Compiling a claim takes 700 ms, running it 2.
    @Test
    void statementsAreNotCompiled() {
        assertThat(result(database.sql("show jit").mapValue(String.class).one()))
                .isEqualTo("off");
    }

    private void storm(String community, int messages) {
        completed(database.sql("""
                        insert into inbox.arrivals
                            (community_id, channel, account, platform_id, conversation, message, received_at)
                        select $1, 'parrot', 'nest', 'm' || n, 'p' || n, json_build_object(
                                'community', $1, 'platformId', 'm' || n, 'from', 'parrot:nest:person:p' || n,
                                'mentioned', true, 'content', json_build_object('type', 'text', 'text', 'x'),
                                'sentAt', '2026-03-02T09:00:00Z'), now()
                        from generate_series(1, $2) n
                        """).bind("$1", community).bind("$2", messages).then());
    }

    @Test
    void whatADeadReplicaHeldComesBackAndTheDeadOneCannotFinishIt() {
        completed(inbox.keep(message("m1", "wang", "x")));
        Arrival held =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());

        clock.pass(Leases.LENGTH.plusMillis(1));
        assertThat(result(failures.takeBackAbandoned())).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        Arrival again =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());

        done(held).as(StepVerifier::create).verifyError(Conflict.class);
        completed(done(again));
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(count("done")).isEqualTo(1);
    }

    @Test
    void whatTwoReplicasSeeAbandonedIsTakenBackOnce() {
        for (int i = 0; i < 30; i++) {
            completed(inbox.keep(message("m" + i, "p" + i, "x")));
        }
        assertThat(results(leases.claim(50).flatMapIterable(Leases.Claim::arrivals)))
                .hasSize(30);

        clock.pass(Leases.LENGTH.plusMillis(1));
        var both = Mono.zip(failures.takeBackAbandoned(), failures.takeBackAbandoned(), Long::sum);
        assertThat(result(both)).isEqualTo(30);
    }

    @Test
    void aLeaseThatIsNotOverIsLeftAlone() {
        completed(inbox.keep(message("m1", "wang", "x")));
        result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());

        clock.pass(Leases.LENGTH.minusMillis(1));

        assertThat(result(failures.takeBackAbandoned())).isZero();
    }

    @Test
    void whatFailsFiveTimesIsSetAsideAndTheNextMessageGoesOn() {
        handler.does(arrival ->
                words(arrival).equals("bad") ? Mono.error(new IllegalStateException("words")) : done(arrival));
        completed(inbox.keep(message("m1", "wang", "bad")));
        completed(inbox.keep(message("m2", "wang", "good")));

        for (int wait : List.of(1, 2, 4, 8)) {
            assertThat(round()).as("only the first of the talk").isEqualTo(1);
            clock.pass(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(round()).as("not yet").isZero();
            clock.pass(Duration.ofMillis(1));
        }
        assertThat(count("done")).isZero();
        round();
        round();

        assertThat(count("done")).isEqualTo(1);
        assertThat(result(setAside.count(COMMUNITY))).isEqualTo(1);
        assertThat(results(setAside.list(COMMUNITY, 0)))
                .singleElement()
                .satisfies(it -> assertThat(it.error()).isEqualTo(IllegalStateException.class.getName()));
    }

    @Test
    void staffCanTryAgainWhatWasSetAside() {
        completed(inbox.keep(message("m1", "wang", "x")));
        completed(database.sql("update inbox.arrivals set state = 'set_aside', failures = 5")
                .then());
        long id = number(database, "select id n from inbox.arrivals");
        handler.does(this::done);

        assertThat(result(setAside.retry(COMMUNITY, id))).isTrue();
        round();

        assertThat(count("done")).isEqualTo(1);
        assertThat(result(setAside.retry(COMMUNITY, id))).isFalse();
    }

    @Test
    void aConflictIsDecidedAgainAtOnceAndIsNoFailure() {
        var attempts = new AtomicInteger();
        handler.does(arrival -> attempts.incrementAndGet() < 3 ? Mono.error(new Conflict("a case")) : done(arrival));
        completed(inbox.keep(message("m1", "wang", "x")));

        round();

        assertThat(count("done")).isEqualTo(1);
        assertThat(number(database, "select failures::bigint n from inbox.arrivals"))
                .isZero();
    }

    @Test
    void whatWasDoneAboutAMessageIsTraced() {
        var attempts = new AtomicInteger();
        handler.does(arrival -> attempts.incrementAndGet() < 2 ? Mono.error(new Conflict("a case")) : done(arrival));
        completed(inbox.keep(message("m1", "wang", "x")));

        round();

        assertThat(traces.of(number(database, "select id n from inbox.arrivals")))
                .containsExactly("keep kept", "answer Conflict", "answer done", "message done");
    }

    @Test
    void conflictsWithoutEndAreAFailure() {
        handler.does(_ -> Mono.error(new Conflict("a case")));
        completed(inbox.keep(message("m1", "wang", "x")));

        round();

        assertThat(number(database, "select failures::bigint n from inbox.arrivals"))
                .isEqualTo(1);
    }

    /// Claims and works like the job does, and waits for it.
    private int round() {
        return results(leases.claim(256)
                        .flatMapIterable(Leases.Claim::arrivals)
                        .flatMap(it -> worker.work(it).thenReturn(it)))
                .size();
    }

    private ClaimArrivals replica() {
        return new ClaimArrivals(worker, leases, new Bells());
    }

    private Mono<Void> workedOff(ClaimArrivals replica) {
        return Mono.defer(replica::round)
                .delayElement(Duration.ofMillis(2))
                .repeat(() -> true)
                .takeUntilOther(Flux.interval(Duration.ofMillis(50))
                        .onBackpressureDrop()
                        .concatMap(_ -> unfinished())
                        .filter(left -> left == 0)
                        .next())
                .then();
    }

    private Mono<Long> unfinished() {
        return database.sql("select count(*) n from inbox.arrivals where state <> 'done'")
                .map(row -> Columns.number(row, "n"))
                .one();
    }

    private Mono<Void> done(Arrival arrival) {
        return effects.commit(List.of(ArrivalDone.of(arrival, null)));
    }

    private long count(String state) {
        return number(database, "select count(*) n from inbox.arrivals where state = '" + state + "'");
    }

    private static String words(Arrival arrival) {
        return ((Content.Text) arrival.message().content()).text();
    }
}
