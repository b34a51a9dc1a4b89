package org.linli.notices.knowing;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// Never empty; before anything was sent, nobody is counted. Whoever is told in a group is told once the group is.
    public Mono<Progress> of(Notice notice) {
        return database.sql("""
                        select starts_with(r.who, 'group:') as is_group, r.building,
                               case when r.fate = 'IN_GROUP' and g.fate = 'POSTED' then 'POSTED' else r.fate end as fate,
                               r.reason, count(*) as n
                        from notices.recipients r
                        left join notices.recipients g
                          on g.community_id = r.community_id and g.notice = r.notice and g.who = r.via and r.via <> ''
                        where r.community_id = $1 and r.notice = $2
                        group by 1, 2, 3, 4 order by 2""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(FindProgress::counted)
                .all()
                .collectList()
                .zipWith(thought(notice), Progress::of);
    }

    /// In how many households somebody said "got it". Never empty.
    public Mono<Long> households(Notice notice) {
        return database.sql("""
                        select count(distinct case when home in ('', building) then who else home end) as n
                        from notices.recipients where community_id = $1 and notice = $2 and fate = 'CONFIRMED'""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(row -> number(row, "n"))
                .one();
    }

    /// Those that a letter is on its way to, by their names among recipients. Never empty.
    public Mono<Set<String>> waitingGroups(Notice notice) {
        return database.sql("""
                        select who from notices.recipients
                        where community_id = $1 and notice = $2 and starts_with(who, 'group:') and fate = 'POSTED'""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(row -> text(row, "who"))
                .all()
                .collect(Collectors.toSet());
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
