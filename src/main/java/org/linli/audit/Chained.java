package org.linli.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A line of the trail with the seal that chains it.
///
/// @param place counted from 1; 0 where it was written a moment ago and is not chained yet
/// @param hash  empty where it is not chained yet
/// @param entry `null` where it was taken away
public record Chained(long place, String hash, @Nullable Entry entry) {

    /// Of a line that is there.
    public Entry written() {
        return Objects.requireNonNull(entry);
    }

    boolean isWaiting() {
        return place == 0;
    }
}
