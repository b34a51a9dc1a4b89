package org.linli.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.understanding.Intent;

/// The request that was completed last: a picture or a correction right after it belongs to it.
record Done(String label, Instant at) {

    private static final Intent CASE = new Intent("case.add");
    private static final Intent PROPOSAL = new Intent("propose.project");
    private static final Intent PICTURE = new Intent("propose.picture");
    private static final Duration FRESH = Duration.ofMinutes(10);

    boolean isFresh(Instant now) {
        return at.plus(FRESH).isAfter(now);
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
