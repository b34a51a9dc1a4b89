package org.linli.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// One message as somebody sent it.
///
/// @param platformId the platform's id for it within the account, by which the inbox knows a repeated delivery
/// @param from       who wrote
/// @param group      where it was said; `null` in a private talk
/// @param mentioned  whether the service was addressed; `true` in a private talk
/// @param sentAt     by the platform's clock, which may be wrong
public record Inbound(
        CommunityId community,
        String platformId,
        Address from,
        @Nullable Address group,
        boolean mentioned,
        Content content,
        Instant sentAt) {

    /// Where an answer goes.
    public Address replyTo() {
        return group == null ? from : group;
    }

    /// Names the talk that this message belongs to: one per person, and one per person in each group.
    public String conversation() {
        return group == null ? from.text() : group.text() + "|" + from.text();
    }
}
