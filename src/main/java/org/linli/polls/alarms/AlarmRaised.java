package org.linli.polls.alarms;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// The committee is told something, once for each source.
record AlarmRaised(Poll poll, Alarm it) implements Effect {

    @Override
    public Object contested() {
        return "alarm " + poll.id() + it.kind() + it.source();
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
