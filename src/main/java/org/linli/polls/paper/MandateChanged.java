package org.linli.polls.paper;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;
import org.linli.polls.paper.Mandates.Mandate;

/// A mandate by chat is named, offered, or gone; or one that was given is taken back before it was used.
record MandateChanged(Poll poll, Mandate it, Step step) implements Effect {

    enum Step {
        NAMED,
        OFFERED,
        /// Accepted, refused or taken back before an answer.
        GONE,
        /// Given, and taken back unused.
        REVOKED
    }

    @Override
    public Object contested() {
        return "mandate " + poll.id() + it.voter();
    }

    @Override
    public String toString() {
        return "MandateChanged[" + poll + ", " + step + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
