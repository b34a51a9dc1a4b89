package org.linli.notices.sending;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Stops notices, whoever is just handing them out: the next batch finds its fence raised.
@Component
@Order(78)
class WriteSpreadsStopped implements WriteEffects<SpreadStopped> {

    private static final String STOP = """
            update notices.spreads set over = true, fence = fence + 1 where community_id = $1 and notice = $2
            """;

    private static final String SPARE = """
            update notices.recipients
            set due_at = null, remind_at = null, fate = case when fate = 'WAITING' then 'TAKEN_BACK' else fate end
            where community_id = $1 and notice = $2 and (due_at is not null or remind_at is not null)
            """;

    private final DatabaseClient database;

    WriteSpreadsStopped(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SpreadStopped> kind() {
        return SpreadStopped.class;
    }

    @Override
    public Mono<Void> write(List<SpreadStopped> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> run(STOP, it).then(run(SPARE, it)))
                .then();
    }

    private Mono<Void> run(String sql, SpreadStopped stopped) {
        return database.sql(sql)
                .bind("$1", stopped.notice().community().value())
                .bind("$2", stopped.notice().id())
                .then();
    }
}
