package org.linli.understanding.opennlp;

import org.linli.understanding.Intent;

/// Which label means that nothing is wanted of us, and which ones are worth a word of ours in spite of it.
///
/// @param outside `chatter` in our groups; empty where each message has a label of its own
public record Scope(String outside) {

    /// Our own labels: among neighbours only what opens a case is worth disturbing them.
    public static final Scope NEIGHBOURS = new Scope(Intent.CHATTER.label());

    /// Whether a label is what the others have to be told from when we may stay silent.
    boolean worthy(String label) {
        return isOurs() ? new Intent(label).opensCase() : !label.equals(outside);
    }

    boolean isOurs() {
        return equals(NEIGHBOURS);
    }
}
