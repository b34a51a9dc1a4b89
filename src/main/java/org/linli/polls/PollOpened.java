package org.linli.polls;

import java.util.List;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.logbook.NewLog;

/// Something is put to the vote.
///
/// @param register who may vote, where that is settled from the beginning; otherwise empty
/// @param log      empty where ballots are not logged
public record PollOpened(Poll poll, List<Voter> register, Optional<NewLog> log) implements Effect {

    public PollOpened {
        register = List.copyOf(register);
    }

    @Override
    public Object contested() {
        return "number of a poll of " + poll.community();
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
