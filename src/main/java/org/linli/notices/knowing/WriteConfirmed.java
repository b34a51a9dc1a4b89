package org.linli.notices.knowing;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.notices.sending.Fate;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who knows. Letters that still waited for them are not written any more.
@Component
@Order(80)
class WriteConfirmed implements WriteEffects<Confirmed> {

    private static final String WRITE = """
            update notices.recipients set fate = $5, reason = '', due_at = null, changed_at = $6
            where community_id = $1 and notice = $2
              and (who = $3 or $5 = 'CONFIRMED' and home = $4 and $4 <> '')
              and fate not in ('CONFIRMED', 'VISITED', 'UNWANTED', $5)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    WriteConfirmed(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<Confirmed> kind() {
        return Confirmed.class;
    }

    @Override
    public Mono<Void> write(List<Confirmed> effects) {
        return Flux.fromIterable(effects)
                .filter(it -> it.fate() == Fate.SEEN || it.fate() == Fate.CONFIRMED)
                .concatMap(this::write)
                .then();
    }

    private Mono<Void> write(Confirmed it) {
        return database.sql(WRITE)
                .bind("$1", it.community().value())
                .bind("$2", it.notice())
                .bind("$3", it.who())
                .bind("$4", it.household())
                .bind("$5", it.fate().name())
                .bind("$6", clock.instant().atOffset(UTC))
                .then();
    }
}
