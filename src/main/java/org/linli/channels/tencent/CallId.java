package org.linli.channels.tencent;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.linli.platform.signing.Sha256;

/// By what a repeated call is recognised, and when it says that it was made.
public final class CallId {

    private static final int LONGEST = 64;
    // PostgreSQL's times end earlier than Java's
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private CallId() {}

    /// The platform's id for the call; where it gives none, a fingerprint of what tells the call from others, in which
    /// no person shows.
    ///
    /// @param otherwise what that is, only asked for where there is no id
    public static String of(String given, Supplier<List<String>> otherwise) {
        String id = given.strip();
        if (id.isEmpty()) {
            return fingerprint(String.join("\n", otherwise.get()));
        }
        return id.length() <= LONGEST ? id : fingerprint(id);
    }

    /// As the platform says it, however wrong.
    public static Instant at(long seconds) {
        if (seconds < EARLIEST.getEpochSecond()) {
            return EARLIEST;
        }
        return seconds > LATEST.getEpochSecond() ? LATEST : Instant.ofEpochSecond(seconds);
    }

    /// The same of milliseconds.
    public static Instant atMillis(long millis) {
        Instant second = at(Math.floorDiv(millis, 1000L));
        return second.equals(EARLIEST) || second.equals(LATEST) ? second : Instant.ofEpochMilli(millis);
    }

    /// @return 64 hexadecimal digits, the same for the same text
    public static String fingerprint(String text) {
        return Sha256.hex(text);
    }
}
