package org.linli.notices.spikes;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is asked by many just now.
@Component
class Spikes {

    private static final String NEW = """
            select q.community_id, q.building, q.theme, count(distinct q.household)::int as households
            from notices.asked q
            where q.at > $1 and q.building <> ''
              and not exists (select from notices.spikes s
                              where s.community_id = q.community_id and s.building = q.building
                                and s.theme = q.theme and s.at >= $2)
            group by q.community_id, q.building, q.theme
            having count(distinct q.household) >= $3
            order by q.community_id, q.building, q.theme
            """;

    private final DatabaseClient database;
    private final SpikeSettings settings;

    Spikes(DatabaseClient database, SpikeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Those for which nothing was drafted lately.
    Flux<Spike> at(Instant now) {
        return database.sql(NEW)
                .bind("$1", now.minus(settings.within()).atOffset(UTC))
                .bind("$2", now.minus(settings.rest()).atOffset(UTC))
                .bind("$3", settings.households())
                .map(Spikes::spike)
                .all();
    }

    /// What nobody counts any more: whose household asked, and questions that were for no notice.
    Mono<Long> forget(Instant now) {
        var before = now.minus(settings.within().plus(settings.rest())).atOffset(UTC);
        return change("delete from notices.asked where building <> '' and words = '' and at <= $1", before)
                .then(change(
                        "update notices.asked set building = '', household = null where building <> '' and at <= $1",
                        before));
    }

    private Mono<Long> change(String sql, OffsetDateTime before) {
        return database.sql(sql).bind("$1", before).fetch().rowsUpdated();
    }

    private static Spike spike(Readable row) {
        return new Spike(
                new CommunityId(text(row, "community_id")),
                text(row, "building"),
                text(row, "theme"),
                integer(row, "households"));
    }
}
