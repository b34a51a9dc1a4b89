package org.linli.audit;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Follows the chain of an exported trail, without the program that wrote it or its database: pure.
public final class CheckExport {

    /// @param proven  how many lines are chained without a gap, from the first one on
    /// @param waiting how many were not chained yet when it was exported
    public record Sound(long proven, long waiting, String head) {}

    private final @Nullable String known;

    private Proof proof = Proof.BEGUN;
    private long waiting;
    private boolean knownFound;

    /// @param known a hash that somebody wrote down: it has to be in the chain, or the end was cut off or all computed
    ///              anew; `null`: nobody did
    public CheckExport(@Nullable String known) {
        this.known = known;
    }

    /// Throws [BrokenTrail].
    public Sound check(Iterator<String> lines) {
        for (long at = 1; lines.hasNext(); at++) {
            follow(ExportedLine.read(lines.next(), at), at);
        }
        if (known != null && !knownFound) {
            throw new BrokenTrail("the hash %s is not in the chain of %d lines".formatted(known, proof.proven()));
        }
        return new Sound(proof.proven(), waiting, proof.head());
    }

    private void follow(Chained line, long at) {
        if (line.isWaiting()) {
            waiting++;
            return;
        }
        proof = proof.further(line);
        if (proof.broken() != null || waiting > 0) {
            throw new BrokenTrail("line %d does not fit: it, or what stood before it, was changed, taken out or put in"
                    .formatted(at));
        }
        knownFound |= line.hash().equals(known);
    }
}
