package org.linli.polls.prizes;

import java.time.Instant;
import java.util.UUID;
import org.linli.platform.database.CommunityId;

/// Somebody won a prize.
///
/// @param id       also of the certificate; says nothing of the winner
/// @param round    the round's id
/// @param proposal what was proposed or worked on; 0: nothing alone
/// @param winner   as the certificate names them
/// @param by       the staff member who gave it; empty: the rule
public record Award(
        CommunityId community,
        UUID id,
        String round,
        int proposal,
        Prize prize,
        String winner,
        String reason,
        String by,
        Instant at) {

    @Override
    public String toString() {
        return "Award[" + id + ", " + prize + "]";
    }
}
