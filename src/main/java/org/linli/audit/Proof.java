package org.linli.audit;

import org.jspecify.annotations.Nullable;

/// How far a chain was followed, each hash computed anew.
///
/// @param proven how many lines fit, from the first one on
/// @param head   the hash of the last one that fits
/// @param broken the place of the first that does not; `null` where all fit
record Proof(long proven, String head, @Nullable Long broken) {

    static final Proof BEGUN = new Proof(0, Entry.BEGINNING, null);

    Proof further(Chained it) {
        if (broken != null) {
            return this;
        }
        var entry = it.entry();
        boolean fits =
                entry != null && it.place() == proven + 1 && entry.hash(head).equals(it.hash());
        return fits ? new Proof(it.place(), it.hash(), null) : new Proof(proven, head, it.place());
    }
}
