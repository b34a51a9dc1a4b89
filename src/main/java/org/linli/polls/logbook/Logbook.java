package org.linli.polls.logbook;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;
import org.linli.polls.published.Declared;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps logs. What is written belongs to the transaction of whoever calls.
@Component
public class Logbook {

    /// Places are given under the lock of the log's row, so they have no holes and no entry comes twice to one.
    private static final String APPEND = """
            with log as (
                update polls.logs set size = size + cardinality($3::text[]) where community_id = $1 and poll = $2
                returning size - cardinality($3::text[]) as before
            )
            insert into polls.entries (community_id, poll, place, kind, what, code)
            select $1, $2, log.before + e.n::int - 1, e.kind, e.what, e.code
            from log, unnest($3::text[], $4::text[], $5::text[]) with ordinality as e(kind, what, code, n)
            """;

    private static final String HEAD = """
            insert into polls.heads (community_id, poll, size, root, remark, signature, signed_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
            """;

    /// Where an entry with this receipt stands.
    public record Found(String poll, int place, Entry entry) {}

    private final DatabaseClient database;

    Logbook(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> open(CommunityId community, String poll, NewLog it) {
        return on(community, poll, """
                        insert into polls.logs (community_id, poll, check_key, sign_key, declared, size)
                        values ($1, $2, $3, $4, $5, 0)""")
                .bind("$3", it.key().check().written())
                .bind("$4", it.key().keep())
                .bind("$5", String.join("\n", it.declared().lines()))
                .then()
                .then(append(community, poll, List.of(it.declared().entry())));
    }

    /// In this order.
    public Mono<Void> append(CommunityId community, String poll, List<Entry> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : on(community, poll, APPEND)
                        .bind("$3", texts(entries, it -> it.kind().name()))
                        .bind("$4", texts(entries, it -> it.what().hex()))
                        .bind("$5", texts(entries, Logbook::code))
                        .then();
    }

    /// Signals [Conflict] where a head of this size is there already.
    Mono<Void> sign(CommunityId community, String poll, TreeHead.Signed signed, Instant at) {
        var head = signed.head();
        return on(community, poll, HEAD)
                .bind("$3", head.size())
                .bind("$4", head.root().base64())
                .bind("$5", head.remark())
                .bind("$6", signed.signature())
                .bind("$7", at.atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a head that is signed")))
                .then();
    }

    /// Empty where the vote has none.
    public Mono<Log> of(CommunityId community, String poll) {
        return Mono.zip(
                        entries(community, poll).collectList(),
                        heads(community, poll).collectList())
                .flatMap(found -> on(community, poll, "select * from polls.logs where community_id = $1 and poll = $2")
                        .map(row -> log(row, found.getT1(), found.getT2()))
                        .one());
    }

    /// Those with this code, the earliest first: cast, and perhaps replaced or voided.
    public Flux<Found> find(CommunityId community, ReceiptCode code) {
        return database.sql("""
                        select * from polls.entries where community_id = $1 and code = $2 and code <> '' order by place""")
                .bind("$1", community.value())
                .bind("$2", code.signs())
                .map(row -> new Found(text(row, "poll"), integer(row, "place"), entry(row)))
                .all();
    }

    private Flux<Entry> entries(CommunityId community, String poll) {
        return on(community, poll, """
                        select kind, what from polls.entries where community_id = $1 and poll = $2 order by place""").map(Logbook::entry).all();
    }

    private Flux<TreeHead.Signed> heads(CommunityId community, String poll) {
        return on(community, poll, """
                        select h.*, split_part(l.check_key, '+', 1) log from polls.heads h
                        join polls.logs l on l.community_id = h.community_id and l.poll = h.poll
                        where h.community_id = $1 and h.poll = $2 order by h.size""").map(Logbook::head).all();
    }

    private GenericExecuteSpec on(CommunityId community, String poll, String sql) {
        return database.sql(sql).bind("$1", community.value()).bind("$2", poll);
    }

    private static Log log(Readable row, List<Entry> entries, List<TreeHead.Signed> heads) {
        var check = CheckKey.read(text(row, "check_key"));
        return new Log(
                new CommunityId(text(row, "community_id")),
                text(row, "poll"),
                check,
                Optional.ofNullable(row.get("sign_key", String.class)).map(kept -> SignKey.read(kept, check)),
                Declared.read(text(row, "declared").lines().toList()),
                entries,
                heads);
    }

    private static TreeHead.Signed head(Readable row) {
        return new TreeHead.Signed(
                new TreeHead(
                        text(row, "log"),
                        integer(row, "size"),
                        Hash.fromBase64(text(row, "root")),
                        text(row, "remark")),
                text(row, "signature"));
    }

    private static Entry entry(Readable row) {
        return new Entry(Entry.Kind.valueOf(text(row, "kind")), Hash.fromHex(text(row, "what")));
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
