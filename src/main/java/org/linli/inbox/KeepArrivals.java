package org.linli.inbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.inbox.NewArrival.Key;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes a batch of messages in one statement and finds out which of them were there before.
@Component
class KeepArrivals {

    /// Numbered in the order of arrival, written in the order of keys: two batches with the same repeats must not wait
    /// for each other in a circle.
    private static final String INSERT = """
            with numbered as materialized (
                select nextval('inbox.arrivals_id_seq') id, new.*
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                            $7::timestamptz[], $8::timestamptz[])
                     as new(community_id, channel, account, platform_id, conversation, message, received_at, passive_until)
            )
            insert into inbox.arrivals
                (id, community_id, channel, account, platform_id, conversation, message, received_at, passive_until)
            select id, community_id, channel, account, platform_id, conversation, message::json, received_at, passive_until
            from numbered order by community_id, channel, account, platform_id
            on conflict (community_id, channel, account, platform_id) do nothing
            returning community_id, channel, account, platform_id, id, state, passive_until, null::text as answer
            """;

    private static final String FIND = """
            select community_id, channel, account, platform_id, id, state, passive_until, answer::text as answer
            from inbox.arrivals
            where (community_id, channel, account, platform_id) in
                  (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]))
            """;

    private final DatabaseClient database;

    KeepArrivals(DatabaseClient database) {
        this.database = database;
    }

    /// One result a message, in the same order, committed. Two equal messages in one batch: the first is fresh.
    Mono<List<Kept>> keep(List<NewArrival> batch) {
        return insert(batch).flatMap(fresh -> {
            var missing = repeats(batch, fresh);
            return missing.isEmpty()
                    ? Mono.just(inOrder(batch, fresh, Map.of()))
                    : find(missing).map(earlier -> inOrder(batch, fresh, earlier));
        });
    }

    private Mono<Map<Key, Kept>> insert(List<NewArrival> batch) {
        var keys = batch.stream().map(NewArrival::key).toList();
        return withKeys(INSERT, keys)
                .bind(
                        "$5",
                        texts(batch, it -> MessageJson.withoutNul(it.message().conversation())))
                .bind("$6", texts(batch, it -> MessageJson.write(it.message())))
                .bind(
                        "$7",
                        batch.stream().map(it -> it.receivedAt().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .bind("$8", batch.stream().map(KeepArrivals::passiveUntil).toArray(OffsetDateTime[]::new))
                .map(row -> Map.entry(key(row), kept(row, true)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<Key, Kept>> find(List<Key> keys) {
        return withKeys(FIND, keys)
                .map(row -> Map.entry(key(row), kept(row, false)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private DatabaseClient.GenericExecuteSpec withKeys(String sql, List<Key> keys) {
        return database.sql(sql)
                .bind("$1", texts(keys, Key::community))
                .bind("$2", texts(keys, Key::channel))
                .bind("$3", texts(keys, Key::account))
                .bind("$4", texts(keys, Key::platformId));
    }

    private static List<Key> repeats(List<NewArrival> batch, Map<Key, Kept> fresh) {
        return batch.stream()
                .map(NewArrival::key)
                .filter(key -> !fresh.containsKey(key))
                .distinct()
                .toList();
    }

    private static List<Kept> inOrder(List<NewArrival> batch, Map<Key, Kept> fresh, Map<Key, Kept> earlier) {
        var known = new HashMap<>(earlier);
        var kept = new ArrayList<Kept>(batch.size());
        for (NewArrival arrival : batch) {
            Key key = arrival.key();
            Kept first = known.get(key);
            Kept mine = first != null ? first : fresh.get(key);
            if (mine == null) {
                throw new IllegalStateException("a message was neither written nor found");
            }
            kept.add(mine);
            known.putIfAbsent(key, mine.again());
        }
        return kept;
    }

    private static Key key(Readable row) {
        return new Key(text(row, "community_id"), text(row, "channel"), text(row, "account"), text(row, "platform_id"));
    }

    private static Kept kept(Readable row, boolean fresh) {
        String answer = row.get("answer", String.class);
        String state = text(row, "state");
        return new Kept(
                new CommunityId(text(row, "community_id")),
                number(row, "id"),
                fresh,
                state.equals("done") || state.equals("set_aside"),
                instantOrNull(row, "passive_until"),
                answer == null ? null : MessageJson.outbound(answer));
    }

    private static @Nullable OffsetDateTime passiveUntil(NewArrival arrival) {
        return arrival.passiveUntil() == null ? null : arrival.passiveUntil().atOffset(UTC);
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
