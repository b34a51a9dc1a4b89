package org.linli.openness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What whoever wrote a case is shown, and may agree to. Offered once for each case.
///
/// @param token  print of what stands in the link
/// @param words  masked, and read by staff
/// @param agreed `null` as long as nothing was said
public record Offer(
        CommunityId community,
        String number,
        String token,
        String words,
        String askedBy,
        Instant askedAt,
        @Nullable Boolean agreed)
        implements Effect {

    @Override
    public String toString() {
        return "Offer[" + number + ", " + agreed + "]";
    }
}
