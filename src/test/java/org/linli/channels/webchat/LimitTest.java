package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

@LinliTest
class LimitTest {

    private static final WebchatProperties FIVE_AN_ADDRESS =
            new WebchatProperties(3, 5, 1000, 100, DataSize.ofMegabytes(1));

    @Autowired
    private ReactiveStringRedisTemplate redis;

    private final String address = "a-" + UUID.randomUUID();

    @Test
    void aNewCookieBuysNothing() {
        var limit = limit();
        for (int i = 0; i < 5; i++) {
            limit.take(new Sender("v-" + UUID.randomUUID(), address, false)).block();
        }

        assertThatThrownBy(() -> limit.take(new Sender("v-" + UUID.randomUUID(), address, false))
                        .block())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void thisMachineMayTryMore() {
        var limit = limit();

        for (int i = 0; i < 50; i++) {
            limit.take(new Sender("v-" + UUID.randomUUID(), address, true)).block();
        }
    }

    @Test
    void aSenderIsKnownByTheAddressToo() {
        var visitors = new Visitors();
        var far = visitors.sender(from("203.0.113.7"));

        assertThat(far.isHere()).isFalse();
        assertThat(far.address())
                .isNotEqualTo(visitors.sender(from("203.0.113.8")).address());
        assertThat(far.toString()).doesNotContain("203.0.113.7");
        assertThat(visitors.sender(from("127.0.0.1")).isHere()).isTrue();
    }

    private Limit limit() {
        return new Limit(redis, FIVE_AN_ADDRESS, new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
    }

    private static MockServerHttpRequest from(String address) {
        return MockServerHttpRequest.get("/chat")
                .remoteAddress(new InetSocketAddress(address, 1))
                .build();
    }
}
