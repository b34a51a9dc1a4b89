package org.linli.notices.joining;

import java.util.List;
import org.linli.notices.Notice;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives activities their numbers, one after the other within a community. What is approved again keeps its own.
@Component
@Order(88)
class WriteActivities implements WriteEffects<ActivityOpened> {

    private static final String TAKE_OVER = """
            update notices.activities set notice = $2, version = version + 1 where community_id = $1 and notice = $3
            """;

    /// The lock is the transaction's: two that open at once would take the same number.
    private static final String OPEN = """
            with one_at_a_time as (select pg_advisory_xact_lock(hashtext('notices.activities/' || $1)))
            insert into notices.activities (community_id, notice, number, places)
            select $1, $2, (select coalesce(max(number), 0) + 1 from notices.activities where community_id = $1), $3
            from one_at_a_time
            on conflict (community_id, notice) do nothing
            """;

    private final DatabaseClient database;

    WriteActivities(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ActivityOpened> kind() {
        return ActivityOpened.class;
    }

    @Override
    public Mono<Void> write(List<ActivityOpened> effects) {
        return Flux.fromIterable(effects).concatMap(it -> write(it.notice())).then();
    }

    private Mono<Void> write(Notice it) {
        String wrong = it.corrects();
        return wrong == null
                ? open(it)
                : on(TAKE_OVER, it)
                        .bind("$3", wrong)
                        .fetch()
                        .rowsUpdated()
                        .filter(rows -> rows == 0)
                        .flatMap(_ -> open(it));
    }

    private Mono<Void> open(Notice it) {
        int places = it.invites() == null ? 0 : it.invites().places();
        return on(OPEN, it).bind("$3", places).then();
    }

    private DatabaseClient.GenericExecuteSpec on(String sql, Notice it) {
        return database.sql(sql).bind("$1", it.community().value()).bind("$2", it.id());
    }
}
