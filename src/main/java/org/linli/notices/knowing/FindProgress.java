package org.linli.notices.knowing;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.linli.notices.Notice;
import org.linli.notices.knowing.Progress.Counted;
import org.linli.notices.sending.Fate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts those whom a notice is for.
@Component
public class FindProgress {

    private final DatabaseClient database;

    FindProgress(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty; before anything was sent, nobody is counted.
    public Mono<Progress> of(Notice notice) {
        return database.sql("""
                        select starts_with(who, 'group:') as is_group, building, fate, reason, count(*) as n
                        from notices.recipients where community_id = $1 and notice = $2
                        group by 1, 2, 3, 4 order by 2""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(FindProgress::counted)
                .all()
                .collectList()
                .zipWith(thought(notice), Progress::of);
    }

    private Mono<Boolean> thought(Notice notice) {
        return database.sql("select over from notices.spreads where community_id = $1 and notice = $2")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(row -> Boolean.TRUE.equals(row.get("over", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }

    private static Counted counted(Readable row) {
        return new Counted(
                Boolean.TRUE.equals(row.get("is_group", Boolean.class)),
                text(row, "building"),
                Fate.valueOf(text(row, "fate")),
                text(row, "reason"),
                number(row, "n"));
    }
}
