package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.tencent.OwnRedis;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/// A real Redis that is stopped in the middle and comes back having forgotten everything: what platforms allow in a
/// minute is never exceeded, in no minute, by two replicas together.
@Tag("long")
@LinliTest
class RedisAwayIT {

    private static final CommunityId COMMUNITY = new CommunityId("willow");
    private static final Duration STEP = Duration.ofSeconds(2);
    /// Without Redis each asking waits half a second for it.
    private static final Duration LONG_STEP = Duration.ofSeconds(10);
    private static final int ASKED_A_STEP = 12;

    @Autowired
    DatabaseClient database;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final List<Instant> sent = new ArrayList<>();

    @BeforeEach
    void begin() {
        completed(database.sql("truncate ledger.paces").then());
    }

    @Test
    void noMinuteSeesMoreThanIsAllowedWhileRedisGoesAndComesBack() {
        var rate = new Rate("parrot.robot", new Scope(Scope.Kind.ACCOUNT, "nest"), 100, Duration.ofMinutes(1));
        try (var redis = new OwnRedis()) {
            var connections = List.of(redis.factory(), redis.factory());
            var replicas = connections.stream().map(this::rates).toList();
            seconds(70, STEP, replicas, rate);
            int with = sent.size();
            redis.stop();
            seconds(70, LONG_STEP, replicas, rate);
            int without = sent.size() - with;
            redis.startAgain();
            connections.forEach(it -> await().ignoreExceptions()
                    .until(() -> "PONG".equals(it.getConnection().ping())));
            seconds(70, STEP, replicas, rate);

            assertThat(with).as("with Redis").isBetween(80, 117);
            assertThat(without).as("without Redis, slowly").isBetween(1, 3);
            assertThat(sent.size()).as("with Redis again").isGreaterThan(with + without + 20);
            assertThat(mostInAMinute()).isLessThanOrEqualTo(100);
        }
    }

    private void seconds(int seconds, Duration step, List<Rates> replicas, Rate rate) {
        for (long passed = 0; passed < seconds; passed += step.toSeconds()) {
            long granted = result(Flux.range(0, ASKED_A_STEP)
                    .flatMap(n -> replicas.get(n % replicas.size()).take(COMMUNITY, rate), ASKED_A_STEP)
                    .filter(Duration::isZero)
                    .count());
            for (long n = 0; n < granted; n++) {
                sent.add(clock.instant());
            }
            clock.pass(step);
        }
    }

    private long mostInAMinute() {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(60)))
                        .count())
                .max()
                .orElseThrow();
    }

    private Rates rates(LettuceConnectionFactory redis) {
        return new Rates(new Buckets(redis, clock), new Paces(database, clock));
    }
}
