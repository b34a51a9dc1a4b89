package org.linli.media;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes what people sent when its time is over, and bytes that nothing names any more.
@Component
class ForgetMedia implements Job {

    /// What was kept so lately may be about to get a name.
    private static final Duration FRESH = Duration.ofHours(1);

    private static final String FORGET_ITEMS = """
        delete from media.items where (community_id, id) in (
            select community_id, id from media.items where forget_at < $1 limit 1000 for update skip locked)
        """;

    private static final String FORGET_CONTENTS = """
        delete from media.contents where (community_id, hash) in (
            select community_id, hash from media.contents c
            where c.kept_at < $1
              and not exists (select from media.items i where i.community_id = c.community_id and i.hash = c.hash)
            limit 100 for update skip locked)
        """;

    private final DatabaseClient database;
    private final Clock clock;
    private final MediaKeeping keeping;

    ForgetMedia(DatabaseClient database, Clock clock, MediaKeeping keeping) {
        this.database = database;
        this.clock = clock;
        this.keeping = keeping;
    }

    @Override
    public String name() {
        return "forget-media";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(keeping.keptFor());
    }

    @Override
    public Mono<Integer> round() {
        Instant now = clock.instant();
        return forget(FORGET_ITEMS, now)
                .flatMap(items -> forget(FORGET_CONTENTS, now.minus(FRESH)).map(contents -> items + contents));
    }

    private Mono<Integer> forget(String sql, Instant before) {
        return database.sql(sql)
                .bind("$1", before.atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
