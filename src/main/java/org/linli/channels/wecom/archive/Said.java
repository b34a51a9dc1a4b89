package org.linli.channels.wecom.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content;
import org.linli.channels.Quote;

/// What an opened entry says: something that somebody said in a group or to one other person.
///
/// @param by   a member of the corporation, or a customer
/// @param room the group; empty in private
/// @param to   whom it was said to in private; empty in a group
record Said(
        String by,
        String room,
        String to,
        Content content,
        Instant at,
        @Nullable Quote quote) {

    static Said of(String by, String room, String to, Content content, Instant at) {
        var words = content instanceof Content.Text text ? QuotedText.of(text.text()) : null;
        return words == null
                ? new Said(by, room, to, content, at, null)
                : new Said(by, room, to, new Content.Text(words.said()), at, words.quote());
    }

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
