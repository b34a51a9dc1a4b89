package org.linli.standin.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;

/// What the group's robot says: `webhook/send`, 20 a minute, 2048 bytes.
final class Robot {

    private static final int MOST_BYTES = 2048;
    private static final int MOST_A_MINUTE = 20;

    private final Keys keys;
    private final Members members;
    private final Clock clock;
    private final Deque<Instant> lately = new ArrayDeque<>();

    Robot(Keys keys, Members members, Clock clock) {
        this.keys = keys;
        this.members = members;
        this.clock = clock;
    }

    synchronized Told send(Asked call) {
        if (!call.parameter("key").equals(keys.robot())) {
            return Codes.refused(93000);
        }
        String text = call.json().at("/text/content").asString("");
        if (text.isEmpty()) {
            return Codes.refused(44004);
        }
        if (text.getBytes(UTF_8).length > MOST_BYTES) {
            return Codes.refused(45002);
        }
        lately.removeIf(it -> it.isBefore(clock.instant().minus(Duration.ofMinutes(1))));
        if (lately.size() >= MOST_A_MINUTE) {
            return Codes.refused(45009);
        }
        lately.add(clock.instant());
        members.allSee("robot", text);
        return Codes.ok(Map.of());
    }
}
