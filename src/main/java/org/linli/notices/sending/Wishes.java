package org.linli.notices.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.QuietHours;
import org.linli.notices.Kind;

/// What a resident asked for. Emergencies go by no wish.
///
/// @param unwanted kinds they do without
/// @param quiet    when they want to be left alone; `null`: never
public record Wishes(Set<Kind> unwanted, @Nullable QuietHours quiet) {

    public static final Wishes NONE = new Wishes(Set.of(), null);

    public Wishes {
        unwanted = Set.copyOf(unwanted);
    }

    /// When they may be written to. Empty: now.
    Optional<Instant> leftAloneUntil(Instant now) {
        return Optional.ofNullable(quiet).flatMap(it -> it.over(now));
    }
}
