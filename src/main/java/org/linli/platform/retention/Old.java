package org.linli.platform.retention;

import static org.linli.platform.database.Columns.text;

import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Lot;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rows of one kind that are old, and what forgets them, in each community by itself.
///
/// @param rows   `from … where …` with `community_id = $2`, an alias before it or not; `$1` is before when
/// @param most   how many at a time, of all communities together
/// @param forget a statement of one community: `$1` and `$2` as above, `$3` how many rows; `$4`, where it draws, a
/// [Lot]
public record Old(String rows, int most, String forget) {

    private static final Pattern OF_ONE = Pattern.compile("((?:\\w+\\.)?)community_id = \\$2");

    /// Those that are deleted from a table.
    ///
    /// @param key   its columns after the community
    /// @param where as in [#rows]
    public static Old deleted(String table, String key, String where, int most) {
        String rows = "from " + table + " where " + where;
        return new Old(rows, most, """
                with old as materialized (select %2$s %3$s limit $3 for update skip locked)
                delete from %1$s where community_id = $2 and (%2$s) in (select * from old)""".formatted(table, key, rows));
    }

    /// A query for [Retention#count].
    public String counting() {
        return "select count(*) as n " + rows;
    }

    /// Up to [#most]. Never empty: how many.
    Mono<Long> forget(DatabaseClient database, Due due) {
        return LookThenClaim.all(
                        look(database, due), (community, seen) -> forget(database, due, community, seen.size()))
                .reduce(0L, Long::sum);
    }

    private Flux<Seen<CommunityId>> look(DatabaseClient database, Due due) {
        return database.sql("select community_id " + ofThese() + " limit $4")
                .bind("$1", due.before().atOffset(ZoneOffset.UTC))
                .bind("$2", due.communities().toArray(String[]::new))
                .bind("$3", due.these())
                .bind("$4", most)
                .map(row -> new CommunityId(text(row, "community_id")))
                .all()
                .map(it -> new Seen<>(it, it));
    }

    private String ofThese() {
        return OF_ONE.matcher(rows).replaceAll("($1community_id = any(\\$2)) = \\$3");
    }

    private Flux<Long> forget(DatabaseClient database, Due due, CommunityId community, int rows) {
        var statement = database.sql(forget)
                .bind("$1", due.before().atOffset(ZoneOffset.UTC))
                .bind("$2", community.value())
                .bind("$3", rows);
        return withLot(statement).fetch().rowsUpdated().flux();
    }

    private GenericExecuteSpec withLot(GenericExecuteSpec statement) {
        return forget.contains("$4") ? statement.bind("$4", Lot.drawn()) : statement;
    }
}
