package org.linli.polls;

import java.util.List;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;

/// Something is put to the vote.
///
/// @param register who may vote, where that is settled from the beginning; otherwise empty
record PollOpened(Poll poll, List<Voter> register) implements Effect {

    PollOpened {
        register = List.copyOf(register);
    }

    @Override
    public Object contested() {
        return "number of a poll of " + poll.community();
    }
}
