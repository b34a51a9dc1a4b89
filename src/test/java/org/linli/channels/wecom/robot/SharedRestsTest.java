package org.linli.channels.wecom.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.tencent.OwnRedis;

/// How long a robot with a refused key is left alone by two replicas.
class SharedRestsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
    private OwnRedis redis;
    private SharedRests one;
    private SharedRests other;

    @BeforeEach
    void start() {
        redis = new OwnRedis();
        one = new SharedRests(redis.template(), clock);
        other = new SharedRests(redis.template(), clock);
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void whatOneReplicaWasRefusedNoReplicaTries() {
        assertThat(result(other.rests("b3"))).isFalse();
        assertThat(results(one.refused("b3").flux())).containsExactly(Duration.ofMinutes(1));

        assertThat(result(other.rests("b3"))).isTrue();
        assertThat(result(other.rests("b5"))).isFalse();
        assertThat(results(other.refused("b3").flux())).as("told once").isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(result(one.rests("b3"))).isFalse();
        assertThat(result(other.rests("b3"))).isFalse();
    }

    @Test
    void itRestsTwiceAsLongEachTimeWhoeverTriesAndAnHourAtTheMost() {
        for (int minutes = 1; minutes < 60; minutes *= 2) {
            assertThat(results(one.refused("b3").flux())).containsExactly(Duration.ofMinutes(minutes));
            clock.pass(Duration.ofMinutes(minutes));
            var turn = one;
            one = other;
            other = turn;
        }
        assertThat(results(one.refused("b3").flux())).containsExactly(Duration.ofHours(1));

        clock.pass(Duration.ofHours(2).plusMillis(1));
        assertThat(results(other.refused("b3").flux())).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void withoutRedisWhoWasRefusedLeavesTheRobotAloneForTheHour() {
        redis.stop();
        assertThat(result(one.rests("b3"))).isFalse();
        assertThat(results(one.refused("b3").flux())).containsExactly(Duration.ofHours(1));

        clock.pass(Duration.ofMinutes(59));
        redis.startAgain();
        assertThat(result(one.rests("b3"))).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(result(one.rests("b3"))).isFalse();
    }
}
