package org.linli.community;

import java.time.Clock;
import java.util.List;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
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
    private final Effects effects;
    private final Clock clock;

    ChooseManner(DatabaseClient database, Communities communities, Live live, Effects effects, Clock clock) {
        this.database = database;
        this.communities = communities;
        this.live = live;
        this.effects = effects;
        this.clock = clock;
    }

    /// In force here at its end, on other replicas within seconds. Never empty: whether there is such a group.
    ///
    /// @param group its code
    public Mono<Boolean> choose(StaffMember by, String group, Talkativeness manner) {
        return note(by, group, manner).then(choose(by.community(), group, manner));
    }

    /// Before it is done, so that nothing is done unseen.
    private Mono<Void> note(StaffMember by, String group, Talkativeness manner) {
        return Mono.defer(() -> effects.commit(List.of(new Noted(
                by.community(),
                by.id(),
                Noted.Kind.SETTING_CHANGED,
                "manner/" + group,
                manner.word(),
                clock.instant()))));
    }

    private Mono<Boolean> choose(CommunityId community, String group, Talkativeness manner) {
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
