package org.linli.media;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Prolongs what belongs to a case. After what was sent is noted: one message may do both.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WriteMediaTaken implements WriteEffects<MediaTaken> {

    private static final String PROLONG = """
            with taken as (
                select i.id from media.items i where i.community_id = $1 and i.id = any($2)
                order by i.id for update)
            update media.items i set forget_at = greatest(i.forget_at, $3)
            from taken where i.community_id = $1 and i.id = taken.id
            """;

    private final DatabaseClient database;
    private final MediaKeeping keeping;
    private final Clock clock;

    WriteMediaTaken(DatabaseClient database, MediaKeeping keeping, Clock clock) {
        this.database = database;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public Class<MediaTaken> kind() {
        return MediaTaken.class;
    }

    @Override
    public Mono<Void> write(List<MediaTaken> taken) {
        return database.sql(PROLONG)
                .bind("$1", taken.getFirst().community().value())
                .bind("$2", taken.stream().flatMap(it -> it.ids().stream()).toArray(String[]::new))
                .bind("$3", clock.instant().plus(keeping.keptFor()).atOffset(UTC))
                .then();
    }
}
