package org.linli.polls;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signals [Conflict] where another replica was first.
@Component
@Order(71)
class WritePollCounted implements WriteEffects<PollCounted> {

    private final DatabaseClient database;

    WritePollCounted(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PollCounted> kind() {
        return PollCounted.class;
    }

    @Override
    public Mono<Void> write(List<PollCounted> effects) {
        return Flux.fromIterable(effects).concatMap(it -> write(it.poll())).then();
    }

    private Mono<Void> write(Poll poll) {
        return database.sql("""
                        update polls.polls set is_counted = true
                        where community_id = $1 and id = $2 and not is_open and not is_counted""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a poll that is counted")))
                .then();
    }
}
