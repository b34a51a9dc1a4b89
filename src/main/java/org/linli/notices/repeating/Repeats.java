package org.linli.notices.repeating;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is said again, and when.
@Component
public class Repeats {

    private static final int MOST = 50;

    private final DatabaseClient database;

    Repeats(DatabaseClient database) {
        this.database = database;
    }

    /// When it is said next. Empty where it is not.
    public Mono<Instant> next(Notice notice) {
        return database.sql("""
                        select next_at from notices.repeats
                        where community_id = $1 and notice = $2 and not over""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(row -> instant(row, "next_at"))
                .one();
    }

    /// Those whose time has come; of several replicas that find the same, one says it.
    Flux<DueRepeat> at(Instant now) {
        return database.sql("""
                        select community_id, notice, first_at, times, next_at, approved_people from notices.repeats
                        where not over and next_at <= $1 order by next_at limit $2""")
                .bind("$1", now.atOffset(UTC))
                .bind("$2", MOST)
                .map(Repeats::due)
                .all();
    }

    private static DueRepeat due(Readable row) {
        return new DueRepeat(
                new CommunityId(text(row, "community_id")),
                text(row, "notice"),
                instant(row, "first_at"),
                integer(row, "times"),
                instant(row, "next_at"),
                number(row, "approved_people"));
    }
}
