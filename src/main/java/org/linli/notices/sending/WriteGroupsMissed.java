package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes a letter of their own due for those whom a group's letter did not tell.
@Component
@Order(79)
class WriteGroupsMissed implements WriteEffects<GroupMissed> {

    private final DatabaseClient database;
    private final Clock clock;

    WriteGroupsMissed(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<GroupMissed> kind() {
        return GroupMissed.class;
    }

    @Override
    public Mono<Void> write(List<GroupMissed> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(GroupMissed missed) {
        return database.sql("""
                        update notices.recipients set fate = 'WAITING', due_at = $4, changed_at = $4
                        where community_id = $1 and notice = $2 and via = $3 and fate = 'IN_GROUP'""")
                .bind("$1", missed.community().value())
                .bind("$2", missed.notice())
                .bind("$3", missed.group())
                .bind("$4", clock.instant().atOffset(UTC))
                .then();
    }
}
