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
                select i.community_id, i.id from media.items i
                join unnest($1::text[], $2::text[]) as it(community_id, id)
                  on i.community_id = it.community_id and i.id = it.id
                order by i.community_id, i.id for update of i)
            update media.items i set forget_at = greatest(i.forget_at, $3)
            from taken where i.community_id = taken.community_id and i.id = taken.id
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
                .bind(
                        "$1",
                        taken.stream()
                                .flatMap(it -> it.ids().stream()
                                        .map(_ -> it.community().value()))
                                .toArray(String[]::new))
                .bind("$2", taken.stream().flatMap(it -> it.ids().stream()).toArray(String[]::new))
                .bind("$3", clock.instant().plus(keeping.keptFor()).atOffset(UTC))
                .then();
    }
}
