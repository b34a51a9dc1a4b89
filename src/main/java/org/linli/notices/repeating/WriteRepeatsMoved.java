package org.linli.notices.repeating;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts the next time. Signals [Conflict] where another replica was first, or where it was stopped.
@Component
@Order(69)
class WriteRepeatsMoved implements WriteEffects<RepeatMoved> {

    private final DatabaseClient database;

    WriteRepeatsMoved(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<RepeatMoved> kind() {
        return RepeatMoved.class;
    }

    @Override
    public Mono<Void> write(List<RepeatMoved> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(RepeatMoved it) {
        Instant next = Objects.requireNonNullElse(it.next(), it.due().at());
        return database.sql("""
                        update notices.repeats set times = times + 1, next_at = $3, over = $4
                        where community_id = $1 and notice = $2 and times = $5 and not over""")
                .bind("$1", it.due().community().value())
                .bind("$2", it.due().notice())
                .bind("$3", next.atOffset(UTC))
                .bind("$4", it.next() == null)
                .bind("$5", it.due().times())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a repeat")))
                .then();
    }
}
