package org.linli.notices.sending;

import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One more batch of recipients.
///
/// @param after the last resident of it
/// @param over  whether it was the last batch
record SpreadMoved(Claim claim, List<Recipient> recipients, String after, boolean over) implements Effect {

    SpreadMoved {
        recipients = List.copyOf(recipients);
    }

    @Override
    public CommunityId community() {
        return claim.community();
    }
}
