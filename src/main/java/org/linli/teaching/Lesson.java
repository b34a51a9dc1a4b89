package org.linli.teaching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Teachable.Cause;

/// A message in the teaching room.
///
/// @param words     masked
/// @param inGroup   whether it was said among neighbours rather than to the service
/// @param guess     the label that it was taken for
/// @param suggested the label that staff gave it elsewhere; `null` where nobody has
/// @param label     what a person here said is right; `null` while it waits
public record Lesson(
        String key,
        String words,
        boolean inGroup,
        String guess,
        double confidence,
        @Nullable String suggested,
        Cause cause,
        Instant noticedAt,
        @Nullable String label) {

    @Override
    public String toString() {
        return "Lesson[" + key + ", " + cause + "]";
    }
}
