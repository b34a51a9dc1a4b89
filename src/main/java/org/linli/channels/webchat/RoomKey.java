package org.linli.channels.webchat;

import java.util.Locale;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;

/// Names a room in the database, and never in a log: it may hold a person's id.
///
/// @param room `person:<id>` or `group:<code>`
record RoomKey(CommunityId community, String room) {

    private static final int ENOUGH_TO_BE_UNIQUE = 24;

    /// Signals `IllegalArgumentException` when the account is no community.
    static RoomKey of(Address address) {
        String kind = address.kind().name().toLowerCase(Locale.ROOT);
        return new RoomKey(new CommunityId(address.account()), kind + ":" + address.id());
    }

    /// Where replicas tell each other of it. Rooms share topics: to listen to one costs a connection to Redis.
    String topic() {
        return "webchat:" + mark().charAt(0);
    }

    /// What replicas call it among each other, always of one length; says nothing about who is in it.
    String mark() {
        String text = community + "/" + room;
        return Sha256.hex(text).substring(0, ENOUGH_TO_BE_UNIQUE);
    }

    @Override
    public String toString() {
        return "RoomKey[" + community + "]";
    }
}
