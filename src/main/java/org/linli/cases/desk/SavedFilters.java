package org.linli.cases.desk;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import org.linli.community.StaffMember;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The lists that staff members look at every day, each their own.
@Component
public class SavedFilters {

    /// More do not fit above a list.
    public static final int MOST = 12;

    private static final int LONGEST_NAME = 20;

    private final DatabaseClient database;
    private final Clock clock;

    SavedFilters(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the order in which they were first saved.
    public Flux<SavedFilter> of(StaffMember member) {
        return database.sql("""
                        select name, address from cases.saved_filters where community_id = $1 and staff = $2
                        order by saved_at, name""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .map(row -> new SavedFilter(text(row, "name"), text(row, "address")))
                .all();
    }

    /// Whether it was: not without a name, and not when there are too many. The same name again changes what it means.
    public Mono<Boolean> save(StaffMember member, SavedFilter filter) {
        String name = filter.name().strip();
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? Mono.just(false)
                : database.sql("""
                                insert into cases.saved_filters as known (community_id, staff, name, address, saved_at)
                                select $1, $2, $3, $4, $5
                                where (select count(*) from cases.saved_filters
                                       where community_id = $1 and staff = $2 and name <> $3) < $6
                                on conflict (community_id, staff, name) do update set address = excluded.address""")
                        .bind(0, member.community().value())
                        .bind(1, member.id())
                        .bind(2, name)
                        .bind(3, filter.address())
                        .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                        .bind(5, MOST)
                        .fetch()
                        .rowsUpdated()
                        .map(saved -> saved > 0);
    }

    public Mono<Void> forget(StaffMember member, String name) {
        return database.sql("delete from cases.saved_filters where community_id = $1 and staff = $2 and name = $3")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, name)
                .then();
    }
}
