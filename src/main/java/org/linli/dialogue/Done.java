package org.linli.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Intent;

/// The request that was completed last: a picture or a correction right after it belongs to it.
///
/// @param place id of where it was; `null` where none was said
record Done(String label, Instant at, @Nullable String place) {

    private static final Intent CASE = new Intent("case.add");
    private static final Set<String> CHANGES = Set.of("case.add", "case.correct");
    private static final Intent PROPOSAL = new Intent("propose.project");
    private static final Intent PICTURE = new Intent("propose.picture");
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// The next one: what is done to a case is about the place of that case.
    static Done of(String label, Instant at, @Nullable String place, @Nullable Done before) {
        if (place == null && before != null && new Intent(label).act().equals(Scene.CASE)) {
            return new Done(label, at, before.place());
        }
        return new Done(label, at, place);
    }

    boolean isFresh(Instant now) {
        return at.plus(FRESH).isAfter(now);
    }

    /// Whether it opened a case, or changed one: what is said of a place right after it may be of its place.
    boolean isOfCase() {
        return new Intent(label).opensCase() || CHANGES.contains(label);
    }

    boolean isFreshEmergency(Instant now) {
        return label.equals(Intent.EMERGENCY.label()) && isFresh(now);
    }

    /// Whether it only told what would happen once they are sure, so that "算了" means just that.
    boolean isWithoutConsequence(Instant now) {
        return label.equals("account.data") && isFresh(now);
    }

    /// What a picture means that comes right after it. Empty where it belongs to nothing.
    Optional<Intent> addition(Instant now) {
        return isFresh(now) ? addition(new Intent(label)) : Optional.empty();
    }

    private static Optional<Intent> addition(Intent done) {
        if (done.opensCase()) {
            return Optional.of(CASE);
        }
        return done.equals(PROPOSAL) ? Optional.of(PICTURE) : Optional.empty();
    }
}
