package org.linli.audit;

import org.jspecify.annotations.Nullable;

/// Whether the trail is as it was written.
///
/// @param proven  how many entries are chained without a gap, from the first one on
/// @param waiting how many were written a moment ago and are not chained yet
/// @param head    the last hash: whoever wrote it down elsewhere can tell that nothing was cut off since
/// @param broken  the place of the first seal that does not fit; `null` where all fit
/// @param lost    how many entries have no seal and wait for none
public record Verdict(
        long proven, long waiting, String head, @Nullable Long broken, long lost) {

    public boolean isSound() {
        return broken == null && lost == 0;
    }
}
