package org.linli.polls.logbook;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.log.RightEdge;
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
public class Logbook implements KeepsSealed {

    private static final SealedColumn SIGN_KEY = new SealedColumn("polls.logs", "sign_key", "community_id", "poll");

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
            insert into polls.heads (community_id, poll, size, root, remark, signature, signed_at, edge)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
            """;

    /// Where an entry with this receipt stands.
    public record Found(String poll, int place, Entry entry) {}

    private final DatabaseClient database;
    private final Sealing sealing;

    Logbook(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SIGN_KEY);
    }

    public Mono<Void> open(CommunityId community, String poll, NewLog it) {
        return on(community, poll, """
                        insert into polls.logs (community_id, poll, check_key, sign_key, declared, size)
                        values ($1, $2, $3, $4, $5, 0)""")
                .bind("$3", it.key().check().written())
                .bind("$4", sealing.seal(SIGN_KEY, it.key().keep(), community.value(), poll))
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
    Mono<Void> sign(HeadSigned signed) {
        var head = signed.head().head();
        return on(signed.community(), signed.poll(), HEAD)
                .bind("$3", head.size())
                .bind("$4", head.root().base64())
                .bind("$5", head.remark())
                .bind("$6", signed.head().signature())
                .bind("$7", signed.at().atOffset(UTC))
                .bind("$8", signed.edge().text())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a head that is signed")))
                .then();
    }

    /// Its keys and what its tree has grown to, read from the last signed state on. Empty where nothing is signed any
    /// more.
    public Mono<Growing> growing(CommunityId community, String poll) {
        return on(community, poll, """
                        select l.community_id, l.poll, l.check_key, l.sign_key, coalesce(h.size, 0) size, coalesce(h.edge, '') edge
                        from polls.logs l left join lateral (
                            select size, edge from polls.heads h
                            where h.community_id = l.community_id and h.poll = l.poll and h.edge <> ''
                            order by size desc limit 1) h on true
                        where l.community_id = $1 and l.poll = $2 and l.sign_key is not null""")
                .map(row -> growing(row))
                .one()
                .flatMap(known -> on(community, poll, """
                                select kind, what from polls.entries
                                where community_id = $1 and poll = $2 and place >= $3 order by place""")
                        .bind("$3", known.edge().size())
                        .map(Logbook::entry)
                        .all()
                        .map(Entry::leaf)
                        .collectList()
                        .map(leaves -> known.with(leaves)));
    }

    private Growing growing(Readable row) {
        var check = CheckKey.read(text(row, "check_key"));
        return new Growing(
                check,
                SignKey.read(opened(row, text(row, "sign_key")), check),
                RightEdge.read(integer(row, "size"), text(row, "edge")));
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

    private Log log(Readable row, List<Entry> entries, List<TreeHead.Signed> heads) {
        var check = CheckKey.read(text(row, "check_key"));
        return new Log(
                new CommunityId(text(row, "community_id")),
                text(row, "poll"),
                check,
                Optional.ofNullable(row.get("sign_key", String.class))
                        .map(kept -> SignKey.read(opened(row, kept), check)),
                Declared.read(text(row, "declared").lines().toList()),
                entries,
                heads);
    }

    private String opened(Readable row, String kept) {
        return sealing.open(SIGN_KEY, kept, text(row, "community_id"), text(row, "poll"));
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
