package org.linli.notices.knowing;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes visits. Whoever was told at the door knows, and so do all of the household.
@Component
@Order(81)
class WriteVisited implements WriteEffects<Visited> {

    private static final String ADD = """
            insert into notices.visits (community_id, id, notice, who, outcome, by_staff, at)
            select $1, $2, $3, $4, $5, $6, $7
            where exists (select from notices.recipients where community_id = $1 and notice = $3 and who = $4)
            on conflict (community_id, id) do nothing
            """;

    private static final String KNOWS = """
            update notices.recipients set fate = 'VISITED', reason = '', due_at = null, changed_at = $4
            where community_id = $1 and notice = $2 and (who = $3 or home = $5 and $5 <> '')
              and fate not in ('CONFIRMED', 'VISITED')
            """;

    private final DatabaseClient database;

    WriteVisited(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Visited> kind() {
        return Visited.class;
    }

    @Override
    public Mono<Void> write(List<Visited> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> add(it).then(it.outcome() == Visited.Outcome.TOLD ? knows(it) : Mono.empty()))
                .then();
    }

    private Mono<Void> add(Visited it) {
        return database.sql(ADD)
                .bind("$1", it.community().value())
                .bind("$2", it.id())
                .bind("$3", it.notice())
                .bind("$4", it.who())
                .bind("$5", it.outcome().name())
                .bind("$6", it.staff())
                .bind("$7", it.at().atOffset(UTC))
                .then();
    }

    private Mono<Void> knows(Visited it) {
        return database.sql(KNOWS)
                .bind("$1", it.community().value())
                .bind("$2", it.notice())
                .bind("$3", it.who())
                .bind("$4", it.at().atOffset(UTC))
                .bind("$5", it.household())
                .then();
    }
}
