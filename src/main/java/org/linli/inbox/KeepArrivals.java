package org.linli.inbox;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    /// for each other in a circle. Back come the numbers of all messages, null for one that was there before.
    ///
    /// What was said travels as one JSON array: in an array of texts each of its quotes would be escaped once more.
    private static final String INSERT = """
            with numbered as materialized (
                select nextval('inbox.arrivals_id_seq') id, new.*
                from rows from (
                        unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $7::timestamptz[]),
                        json_array_elements($6::json)) with ordinality
                     as new(community_id, channel, account, platform_id, conversation, passive_until, message, position)
            ), written as (
                insert into inbox.arrivals
                    (id, community_id, channel, account, platform_id, conversation, message, received_at, passive_until)
                select id, community_id, channel, account, platform_id, conversation, message, $8::timestamptz,
                       passive_until
                from numbered order by community_id, channel, account, platform_id, position
                on conflict (community_id, channel, account, platform_id) do nothing
                returning id
            )
            select array_agg(written.id order by numbered.position) as ids
            from numbered left join written on written.id = numbered.id
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
    ///
    /// @param now when they were received
    Mono<List<Kept>> keep(List<NewArrival> batch, Instant now) {
        return insert(batch, now).flatMap(ids -> {
            var repeats = repeats(batch, ids);
            return repeats.isEmpty()
                    ? Mono.just(inOrder(batch, ids, Map.of()))
                    : find(repeats).map(earlier -> inOrder(batch, ids, earlier));
        });
    }

    private Mono<Long[]> insert(List<NewArrival> batch, Instant now) {
        return withKeys(INSERT, batch.stream().map(NewArrival::key).toList())
                .bind(
                        "$5",
                        texts(batch, it -> MessageJson.withoutNul(it.message().queue())))
                .bind("$6", messages(batch))
                .bind("$7", batch.stream().map(KeepArrivals::passiveUntil).toArray(OffsetDateTime[]::new))
                .bind("$8", now.atOffset(UTC))
                .map(row -> requireNonNull(row.get("ids", Long[].class)))
                .one();
    }

    private static String messages(List<NewArrival> batch) {
        return MessageJson.write(batch.stream().map(NewArrival::message).toList());
    }

    private Mono<Map<Key, Kept>> find(List<Key> keys) {
        return withKeys(FIND, keys)
                .map(row -> Map.entry(key(row), kept(row)))
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

    private static List<Key> repeats(List<NewArrival> batch, @Nullable Long[] ids) {
        return IntStream.range(0, ids.length)
                .filter(i -> ids[i] == null)
                .mapToObj(i -> batch.get(i).key())
                .distinct()
                .toList();
    }

    private static List<Kept> inOrder(List<NewArrival> batch, @Nullable Long[] ids, Map<Key, Kept> earlier) {
        var kept = new ArrayList<Kept>(batch.size());
        for (int i = 0; i < ids.length; i++) {
            NewArrival arrival = batch.get(i);
            Long id = ids[i];
            kept.add(
                    id == null
                            ? requireNonNull(earlier.get(arrival.key()), "neither written nor found")
                            : arrival.kept(id));
        }
        return kept;
    }

    private static Key key(Readable row) {
        return new Key(text(row, "community_id"), text(row, "channel"), text(row, "account"), text(row, "platform_id"));
    }

    private static Kept kept(Readable row) {
        String answer = row.get("answer", String.class);
        String state = text(row, "state");
        return new Kept(
                new CommunityId(text(row, "community_id")),
                number(row, "id"),
                false,
                List.of("done", "set_aside", "shed").contains(state),
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
