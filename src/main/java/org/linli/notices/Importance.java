package org.linli.notices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How much depends on whether people know of it. Stored by name.
public enum Importance {
    /// Whoever reads it in the group is not written to once more.
    ORDINARY,
    /// Everybody is written to, by a second way after two hours in silence.
    IMPORTANT,
    /// At any hour, whatever people asked for, before everything else; by a second way after ten minutes.
    EMERGENCY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The letter in which it is told. The outbox sends those of emergencies first and other notices last.
    public String letter() {
        return this == EMERGENCY ? "notice-emergency" : "notice";
    }

    /// After how long without a sign of life another way is tried. Empty: none is.
    public Optional<Duration> patience() {
        return switch (this) {
            case ORDINARY -> Optional.empty();
            case IMPORTANT -> Optional.of(Duration.ofHours(2));
            case EMERGENCY -> Optional.of(Duration.ofMinutes(10));
        };
    }

    /// Whether wishes, quiet hours and the limit of a day hold it back.
    public boolean respectsWishes() {
        return this != EMERGENCY;
    }
}
