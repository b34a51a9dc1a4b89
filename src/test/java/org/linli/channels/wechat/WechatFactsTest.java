package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.QUOTA_SPENT;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.tencent.Facts;

/// Every code of which it is known what to do about it does that.
class WechatFactsTest {

    private static final Map<String, LongPredicate> MEANINGS = Map.ofEntries(
            Map.entry(
                    "retry with jitter, max 3",
                    it -> is(it, UNREACHABLE) && of(it).failure().mostTries() == 4),
            Map.entry("drop cached token", it -> of(it).refusesToken()),
            Map.entry("wrong secret: stop", it -> is(it, MISCONFIGURED)),
            Map.entry("user gone", it -> is(it, RECIPIENT_GONE)),
            Map.entry("on our blacklist", it -> is(it, RECIPIENT_GONE)),
            Map.entry("switched messages off", it -> is(it, RECIPIENT_GONE)),
            Map.entry("window closed", it -> is(it, WINDOW_CLOSED)),
            Map.entry("until the next user action", it -> is(it, WINDOW_CLOSED)),
            Map.entry("no subscription left", it -> is(it, WINDOW_CLOSED)),
            Map.entry("daily quota", it -> is(it, QUOTA_SPENT)),
            Map.entry("too fast", it -> is(it, THROTTLED)),
            Map.entry("permission/ban", it -> is(it, MISCONFIGURED)),
            Map.entry("success", it -> of(it).isSuccess()),
            Map.entry(
                    "retry after 60 s",
                    it -> of(it).failure().retryAfter().equals(Optional.of(Duration.ofSeconds(60)))),
            Map.entry("re-upload", it -> of(it).forgetsMedia()),
            Map.entry("our bug", it -> is(it, CONTENT_REFUSED)));

    @Test
    void whatIsKnownOfACodeIsDone() throws IOException {
        var facts = Facts.read().ofWechat();

        assertThat(facts).hasSizeGreaterThanOrEqualTo(35);
        Facts.hold(facts, MEANINGS);
    }

    private static boolean is(long code, Reason reason) {
        return !of(code).isSuccess() && of(code).failure().reason() == reason;
    }

    private static WechatCode of(long code) {
        return new WechatCode(code);
    }
}
