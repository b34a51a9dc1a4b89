package org.linli.postroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.Exchange;
import org.linli.channels.Exchange.Direction;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is noted of the calls between a platform and us.
@LinliTest
class ExchangeLogTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Account NEST = new Account(new ChannelId("parrot"), "nest", new CommunityId("willow"));

    @Autowired
    DatabaseClient database;

    private ExchangeLog log;
    private NoteExchanges notes;

    @BeforeEach
    void begin() {
        Results.completed(database.sql("truncate postroom.exchanges, postroom.minutes, postroom.callbacks")
                .then());
        log = new ExchangeLog(database, Clock.fixed(NINE, ZoneOffset.UTC));
        var checkups = new StaticListableBeanFactory();
        checkups.addBean("parrot", new Nest());
        notes = new NoteExchanges(new Accounts(checkups.getBeanProvider(Checkup.class)), log);
    }

    @Test
    void everyCallIsCountedAndTheNewestAreKept() {
        for (int i = 0; i < 1_000; i++) {
            note(Direction.OUT, "call-" + i, i % 10 != 0);
        }
        Results.completed(notes.round());
        Results.completed(notes.round());

        assertThat(Results.result(log.lastHour(NEST))).isEqualTo(new ExchangeLog.LastHour(1_000, 100));
        assertThat(Results.results(log.newest(NEST)))
                .hasSize(NotedExchanges.REMEMBERED)
                .first()
                .extracting(Exchange::what)
                .isEqualTo("call-999");
    }

    @Test
    void onlySoManyAreKept() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < NotedExchanges.REMEMBERED; i++) {
                note(Direction.OUT, "call", true);
            }
            Results.completed(notes.round());
        }

        assertThat(Results.number(database, "select count(*) n from postroom.exchanges"))
                .isEqualTo(ExchangeLog.KEPT);
    }

    @Test
    void whenThePlatformCalledLastIsRemembered() {
        note(Direction.OUT, "message/send", true);
        Results.completed(notes.round());
        assertThat(log.lastCall(NEST).blockOptional(Duration.ofSeconds(5))).isEmpty();

        note(Direction.IN, "messages", true);
        Results.completed(notes.round());
        assertThat(Results.result(log.lastCall(NEST))).isEqualTo(NINE);
    }

    @Test
    void whatIsForNoAccountOfOursIsNotNoted() {
        notes.note(new Exchange(
                new ChannelId("pigeon"), "loft", Direction.IN, "messages", "HTTP 200", true, Duration.ZERO, NINE));
        Results.completed(notes.round());

        assertThat(Results.number(database, "select count(*) n from postroom.minutes"))
                .isZero();
    }

    @Test
    void oneFailureIsNeverNone() {
        assertThat(new ExchangeLog.LastHour(1_000, 1).rate()).isEqualTo(1);
        assertThat(new ExchangeLog.LastHour(0, 0).rate()).isZero();
        assertThat(new ExchangeLog.LastHour(3, 3).rate()).isEqualTo(100);
    }

    private void note(Direction direction, String what, boolean good) {
        notes.note(new Exchange(
                NEST.channel(),
                NEST.id(),
                direction,
                what,
                good ? "0" : "errcode -1",
                good,
                Duration.ofMillis(3),
                NINE));
    }

    private record Nest() implements Checkup {

        @Override
        public ChannelId channel() {
            return NEST.channel();
        }

        @Override
        public List<Account> accounts() {
            return List.of(NEST);
        }

        @Override
        public Mono<Instant> tokenUntil(Account account) {
            return Mono.empty();
        }

        @Override
        public Flux<Step> check(Account account) {
            return Flux.empty();
        }
    }
}
