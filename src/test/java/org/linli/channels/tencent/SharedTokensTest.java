package org.linli.channels.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedTokensTest {

    @Test
    void operatorsSeeUntilWhenEachTokenIsUsed() {
        var meters = new SimpleMeterRegistry();
        var tokens = new SharedTokens(OwnRedis.nobody(), meters);

        tokens.isUsedUntil("wechat:wx1", Instant.ofEpochSecond(100));
        tokens.isUsedUntil("wechat:wx1", Instant.ofEpochSecond(7_300));

        assertThat(meters.get("linli.token.expires")
                        .tag("account", "wechat:wx1")
                        .gauge()
                        .value())
                .isEqualTo(7_300);
    }
}
