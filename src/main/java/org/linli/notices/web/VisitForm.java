package org.linli.notices.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.notices.knowing.KnockAtDoors.Tick;
import org.linli.notices.knowing.Visited.Outcome;
import org.linli.platform.words.SaidTime;

/// One door ticked off, as the page or the phone that was offline hands it in.
///
/// @param visit an id made there
/// @param at    when it was ticked off, in ISO 8601; empty: now
record VisitForm(
        @Nullable String who,
        @Nullable String outcome,
        @Nullable String visit,
        @Nullable String at) {

    /// Empty where what came of it is nonsense.
    Optional<Tick> tick() {
        return Arrays.stream(Outcome.values())
                .filter(it -> it.name().equals(outcome))
                .findFirst()
                .map(it -> new Tick(name(), who == null ? "" : who, it, time()));
    }

    private UUID name() {
        try {
            return UUID.fromString(String.valueOf(visit));
        } catch (IllegalArgumentException nonsense) {
            return UUID.randomUUID();
        }
    }

    private @Nullable Instant time() {
        try {
            return SaidTime.instant(String.valueOf(at));
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "VisitForm[]";
    }
}
