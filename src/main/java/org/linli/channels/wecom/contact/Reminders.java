package org.linli.channels.wecom.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// When an owner was reminded of a task (提醒成员群发): three times in 24 hours at the most, by the platform's page of that
/// name. Pure.
///
/// @param at the last ones, the latest last
record Reminders(List<Instant> at) {

    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofHours(24);

    Reminders {
        at = List.copyOf(at.subList(Math.max(0, at.size() - MOST), at.size()));
    }

    boolean mayBeOneMore(Instant now) {
        return at.stream().filter(it -> it.isAfter(now.minus(WITHIN))).count() < MOST;
    }

    Reminders and(Instant now) {
        return new Reminders(Stream.concat(at.stream(), Stream.of(now)).toList());
    }
}
