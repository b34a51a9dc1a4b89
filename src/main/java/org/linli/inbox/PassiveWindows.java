package org.linli.inbox;

import static org.linli.platform.database.Columns.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Outbound;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Until when answers may travel in responses, as the database knows it: true for all replicas.
@Component
class PassiveWindows {

    /// Rows are locked in order, so that this and [FinishArrivals] never wait for each other in a circle.
    private static final String CLOSE = """
            with open as (
                select community_id, id from inbox.arrivals
                where (community_id, id) in (select * from unnest($1::text[], $2::bigint[])) and answer is null
                order by community_id, id for update
            )
            update inbox.arrivals a set passive_until = null
            from open where a.community_id = open.community_id and a.id = open.id
            returning a.id
            """;

    private static final String FINISHED = """
            select id, answer::text as answer from inbox.arrivals
            where (community_id, id) in (select * from unnest($1::text[], $2::bigint[])) and state in ('done', 'set_aside', 'shed')
            """;

    private final DatabaseClient database;

    PassiveWindows(DatabaseClient database) {
        this.database = database;
    }

    /// Completes with the ids of those that no answer can come for any more; the others are answered.
    Flux<Long> close(List<Kept> messages) {
        return forThese(messages, CLOSE).map(row -> number(row, "id")).all();
    }

    /// The passive answers of those that are finished, none where it has none; unfinished ones are left out.
    Mono<Map<Long, Optional<Outbound>>> finished(List<Kept> messages) {
        return forThese(messages, FINISHED)
                .map(row -> Map.entry(
                        number(row, "id"),
                        Optional.ofNullable(row.get("answer", String.class)).map(MessageJson::outbound)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private DatabaseClient.GenericExecuteSpec forThese(List<Kept> messages, String sql) {
        return database.sql(sql)
                .bind("$1", messages.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind("$2", messages.stream().map(Kept::id).toArray(Long[]::new));
    }
}
