package org.linli.channels.webchat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;

/// Where the sender of a request sits: in which room, and who they may be there.
///
/// @param room    where letters to this room go
/// @param group   the group, where it is one
/// @param sender  whom to hold back when it gets too much
record Seat(CommunityId community, Address room, @Nullable Room group, Sender sender) {

    static final ChannelId WEBCHAT = new ChannelId("webchat");

    static Seat alone(CommunityId community, String person, Sender sender) {
        return new Seat(community, Address.person(WEBCHAT, community.value(), person), null, sender);
    }

    static Seat among(Room group, Sender sender) {
        return new Seat(group.community(), group.address(), group, sender);
    }

    RoomKey key() {
        return RoomKey.of(room);
    }

    /// Who says it: in a group the one whom the visitor picked. Empty when nobody there has this id.
    Optional<Address> speaker(@Nullable String picked) {
        if (group == null) {
            return Optional.of(room);
        }
        return group.speaker(picked == null ? "" : picked)
                .map(it -> Address.person(WEBCHAT, community.value(), it.id()));
    }
}
