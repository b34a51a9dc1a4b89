package org.linli.dialogue.kept;

import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.dialogue.talk.Conversation;
import org.linli.platform.database.CommunityId;

/// A talk as it stands in the database.
///
/// @param version 0 where nothing is kept yet
public record KeptTalk(
        CommunityId community,
        String conversation,
        Address speaker,
        Address replyTo,
        long version,
        Conversation state) {

    static KeptTalk of(Inbound message, long version, Conversation state) {
        return new KeptTalk(
                message.community(), message.conversation(), message.from(), message.replyTo(), version, state);
    }

    /// The change that makes it this.
    public ConversationSaved saving(Conversation next) {
        return new ConversationSaved(new KeptTalk(community, conversation, speaker, replyTo, version + 1, next));
    }

    @Override
    public String toString() {
        return "KeptTalk[version " + version + "]";
    }
}
