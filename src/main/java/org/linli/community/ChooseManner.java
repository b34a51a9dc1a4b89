package org.linli.community;

import org.linli.platform.database.CommunityId;
import org.linli.platform.redis.Live;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sets how talkative the service is in a group. The next import of the community's file sets it again.
@Component
public class ChooseManner {

    private static final String CHOOSE = """
            with chosen as (
                update community.groups set talkativeness = $3 where community_id = $1 and code = $2 returning 1
            )
            update community.communities set version = version + 1
            where community_id = $1 and exists (select from chosen)
            """;

    private final DatabaseClient database;
    private final Communities communities;
    private final Live live;

    ChooseManner(DatabaseClient database, Communities communities, Live live) {
        this.database = database;
        this.communities = communities;
        this.live = live;
    }

    /// In force here at its end, on other replicas within seconds. Never empty: whether there is such a group.
    ///
    /// @param group its code
    public Mono<Boolean> choose(CommunityId community, String group, Talkativeness manner) {
        return database.sql(CHOOSE)
                .bind("$1", community.value())
                .bind("$2", group)
                .bind("$3", manner.name())
                .fetch()
                .rowsUpdated()
                .map(it -> it > 0)
                .delayUntil(_ -> communities.renew())
                .delayUntil(_ -> live.say(HearOfImports.TOPIC, community.value()));
    }
}
