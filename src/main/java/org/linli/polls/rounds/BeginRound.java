package org.linli.polls.rounds;

import java.util.ArrayList;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What happens when a round is made public, and when it begins to collect. Writes nothing.
@Component
class BeginRound {

    private final GroupsTold groups;
    private final FindWaiting waiting;

    BeginRound(GroupsTold groups, FindWaiting waiting) {
        this.groups = groups;
        this.waiting = waiting;
    }

    /// A new one is announced where it collects later, and collects at once otherwise. Never empty.
    Mono<List<Effect>> declared(Round round, CommunityMap map) {
        return round.phase() == Phase.ANNOUNCED ? Mono.just(announced(round, map)) : collecting(0, round, map);
    }

    private List<Effect> announced(Round round, CommunityMap map) {
        List<Effect> all = new ArrayList<>(groups.announced(round, map));
        all.add(new RoundChanged(new Change.Moved(0, round)));
        return all;
    }

    /// It takes in what has waited for it in its own area. Never empty.
    ///
    /// @param before its version then; 0 where it is new
    Mono<List<Effect>> collecting(long before, Round round, CommunityMap map) {
        return waiting.of(round, map).map(taken -> {
            List<Effect> all = new ArrayList<>(groups.opened(round, map));
            all.add(new RoundChanged(new Change.Moved(before, round)));
            all.add(new RoundChanged(new Change.WaitingTaken(round, taken)));
            return all;
        });
    }
}
