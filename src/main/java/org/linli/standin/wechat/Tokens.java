package org.linli.standin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// Gives the "stable" access token to whoever knows the secret: the same one until it is nearly over.
final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final String AS_LONG_AS_THEY_MAY_BE = "-".repeat(498);
    private static final Duration SIDE_BY_SIDE = Duration.ofMinutes(5);

    private final Map<String, Instant> good = new LinkedHashMap<>();
    private final Keys keys;
    private final Clock clock;
    private int generation;
    private String current = "";

    Tokens(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        current();
    }

    synchronized Told give(Asked call) {
        JsonNode asked = call.json();
        if (!asked.path("appid").asString("").equals(keys.appId())) {
            return Codes.refused(40013);
        }
        if (!asked.path("secret").asString("").equals(keys.secret())) {
            return Codes.refused(40001);
        }
        String token = current();
        long left = Duration.between(clock.instant(), good.get(token)).toSeconds();
        return Told.json(Map.of("access_token", token, "expires_in", left));
    }

    /// The errcode for a call with this token, 0 where it is good.
    synchronized long refusal(String token) {
        if (token.isEmpty()) {
            return 41001;
        }
        Instant until = good.get(token);
        return until == null ? 40001 : until.isAfter(clock.instant()) ? 0 : 42001;
    }

    /// The token that it gives now.
    synchronized String current() {
        Instant now = clock.instant();
        Instant until = good.get(current);
        if (until == null || until.isBefore(now.plus(SIDE_BY_SIDE))) {
            current = "SECRET-TOKEN-" + ++generation + AS_LONG_AS_THEY_MAY_BE;
            good.put(current, now.plus(LIFE));
        }
        return current;
    }

    /// From now on only another one is good.
    synchronized void expire() {
        good.replaceAll((_, _) -> Instant.EPOCH);
        current = "";
    }
}
