package org.linli.community;

import org.linli.platform.database.CommunityId;
import org.linli.platform.redis.Live;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets what was changed in a community's rows take effect: here at once, on other replicas within seconds.
///
/// Whoever changed them has raised `community.communities.version` in the same transaction.
@Component
public class AnnounceChange {

    private final Communities communities;
    private final Live live;

    AnnounceChange(Communities communities, Live live) {
        this.communities = communities;
        this.live = live;
    }

    public Mono<Void> of(CommunityId community) {
        return Mono.defer(communities::renew)
                .then(Mono.defer(
                        () -> live.say(HearOfImports.TOPIC, community.value()).then()));
    }
}
