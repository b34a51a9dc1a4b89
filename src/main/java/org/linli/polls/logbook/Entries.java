package org.linli.polls.logbook;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.polls.log.Entry;
import org.linli.polls.log.ReceiptCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Entries of logs. They are added in the transaction of whoever calls.
@Component
public class Entries {

    /// Places are given under the lock of the log's row, so they have no holes and no entry comes twice to one.
    private static final String APPEND = """
            with log as (
                update polls.logs set size = size + cardinality($3::text[]) where community_id = $1 and poll = $2
                returning size - cardinality($3::text[]) as before
            )
            insert into polls.entries (community_id, poll, place, kind, what, code, reason)
            select $1, $2, log.before + e.n::int - 1, e.kind, e.what, e.code, e.reason
            from log, unnest($3::text[], $4::text[], $5::text[], $6::text[])
                      with ordinality as e(kind, what, code, reason, n)
            """;

    /// Where an entry with this receipt stands.
    public record Found(String poll, int place, Entry entry) {}

    private final DatabaseClient database;

    Entries(DatabaseClient database) {
        this.database = database;
    }

    /// In this order.
    public Mono<Void> append(CommunityId community, String poll, List<Entry> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : database.sql(APPEND)
                        .bind("$1", community.value())
                        .bind("$2", poll)
                        .bind("$3", texts(entries, LogRows::kind))
                        .bind("$4", texts(entries, it -> it.what().hex()))
                        .bind("$5", texts(entries, Entries::code))
                        .bind("$6", texts(entries, Entry::reason))
                        .then();
    }

    /// Those with this code, the earliest first: cast, and perhaps replaced or voided.
    public Flux<Found> find(CommunityId community, ReceiptCode code) {
        return database.sql("""
                        select * from polls.entries where community_id = $1 and code = $2 and code <> '' order by place""")
                .bind("$1", community.value())
                .bind("$2", code.signs())
                .map(row -> new Found(text(row, "poll"), integer(row, "place"), LogRows.entry(row)))
                .all();
    }

    /// @param place of the first that is wanted, from 0
    Flux<Entry> from(CommunityId community, String poll, int place) {
        return database.sql("""
                        select kind, what, reason from polls.entries
                        where community_id = $1 and poll = $2 and place >= $3 order by place""")
                .bind("$1", community.value())
                .bind("$2", poll)
                .bind("$3", place)
                .map(LogRows::entry)
                .all();
    }

    private static String code(Entry entry) {
        return entry.kind() == Entry.Kind.RULES
                ? ""
                : ReceiptCode.of(entry.what()).signs();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> what) {
        return entries.stream().map(what).toArray(String[]::new);
    }
}
