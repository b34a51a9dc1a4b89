package org.linli.notices.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.notices.knowing.Visited.Outcome;

/// One door ticked off, as the page or the phone that was offline hands it in.
///
/// @param visit an id made there
/// @param at    when it was ticked off, in ISO 8601; empty: now
record VisitForm(
        @Nullable String who,
        @Nullable String outcome,
        @Nullable String visit,
        @Nullable String at) {

    private static final Duration BELIEVED = Duration.ofDays(7);

    String whom() {
        return who == null ? "" : who;
    }

    /// Empty where it is nonsense.
    Optional<Outcome> came() {
        return Arrays.stream(Outcome.values())
                .filter(it -> it.name().equals(outcome))
                .findFirst();
    }

    UUID name() {
        try {
            return UUID.fromString(String.valueOf(visit));
        } catch (IllegalArgumentException nonsense) {
            return UUID.randomUUID();
        }
    }

    Instant time(Instant now) {
        try {
            var said = Instant.parse(String.valueOf(at));
            return said.isAfter(now) || said.isBefore(now.minus(BELIEVED)) ? now : said;
        } catch (DateTimeException nonsense) {
            return now;
        }
    }

    @Override
    public String toString() {
        return "VisitForm[]";
    }
}
