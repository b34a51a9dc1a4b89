package org.linli.cases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts cases, each number once over all replicas. All that are asked for at one moment are taken in one block, so
/// that thousands a second do not queue for one row. A number that is not used leaves a gap.
@Component
class CountNumbers {

    private static final int MOST = 512;

    private static final String TAKE = """
            insert into cases.numbers as known (community_id, year, last)
            select * from unnest($1::text[], $2::int4[], $3::int8[]) order by 1, 2
            on conflict (community_id, year) do update set last = known.last + excluded.last
            returning community_id, year, last""";

    private record Counter(CommunityId community, int year) {}

    private record Block(Counter counter, long last) {}

    private final DatabaseClient database;
    private final Coalesced<Counter, Long> numbers = new Coalesced<>(MOST, 1, this::take);

    CountNumbers(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> next(CommunityId community, int year) {
        return numbers.call(new Counter(community, year));
    }

    private Mono<List<Long>> take(List<Counter> asked) {
        var wanted = new LinkedHashMap<Counter, Long>();
        asked.forEach(counter -> wanted.merge(counter, 1L, Long::sum));
        var counters = List.copyOf(wanted.keySet());
        return database.sql(TAKE)
                .bind(0, Column.texts(counters, it -> it.community().value()))
                .bind(1, Column.ints(counters, Counter::year))
                .bind(2, Column.longs(counters, wanted::get))
                .map(row -> new Block(
                        new Counter(new CommunityId(Columns.text(row, "community_id")), Columns.integer(row, "year")),
                        Columns.number(row, "last")))
                .all()
                .collectMap(Block::counter, Block::last)
                .map(last -> handOut(asked, wanted, last));
    }

    private static List<Long> handOut(List<Counter> asked, Map<Counter, Long> wanted, Map<Counter, Long> last) {
        var next = new HashMap<Counter, Long>();
        var out = new ArrayList<Long>(asked.size());
        for (Counter counter : asked) {
            long first = requireNonNull(last.get(counter)) - requireNonNull(wanted.get(counter)) + 1;
            out.add(requireNonNull(next.merge(counter, first, (before, _) -> before + 1)));
        }
        return out;
    }
}
