package org.linli.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One message as somebody sent it.
///
/// @param platformId the platform's id for it within the account, by which the inbox knows a repeated delivery
/// @param from       who wrote
/// @param group      where it was said; `null` in a private talk
/// @param mentioned  whether the service was addressed; `true` in a private talk
/// @param sentAt     by the platform's clock, which may be wrong
/// @param quote      what it points at; `null` for most
public record Inbound(
        CommunityId community,
        String platformId,
        Address from,
        @Nullable Address group,
        boolean mentioned,
        Content content,
        Instant sentAt,
        @Nullable Quote quote) {

    public Inbound(
            CommunityId community,
            String platformId,
            Address from,
            @Nullable Address group,
            boolean mentioned,
            Content content,
            Instant sentAt) {
        this(community, platformId, from, group, mentioned, content, sentAt, null);
    }

    /// The same, said by somebody else.
    public Inbound by(Address who) {
        return new Inbound(community, platformId, who, group, mentioned, content, sentAt, quote);
    }

    /// The same, pointing at an earlier message.
    public Inbound quoting(@Nullable Quote earlier) {
        return new Inbound(community, platformId, from, group, mentioned, content, sentAt, earlier);
    }

    /// Where an answer goes.
    public Address replyTo() {
        return group == null ? from : group;
    }

    /// Names what this message has its turn in: the messages of a group are worked on in the order in which they came,
    /// whoever wrote them, because neighbours speak of what the one before has told. A group is named
    /// alike for all channels that hear it.
    public String queue() {
        return queue(from, group);
    }

    /// The name of the queue of what this person says there.
    public static String queue(Address from, @Nullable Address group) {
        return group == null ? from.text() : "group:" + group.id();
    }

    /// Names the talk that this message belongs to: one per person, and one per person in each group.
    public String conversation() {
        return conversation(from, group);
    }

    /// The name of the talk of this person there.
    public static String conversation(Address from, @Nullable Address group) {
        return group == null ? from.text() : group.text() + "|" + from.text();
    }

    /// What the message changes for letters to come and for letters that were sent, besides being answered.
    ///
    /// @param receivedAt by our clock
    public List<Effect> consequences(Instant receivedAt) {
        Instant at = sentAt.isBefore(receivedAt) ? sentAt : receivedAt;
        return switch (content) {
            case Content.Permits permits -> List.of(new Permitted(community, from, permits));
            case Content.Delivered report -> List.of(new Reported(community, from, report));
            default ->
                Act.of(content)
                        .<List<Effect>>map(act -> List.of(new Acted(community, replyTo(), act, at)))
                        .orElse(List.of());
        };
    }
}
