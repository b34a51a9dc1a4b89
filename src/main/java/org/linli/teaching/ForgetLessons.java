package org.linli.teaching;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets what nobody wanted to teach: after thirty days, and of a flood all but the newest two thousand.
@Component
class ForgetLessons implements Job {

    static final Duration KEPT = Duration.ofDays(30);
    static final int MOST = 2_000;

    private static final String SQL = """
            delete from teaching.lessons l using (
                select community_id, key, noticed_at,
                       row_number() over (partition by community_id order by noticed_at desc, key) as place
                from teaching.lessons where state in ('open', 'dismissed')) old
            where l.community_id = old.community_id and l.key = old.key and l.state in ('open', 'dismissed')
              and (old.noticed_at < $1 or old.place > $2)""";

    private final DatabaseClient database;
    private final Clock clock;

    ForgetLessons(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-lessons";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql(SQL)
                .bind(0, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .bind(1, MOST)
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
