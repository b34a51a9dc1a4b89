package org.linli.standin.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;

/// Gives the access token to whoever knows the secret: the same one as long as it is good. Whoever keeps guessing is
/// turned away for good.
public final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final int MOST_WRONG = 10;

    private final String corpId;
    private final String secret;
    private final Clock clock;
    private int generation;
    private int wrong;
    private Instant until = Instant.EPOCH;

    public Tokens(String corpId, String secret, Clock clock) {
        this.corpId = corpId;
        this.secret = secret;
        this.clock = clock;
    }

    /// Answers `gettoken`.
    public synchronized Told give(Asked call) {
        if (wrong >= MOST_WRONG) {
            return Codes.refused(45009);
        }
        if (!call.parameter("corpid").equals(corpId)) {
            return Codes.refused(40013);
        }
        if (!call.parameter("corpsecret").equals(secret)) {
            wrong++;
            return Codes.refused(40001);
        }
        String token = current();
        long left = Duration.between(clock.instant(), until).toSeconds();
        return Codes.ok(Map.of("access_token", token, "expires_in", left));
    }

    /// The errcode for a call with this token, 0 where it is good.
    public synchronized long refusal(String token) {
        if (token.isEmpty()) {
            return 41001;
        }
        if (!token.equals(name())) {
            return token.startsWith("SECRET-TOKEN-") ? 42001 : 40014;
        }
        return until.isAfter(clock.instant()) ? 0 : 42001;
    }

    /// From now on only another one is good.
    public synchronized void expire() {
        until = Instant.EPOCH;
    }

    synchronized int wrong() {
        return wrong;
    }

    private String current() {
        if (!until.isAfter(clock.instant())) {
            generation++;
            until = clock.instant().plus(LIFE);
        }
        return name();
    }

    private String name() {
        return "SECRET-TOKEN-" + generation;
    }
}
