package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Conflict;
import org.linli.polls.ballots.Mark;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.Hash;
import org.linli.polls.logbook.Entries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts ballots into the box and what stands for them into the log: a changed ballot is a new entry, and the former one
/// is said to be replaced. What is sent again changes neither.
@Component
class PutIn {

    private static final String PUT_IN = """
            insert into polls.ballots as b (community_id, poll, token, choices, points, sends, entry)
            select $1, $2, v.token, string_to_array(v.choices, ',')::int[], string_to_array(v.points, ',')::int[],
                   array[v.send], v.entry
            from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                 as v(token, choices, points, send, entry)
            order by v.token
            on conflict (community_id, poll, token) do update set choices = excluded.choices,
              points = excluded.points, sends = b.sends || excluded.sends, entry = excluded.entry, replaces = b.entry
            where not b.sends @> excluded.sends and not excluded.token = any($8)
            returning entry, replaces
            """;

    private static final String NOT_FIRST = """
            select 1 n from polls.ballots b, unnest($3::text[], $4::text[]) as v(token, send)
            where b.community_id = $1 and b.poll = $2 and b.token = v.token and not b.sends @> array[v.send] limit 1
            """;

    private record Changed(@Nullable Hash entry, @Nullable Hash replaces) {

        Stream<Entry> entries() {
            var now = entry;
            var before = replaces;
            return Stream.of(
                            before == null ? null : new Entry(Kind.REPLACED, before),
                            now == null ? null : new Entry(Kind.CAST, now))
                    .filter(Objects::nonNull);
        }
    }

    private final DatabaseClient database;
    private final Entries log;

    PutIn(DatabaseClient database, Entries log) {
        this.database = database;
        this.log = log;
    }

    /// Locks the log until the transaction ends, so it comes last. The place in the log is the number by which
    /// ballots arrive: of two for one voice, the row of that voice decides which is first, and paper is never
    /// second. Signals [Conflict] where it would be.
    Mono<Void> all(Poll poll, List<BallotCast> cast) {
        return put(poll, cast).then(Mono.defer(() -> paperCameFirst(poll, cast)));
    }

    private Mono<Void> paperCameFirst(Poll poll, List<BallotCast> cast) {
        var first = cast.stream().filter(BallotCast::onlyFirst).toList();
        return first.isEmpty()
                ? Mono.empty()
                : database.sql(NOT_FIRST)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", texts(first, BallotCast::token))
                        .bind("$4", texts(first, BallotCast::send))
                        .fetch()
                        .first()
                        .flatMap(_ -> Mono.error(new Conflict("a voice that was given before the paper")));
    }

    private Mono<Void> put(Poll poll, List<BallotCast> cast) {
        return database.sql(PUT_IN)
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", texts(cast, BallotCast::token))
                .bind("$4", texts(cast, it -> joined(it, Mark::number)))
                .bind("$5", texts(cast, it -> joined(it, Mark::points)))
                .bind("$6", texts(cast, BallotCast::send))
                .bind("$7", entries(cast))
                .bind("$8", texts(cast.stream().filter(BallotCast::onlyFirst).toList(), BallotCast::token))
                .map(PutIn::changed)
                .all()
                .flatMapIterable(it -> it.entries().toList())
                .collect(ArrayList<Entry>::new, List::add)
                .flatMap(entries -> log.append(poll.community(), poll.id(), entries));
    }

    private static Changed changed(Readable row) {
        return new Changed(hash(row, "entry"), hash(row, "replaces"));
    }

    private static @Nullable Hash hash(Readable row, String column) {
        return row.get(column, String.class) == null ? null : Hash.fromHex(text(row, column));
    }

    private static @Nullable String[] entries(List<BallotCast> cast) {
        return cast.stream()
                .map(BallotCast::entry)
                .map(it -> it == null ? null : it.hex())
                .toArray(String[]::new);
    }

    private static String joined(BallotCast cast, Function<Mark, Integer> what) {
        return cast.marks().all().stream().map(what).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String[] texts(List<BallotCast> cast, Function<BallotCast, String> what) {
        return cast.stream().map(what).toArray(String[]::new);
    }
}
