package org.linli.ledger;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts what is drawn from windows and quotas, in PostgreSQL: never more than the most, however many ask at once.
@Component
class Counters {

    /// What is left is read under the lock under which it is taken.
    private static final String TAKE = """
            with wanted as (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])
                     with ordinality as it(community_id, name, scope, slot, most, n, place)
            ), found as (
                select community_id, name, scope, slot, place, greatest(0, least(n, most - used)) as granted
                from ledger.counters join wanted using (community_id, name, scope, slot)
                order by community_id, name, scope, slot for update of counters
            ), taken as (
                update ledger.counters c set used = c.used + found.granted from found
                where (c.community_id, c.name, c.scope, c.slot)
                    = (found.community_id, found.name, found.scope, found.slot) and found.granted > 0
            )
            select place::int, granted from found
            """;

    private static final String USED_UP = """
            select n::int
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
                 with ordinality as it(community_id, name, scope, slot, most, n)
            join ledger.counters c using (community_id, name, scope, slot)
            where c.used >= it.most
            """;

    private static final String BEGIN = """
            insert into ledger.counters (community_id, name, scope, slot, until)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
            on conflict do nothing
            """;

    private static final String GIVE_BACK = """
            update ledger.counters set used = used - 1
            where community_id = $1 and name = $2 and scope = $3 and slot = $4 and used > 0
            """;

    private final DatabaseClient database;
    private final Coalesced<Slot, Boolean> takes = new Coalesced<>(256, 2, this::together);
    private final Coalesced<Slot, Boolean> looks = new Coalesced<>(256, 2, this::lookTogether);

    Counters(DatabaseClient database) {
        this.database = database;
    }

    /// Whether one was left and is now taken. Never empty.
    Mono<Boolean> take(Slot slot) {
        return takes.call(slot);
    }

    /// Whether one is left. Never empty.
    Mono<Boolean> isLeft(Slot slot) {
        return looks.call(slot);
    }

    private Mono<List<Boolean>> lookTogether(List<Slot> batch) {
        return withKeys(USED_UP, batch)
                .bind("$5", batch.stream().map(Slot::most).toArray(Integer[]::new))
                .map(row -> integer(row, "n"))
                .all()
                .collect(Collectors.toSet())
                .map(spent -> IntStream.rangeClosed(1, batch.size())
                        .mapToObj(n -> !spent.contains(n))
                        .toList());
    }

    Mono<Void> giveBack(Slot slot) {
        return database.sql(GIVE_BACK)
                .bind("$1", slot.community().value())
                .bind("$2", slot.name())
                .bind("$3", slot.scope().of())
                .bind("$4", slot.slot())
                .then();
    }

    private Mono<List<Boolean>> together(List<Slot> batch) {
        var wanted = new TreeMap<Slot, Integer>();
        batch.forEach(slot -> wanted.merge(slot, 1, Integer::sum));
        return take(wanted).map(granted -> handOut(batch, granted));
    }

    private Mono<Map<Slot, Integer>> take(SortedMap<Slot, Integer> wanted) {
        return found(wanted).flatMap(granted -> {
            var missing = new TreeMap<>(wanted);
            missing.keySet().removeAll(granted.keySet());
            return missing.isEmpty()
                    ? Mono.just(granted)
                    : begin(List.copyOf(missing.keySet())).then(found(missing)).map(more -> both(granted, more));
        });
    }

    private Mono<Map<Slot, Integer>> found(SortedMap<Slot, Integer> wanted) {
        var slots = List.copyOf(wanted.keySet());
        return withKeys(TAKE, slots)
                .bind("$5", slots.stream().map(Slot::most).toArray(Integer[]::new))
                .bind("$6", wanted.values().toArray(Integer[]::new))
                .map(row -> Map.entry(slots.get(integer(row, "place") - 1), integer(row, "granted")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> begin(List<Slot> slots) {
        return withKeys(BEGIN, slots)
                .bind("$5", slots.stream().map(it -> it.until().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .then();
    }

    private static Map<Slot, Integer> both(Map<Slot, Integer> some, Map<Slot, Integer> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static List<Boolean> handOut(List<Slot> batch, Map<Slot, Integer> granted) {
        var left = new TreeMap<>(granted);
        var answers = new ArrayList<Boolean>(batch.size());
        for (Slot slot : batch) {
            answers.add(left.merge(slot, -1, Integer::sum) >= 0);
        }
        return answers;
    }

    private DatabaseClient.GenericExecuteSpec withKeys(String sql, List<Slot> slots) {
        return database.sql(sql)
                .bind("$1", texts(slots, it -> it.community().value()))
                .bind("$2", texts(slots, Slot::name))
                .bind("$3", texts(slots, it -> it.scope().of()))
                .bind("$4", texts(slots, Slot::slot));
    }

    private static String[] texts(List<Slot> slots, Function<Slot, String> text) {
        return slots.stream().map(text).toArray(String[]::new);
    }
}
