package org.linli.outbox;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A letter that travels in the response of a platform's call. The outbox keeps it, does not send it, and marks it
/// "unknown" when nobody reports that the response left.
public record PassiveLetter(Letter letter) implements Effect {
    @Override
    public CommunityId community() {
        return letter.community();
    }
}
