package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Grant;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Allowance.Window;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Permitted;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.Way;
import org.linli.platform.database.CommunityId;
import org.linli.platform.retention.OldRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// On a real PostgreSQL and a real Redis, by a clock that the test moves.
@LinliTest
class LedgerTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final CommunityId COMMUNITY = new CommunityId("willow");
    private static final ChannelId CHANNEL = new ChannelId("parrot");
    private static final Address WANG = Address.person(CHANNEL, "nest", "wang");
    private static final String WAY = "parrot.service";
    private static final Window SERVICE =
            new Window(WAY, Scope.receiver(WANG), List.of(new Opening(Act.MESSAGE, 5, Duration.ofHours(48))));
    private static final Grant NEWS = new Grant("parrot.news", Scope.receiver(WANG), "t-1");
    private static final Quota DAILY = new Quota("parrot.daily", Scope.account(WANG), 10, Period.DAY);

    @Autowired
    DatabaseClient database;

    @Autowired
    LettuceConnectionFactory redis;

    private final SettableClock clock = new SettableClock(NINE);
    private Ledger ledger;
    private Grants grants;
    private RememberActs acts;

    @BeforeEach
    void begin() {
        completed(database.sql("truncate ledger.acts, ledger.counters, ledger.grants, ledger.closings, ledger.paces")
                .then());
        grants = new Grants(database);
        ledger = ledger(redis);
        var ways = new StaticListableBeanFactory();
        ways.addBean("way", new Anyhow());
        acts = new RememberActs(database, ways.getBeanProvider(Way.class));
    }

    @Test
    void askingWhetherAWayIsOpenDrawsNothing() {
        assertThat(isOpen(SERVICE)).isFalse();
        does(Act.MESSAGE);

        for (int i = 0; i < 7; i++) {
            assertThat(isOpen(SERVICE)).isTrue();
        }
        assertThat(given(50, SERVICE)).isEqualTo(5);
        assertThat(isOpen(SERVICE)).as("all five are used").isFalse();
        does(Act.MENU);
        clock.pass(Duration.ofHours(1));
        does(Act.MESSAGE);
        assertThat(isOpen(SERVICE)).isTrue();
        clock.pass(Duration.ofHours(48));
        assertThat(isOpen(SERVICE)).as("two days later").isFalse();
    }

    @Test
    void aPermissionOpensAWayUntilItIsUsed() {
        assertThat(isOpen(NEWS)).isFalse();
        permits(1, 9);
        assertThat(isOpen(NEWS)).isTrue();
        assertThat(isOpen(NEWS, SERVICE)).as("one alone is not enough").isFalse();
        assertThat(given(1, NEWS)).isEqualTo(1);
        assertThat(isOpen(NEWS)).isFalse();
    }

    private boolean isOpen(Allowance... allowances) {
        return result(ledger.isOpen(new Errand(COMMUNITY, WANG, WAY, List.of(allowances))));
    }

    @Test
    void fiftyWhoAskAtOnceGetExactlyTheFiveThatAreLeft() {
        does(Act.MESSAGE);

        assertThat(given(50, SERVICE)).isEqualTo(5);
        assertThat(ask(SERVICE)).isEqualTo(new Leave.AfterAnAct());
    }

    @Test
    void theSameActAgainOpensTheWindowAnew() {
        does(Act.MESSAGE);
        assertThat(given(3, SERVICE)).isEqualTo(3);
        clock.pass(Duration.ofSeconds(1));
        does(Act.MESSAGE);

        assertThat(given(9, SERVICE)).isEqualTo(5);
    }

    @Test
    void aRepeatOfAnOldActOpensNothing() {
        does(Act.MESSAGE);
        assertThat(given(5, SERVICE)).isEqualTo(5);
        does(Act.MESSAGE);

        assertThat(ask(SERVICE)).isEqualTo(new Leave.AfterAnAct());
    }

    @Test
    void whoNeverWroteIsNotWrittenTo() {
        assertThat(ask(SERVICE)).isEqualTo(new Leave.AfterAnAct());
    }

    @Test
    void whatWasNotSentCanBeSentBySomebodyElse() {
        does(Act.MESSAGE);
        given(4, SERVICE);
        var last = (Leave.Given) ask(SERVICE, DAILY);
        assertThat(ask(SERVICE)).isInstanceOf(Leave.AfterAnAct.class);

        completed(ledger.giveBack(last));

        assertThat(given(5, SERVICE)).isEqualTo(1);
    }

    @Test
    void whereOneThingIsMissingNothingIsDrawn() {
        does(Act.MESSAGE);
        given(10, DAILY);

        assertThat(ask(SERVICE, DAILY)).isEqualTo(new Leave.NotBefore(Instant.parse("2026-03-02T16:00:00Z")));
        assertThat(given(9, SERVICE)).isEqualTo(5);
    }

    @Test
    void aQuotaBeginsAnewAtMidnight() {
        assertThat(given(50, DAILY)).isEqualTo(10);
        clock.pass(Duration.ofHours(15));

        assertThat(given(50, DAILY)).isEqualTo(10);
    }

    @Test
    void eachPermissionIsUsedOnce() {
        permits(2, 9);
        permits(1, 9);

        assertThat(given(50, NEWS)).isEqualTo(3);
    }

    @Test
    void permissionsThatDoNotAddUpDoNot() {
        permits(1, 1);
        permits(1, 1);

        assertThat(given(9, NEWS)).isEqualTo(1);
    }

    @Test
    void aRefusalTakesAllPermissionsBack() {
        permits(3, 9);
        permits(0, 0);

        assertThat(given(9, NEWS)).isZero();
    }

    @Test
    void whatThePlatformSaysCountsMoreThanWhatWeCounted() {
        does(Act.MESSAGE);
        permits(3, 9);
        clock.pass(Duration.ofSeconds(1));
        fails(new SendFailure(Reason.WINDOW_CLOSED, "45047"), SERVICE, NEWS);
        clock.pass(Duration.ofSeconds(1));

        assertThat(ask(SERVICE)).isEqualTo(new Leave.AfterAnAct());
        does(Act.MESSAGE);
        assertThat(ask(SERVICE)).isInstanceOf(Leave.Given.class);
        assertThat(ask(NEWS)).isEqualTo(new Leave.AfterAnAct());
    }

    @Test
    void aQuotaThatThePlatformCallsSpentClosesTheWayForTheWholeAccount() {
        fails(new SendFailure(Reason.QUOTA_SPENT, "45009"));

        var other = new Errand(COMMUNITY, Address.person(CHANNEL, "nest", "li"), WAY, List.of());
        assertThat(result(ledger.ask(other, Duration.ZERO)))
                .isEqualTo(new Leave.NotBefore(Instant.parse("2026-03-02T16:00:00Z")));
        clock.pass(Duration.ofHours(15));
        assertThat(result(ledger.ask(other, Duration.ZERO))).isInstanceOf(Leave.Given.class);
    }

    @Test
    void theTimeThatThePlatformNamesIsKept() {
        fails(new SendFailure(Reason.THROTTLED, "45009", Duration.ofSeconds(60)));

        assertThat(ask()).isEqualTo(new Leave.NotBefore(NINE.plusSeconds(60)));
        clock.pass(Duration.ofSeconds(60));
        assertThat(ask()).isInstanceOf(Leave.Given.class);
    }

    @Test
    void allReplicasTogetherKeepToTheRate() {
        var rate = rate();
        var replicas = List.of(ledger, ledger(redis), ledger(redis));
        int inAMinute = drawn(replicas, rate);
        assertThat(inAMinute).as("next to nothing is in a new bucket").isEqualTo(1);

        for (int half = 0; half < 119; half++) {
            clock.pass(Duration.ofMillis(500));
            inAMinute += drawn(replicas, rate);
        }

        assertThat(inAMinute).isBetween(90, 100);
    }

    /// Five of its minutes are looked at, after one in which the bucket was new.
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 30, 60})
    void aSmallRateIsSharedWithoutLosingMuchOfIt(int most) {
        var rate = rate(most);
        var replicas = List.of(ledger, ledger(redis), ledger(redis));
        seconds(60, replicas, rate);

        assertThat(seconds(300, replicas, rate)).isBetween((int) Math.ceil(0.95 * most * 5), most * 5);
    }

    private int seconds(int seconds, List<Ledger> replicas, Rate rate) {
        int sent = 0;
        for (int half = 0; half < 2 * seconds; half++) {
            sent += drawn(replicas, rate);
            clock.pass(Duration.ofMillis(500));
        }
        return sent;
    }

    @Test
    void withoutRedisTheRateIsKeptToMoreSlowly() {
        var rate = rate();
        var replicas = List.of(ledger(nowhere()), ledger(nowhere()));

        int inAMinute = 0;
        for (int second = 0; second < 4; second++) {
            inAMinute += drawn(replicas, rate);
            clock.pass(Duration.ofSeconds(15));
        }

        assertThat(inAMinute).isEqualTo(Share.of(rate).reserve());
    }

    @Test
    void whatIsOverIsForgotten() {
        does(Act.MESSAGE);
        given(1, SERVICE, DAILY);
        var forget = new ForgetOldCounts(new OldRows(database, clock));
        assertThat(result(forget.round())).isZero();
        clock.pass(Duration.ofDays(4));

        assertThat(result(forget.round())).isEqualTo(2);
    }

    private Leave ask(Allowance... allowances) {
        return result(ledger.ask(errand(allowances), Duration.ZERO));
    }

    private long given(int asked, Allowance... allowances) {
        return drawn(List.of(ledger), asked, allowances);
    }

    private int drawn(List<Ledger> replicas, Rate rate) {
        return (int) drawn(replicas, 9, rate);
    }

    private static long drawn(List<Ledger> replicas, int asked, Allowance... allowances) {
        return results(Flux.range(0, asked)
                        .flatMap(n -> replicas.get(n % replicas.size()).ask(errand(allowances), Duration.ZERO), asked))
                .stream()
                .filter(Leave.Given.class::isInstance)
                .count();
    }

    private void does(Act act) {
        completed(acts.write(List.of(new Acted(COMMUNITY, WANG, act, clock.instant()))));
    }

    private void permits(int more, int most) {
        completed(grants.write(List.of(new Permitted(COMMUNITY, WANG, new Content.Permits("t-1", more, most)))));
    }

    private void fails(SendFailure failure, Allowance... allowances) {
        completed(ledger.correct(errand(allowances), failure));
    }

    private static Errand errand(Allowance... allowances) {
        return new Errand(COMMUNITY, WANG, WAY, List.of(allowances));
    }

    private static Rate rate() {
        return rate(100);
    }

    private static Rate rate(int most) {
        return new Rate(
                "parrot.robot",
                new Scope(Scope.Kind.ACCOUNT, java.util.UUID.randomUUID().toString()),
                most,
                Duration.ofMinutes(1));
    }

    private Ledger ledger(LettuceConnectionFactory redis) {
        return new Ledger(
                new Standings(database),
                new Counters(database),
                grants,
                new Rates(new Buckets(redis, clock), new Paces(database, clock)),
                new Closings(database, clock),
                clock);
    }

    private static LettuceConnectionFactory nowhere() {
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    private record Anyhow() implements Way {

        @Override
        public String id() {
            return WAY;
        }

        @Override
        public ChannelId channel() {
            return CHANNEL;
        }

        @Override
        public Limits limits() {
            return new Limits(2048, Duration.ZERO);
        }

        @Override
        public boolean carries(Outbound letter) {
            return true;
        }

        @Override
        public List<Allowance> allowances(Outbound letter) {
            return List.of(SERVICE);
        }

        @Override
        public Mono<Receipt> send(Outbound message) {
            return Mono.just(new Receipt("r"));
        }
    }
}
