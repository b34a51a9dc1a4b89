package org.linli.dialogue.kept;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A talk went on. Writing it signals `Conflict` when somebody changed the talk since it was read.
///
/// @param talk with the version that it gets
record ConversationSaved(KeptTalk talk) implements Effect {
    @Override
    public CommunityId community() {
        return talk.community();
    }
}
