package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
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

/// Every code of which it is known what to do about it does that: apps, robots, customer service, customer groups.
class WecomFactsTest {

    private static final Map<String, LongPredicate> MEANINGS = Map.ofEntries(
            Map.entry("retry <=3", it -> is(it, UNREACHABLE) && of(it).failure().mostTries() == 4),
            Map.entry("wrong secret", it -> is(it, MISCONFIGURED) && !of(it).refusesToken()),
            Map.entry("refresh once", it -> of(it).refusesToken()),
            Map.entry("no token", it -> of(it).refusesToken()),
            Map.entry("pause for the window", WecomFactsTest::pauses),
            Map.entry("over the rate", WecomFactsTest::pauses),
            Map.entry("lower parallelism", it -> is(it, THROTTLED)),
            Map.entry("being dispatched", it -> is(it, THROTTLED)),
            Map.entry("too long", it -> is(it, CONTENT_REFUSED)),
            Map.entry("empty", it -> is(it, CONTENT_REFUSED)),
            Map.entry("bad msgtype", it -> is(it, CONTENT_REFUSED)),
            Map.entry("invalid parameter", it -> is(it, CONTENT_REFUSED)),
            // not a letter's: only reading is told so, and goes on without the token
            Map.entry("token expired", it -> is(it, CONTENT_REFUSED)),
            Map.entry("no permission", it -> is(it, MISCONFIGURED)),
            Map.entry("IP not trusted", it -> is(it, MISCONFIGURED)),
            Map.entry("wrong agent", it -> is(it, MISCONFIGURED)),
            Map.entry("API not allowed", it -> is(it, MISCONFIGURED)),
            Map.entry("invalid key", it -> is(it, MISCONFIGURED)),
            Map.entry("disabled", it -> is(it, MISCONFIGURED)),
            Map.entry("not in the group", it -> is(it, MISCONFIGURED)),
            Map.entry("bad open_kfid", it -> is(it, MISCONFIGURED)),
            Map.entry("all receivers invalid", it -> is(it, RECIPIENT_GONE)),
            Map.entry("no contact relation", it -> is(it, RECIPIENT_GONE)),
            Map.entry("nobody to send to", it -> is(it, RECIPIENT_GONE)),
            Map.entry("appchat", it -> is(it, RECIPIENT_GONE) || is(it, MISCONFIGURED)),
            Map.entry("over 5", it -> is(it, WINDOW_CLOSED)),
            Map.entry("ended", it -> is(it, WINDOW_CLOSED)),
            Map.entry("state", it -> is(it, WINDOW_CLOSED)));

    @Test
    void whatIsKnownOfACodeIsDone() throws IOException {
        var facts = Facts.read().ofWecom();

        assertThat(facts).hasSizeGreaterThanOrEqualTo(33);
        Facts.hold(facts, MEANINGS);
    }

    @Test
    void aBlockedAddressIsAskedAgainAfterTheShortestBlock() {
        assertThat(pauses(45009)).isTrue();
    }

    private static boolean pauses(long code) {
        return is(code, THROTTLED) && of(code).failure().retryAfter().equals(Optional.of(Duration.ofMinutes(1)));
    }

    private static boolean is(long code, Reason reason) {
        return !of(code).isSuccess() && of(code).failure().reason() == reason;
    }

    private static WecomCode of(long code) {
        return new WecomCode(code);
    }
}
