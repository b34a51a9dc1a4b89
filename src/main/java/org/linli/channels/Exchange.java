package org.linli.channels;

import java.time.Duration;
import java.time.Instant;

/// One call between a platform and us, as far as those who administer may see it: no words, no secret, no person.
///
/// @param account the one it was for, as in [Address#account]
/// @param what    the interface or the kind of call, like `message/custom/send`, `text`
/// @param code    the platform's own, or `HTTP 503`, or the name of an error
public record Exchange(
        ChannelId channel,
        String account,
        Direction direction,
        String what,
        String code,
        boolean good,
        Duration took,
        Instant at) {

    public enum Direction {
        /// They called us.
        IN,
        /// We called them.
        OUT
    }
}
