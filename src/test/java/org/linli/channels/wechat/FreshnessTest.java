package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.channels.wechat.Workbench.CALLS;
import static org.linli.channels.wechat.Workbench.got;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.channels.WebhookRejected;

/// Genuine calls that come once more.
class FreshnessTest {

    private static final String WORDS = WechatCalls.text("oResident1", "1", "电梯坏了");

    private static Workbench workbench;

    @BeforeAll
    static void startRedis() {
        workbench = new Workbench();
    }

    @AfterAll
    static void stopRedis() {
        workbench.close();
    }

    @Test
    void thePlatformsOwnRetryPassesInEitherMode() {
        for (var call : new WechatCalls.Call[] {CALLS.plain(WORDS), CALLS.safe(WORDS)}) {
            got(channel(Duration.ZERO).receive(call.request()));
            got(channel(Duration.ofSeconds(15)).receive(call.request()));
        }
    }

    @Test
    void aCallThatWasSeenAndComesMuchLaterIsTurnedAway() {
        for (var call : new WechatCalls.Call[] {CALLS.plain(WORDS), CALLS.safe(WORDS)}) {
            assertRejected(channel(Duration.ofMinutes(11)), call);
            assertRejected(channel(Duration.ofMinutes(-11)), call);
            got(channel(Duration.ofMinutes(9)).receive(call.request()));
        }
    }

    @Test
    void nobodyPutsAnotherBodyBehindAnAddressThatTheySaw() {
        var seen = CALLS.plain(WORDS);
        got(channel(Duration.ZERO).receive(seen.request()));
        assertRejected(channel(Duration.ZERO), seen.withBody(WechatCalls.text("oResident1", "2", "都是假的")));
    }

    @Test
    void withoutRedisNothingIsTurnedAwayForIt() {
        try (var other = new Workbench()) {
            other.stopRedis();
            got(other.receiving(Clock.systemUTC()).receive(CALLS.plain(WORDS).request()));
        }
    }

    private static WechatChannel channel(Duration late) {
        return workbench.receiving(Clock.fixed(Instant.now().plus(late), ZoneOffset.UTC));
    }

    private static void assertRejected(WechatChannel channel, WechatCalls.Call call) {
        assertThatThrownBy(() -> got(channel.receive(call.request())))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        it -> assertThat(it.reason()).isEqualTo(WebhookRejected.Reason.NOT_GENUINE));
    }
}
