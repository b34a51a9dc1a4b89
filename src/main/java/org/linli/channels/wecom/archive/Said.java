package org.linli.channels.wecom.archive;

import java.time.Instant;
import org.linli.channels.Content;

/// What an opened entry says: something that somebody said in a group or to one other person.
///
/// @param by   a member of the corporation, or a customer
/// @param room the group; empty in private
/// @param to   whom it was said to in private; empty in a group
record Said(String by, String room, String to, Content content, Instant at) {

    boolean isPrivate() {
        return room.isEmpty();
    }

    /// Customers have to agree; members of the corporation have agreed by their contract.
    static boolean isCustomer(String person) {
        return person.startsWith("wo") || person.startsWith("wm");
    }

    @Override
    public String toString() {
        return "Said[]";
    }
}
