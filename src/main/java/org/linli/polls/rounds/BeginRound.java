package org.linli.polls.rounds;

import java.util.ArrayList;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Component;

/// What happens when a round is made public, and when it begins to collect: pure.
@Component
class BeginRound {

    private final GroupsTold groups;

    BeginRound(GroupsTold groups) {
        this.groups = groups;
    }

    /// A new one is announced where it collects later, and collects at once otherwise.
    List<Effect> declared(Round round, CommunityMap map) {
        if (round.phase() != Phase.ANNOUNCED) {
            return collecting(0, round, map);
        }
        List<Effect> all = new ArrayList<>(groups.announced(round, map));
        all.add(new RoundChanged(new Change.Moved(0, round)));
        return all;
    }

    /// It takes in what has waited for it.
    ///
    /// @param before its version then; 0 where it is new
    List<Effect> collecting(long before, Round round, CommunityMap map) {
        List<Effect> all = new ArrayList<>(groups.opened(round, map));
        all.add(new RoundChanged(new Change.Moved(before, round)));
        all.add(new RoundChanged(new Change.WaitingTaken(round)));
        return all;
    }
}
