package org.linli.community;

import java.util.List;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.redis.Live;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Where the staff of a unit is told, once a group was made for them.
@Service
public class UnitChats {

    private final Effects effects;
    private final Communities communities;
    private final Live live;
    private final Bells bells;

    UnitChats(Effects effects, Communities communities, Live live, Bells bells) {
        this.effects = effects;
        this.communities = communities;
        this.live = live;
        this.bells = bells;
    }

    /// Committed, and known to this replica, when it completes.
    public Mono<Void> made(UnitChatMade made) {
        return effects.commit(List.of(made))
                .then(communities.renew())
                .then(live.say(HearOfImports.TOPIC, made.community().value()))
                .doOnSuccess(_ -> bells.ring(ReloadCommunities.NAME))
                .then();
    }
}
