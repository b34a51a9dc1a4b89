package org.linli.ledger;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.channels.Act;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Scope;
import org.linli.ledger.Standing.Closing;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks up what many people have done and what is closed to them, in one statement.
@Component
class Standings {

    private record Whose(CommunityId community, Address address) {}

    /// One row for each act and each closing; `n` tells whose.
    private static final String LOOK = """
            with whose as (
                select * from unnest($1::text[], $2::text[], $3::text[])
                     with ordinality as it(community_id, address, account, n)
            )
            select n::int, act as what, at, null::timestamptz as until, true as acted
            from whose join ledger.acts using (community_id, address)
            union all
            select n::int, way, since, until, false
            from whose join ledger.closings c
              on c.community_id = whose.community_id and c.scope in (whose.address, whose.account)
            """;

    private final DatabaseClient database;
    private final Coalesced<Whose, Standing> looks = new Coalesced<>(256, 2, this::together);

    Standings(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty.
    Mono<Standing> of(CommunityId community, Address address) {
        return looks.call(new Whose(community, address));
    }

    private Mono<List<Standing>> together(List<Whose> batch) {
        return database.sql(LOOK)
                .bind("$1", texts(batch, it -> it.community().value()))
                .bind("$2", texts(batch, it -> it.address().text()))
                .bind("$3", texts(batch, it -> Scope.account(it.address()).of()))
                .map(Row::of)
                .all()
                .collectMultimap(Row::n)
                .map(rows -> standings(batch.size(), rows));
    }

    private static List<Standing> standings(int size, Map<Integer, Collection<Row>> rows) {
        var all = new ArrayList<Standing>(size);
        for (int n = 1; n <= size; n++) {
            all.add(standing(rows.getOrDefault(n, List.of())));
        }
        return all;
    }

    private static Standing standing(Collection<Row> rows) {
        var acts = new EnumMap<Act, Instant>(Act.class);
        var closings = new ArrayList<Closing>();
        for (Row row : rows) {
            switch (row) {
                case Row.Acted it -> acts.put(it.act(), it.at());
                case Row.Closed it -> closings.add(it.closing());
            }
        }
        return new Standing(acts, List.copyOf(closings));
    }

    private static String[] texts(List<Whose> batch, Function<Whose, String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }

    private sealed interface Row {

        int n();

        record Acted(int n, Act act, Instant at) implements Row {}

        record Closed(int n, Closing closing) implements Row {}

        static Row of(Readable row) {
            int n = integer(row, "n");
            return Boolean.TRUE.equals(row.get("acted", Boolean.class))
                    ? new Acted(n, Act.valueOf(text(row, "what")), instant(row, "at"))
                    : new Closed(n, new Closing(text(row, "what"), instant(row, "at"), instantOrNull(row, "until")));
        }
    }
}
