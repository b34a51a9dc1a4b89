package org.linli.community;

import org.linli.platform.database.CommunityId;
import org.linli.platform.redis.Live;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets what was changed in a community's rows take effect: here at once, on other replicas within seconds.
///
/// Whoever changed them has raised `community.communities.version` in the same transaction.
@Component
public class AnnounceChange {

    private final Communities communities;
    private final Live live;
    private final DatabaseClient database;

    AnnounceChange(Communities communities, Live live, DatabaseClient database) {
        this.communities = communities;
        this.live = live;
        this.database = database;
    }

    /// The same for what stands elsewhere, like [LearntNames]: raises the version first.
    public Mono<Void> raising(CommunityId community) {
        return database.sql("update community.communities set version = version + 1 where community_id = $1")
                .bind(0, community.value())
                .then()
                .then(of(community));
    }

    public Mono<Void> of(CommunityId community) {
        return Mono.defer(communities::renew)
                .then(Mono.defer(
                        () -> live.say(HearOfImports.TOPIC, community.value()).then()));
    }
}
