package org.linli.channels.tencent;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token of the platform's, and until when we use it.
record AccessToken(String value, Instant until) {

    /// The inverse of [#text]; `null` where somebody else wrote the text.
    static @Nullable AccessToken parse(String text) {
        int space = text.indexOf(' ');
        try {
            return space < 0
                    ? null
                    : new AccessToken(text.substring(space + 1), Instant.parse(text.substring(0, space)));
        } catch (DateTimeException foreign) {
            return null;
        }
    }

    String text() {
        return until + " " + value;
    }

    boolean isGoodAt(Instant now) {
        return until.isAfter(now);
    }

    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}
