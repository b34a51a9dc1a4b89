package org.linli.notices;

import java.time.Instant;

/// When what a notice says holds.
///
/// @param until exclusive; afterwards nobody is told any more
public record Period(Instant from, Instant until) {

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
