package org.linli.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Inbound;

/// A message that is about to be kept.
record NewArrival(Inbound message, @Nullable Instant passiveUntil) {

    /// As it is kept, for the first time.
    Kept kept(long id) {
        return new Kept(message.community(), id, true, false, passiveUntil, null);
    }

    /// What the database recognises a repeat by.
    Key key() {
        return new Key(
                message.community().value(),
                message.from().channel().value(),
                message.from().account(),
                MessageJson.withoutNul(message.platformId()));
    }

    record Key(String community, String channel, String account, String platformId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = community.compareTo(other.community);
            order = order != 0 ? order : channel.compareTo(other.channel);
            order = order != 0 ? order : account.compareTo(other.account);
            return order != 0 ? order : platformId.compareTo(other.platformId);
        }
    }
}
