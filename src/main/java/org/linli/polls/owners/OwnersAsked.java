package org.linli.polls.owners;

import java.util.List;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// Owners are asked: how much each voice weighs and who may give it is settled with it.
record OwnersAsked(Poll poll, Majority majority, List<Owner> owners) implements Effect {

    OwnersAsked {
        owners = List.copyOf(owners);
    }
}
