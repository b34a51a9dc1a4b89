package org.linli.polls.logbook;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.RightEdge;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;
import org.linli.polls.published.Declared;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps logs. What is written belongs to the transaction of whoever calls.
@Component
public class Logbook implements KeepsSealed {

    private static final SealedColumn SIGN_KEY = new SealedColumn("polls.logs", "sign_key", "community_id", "poll");

    private final DatabaseClient database;
    private final Entries entries;
    private final Heads heads;
    private final Sealing sealing;

    Logbook(DatabaseClient database, Entries entries, Heads heads, Sealing sealing) {
        this.database = database;
        this.entries = entries;
        this.heads = heads;
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
                .then(entries.append(community, poll, List.of(it.declared().entry())));
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
                .flatMap(known -> entries.from(community, poll, known.edge().size())
                        .map(Entry::leaf)
                        .collectList()
                        .map(known::with));
    }

    private Growing growing(Readable row) {
        var check = CheckKey.read(text(row, "check_key"));
        return new Growing(
                check,
                SignKey.read(opened(row, text(row, "sign_key")), check),
                RightEdge.read(integer(row, "size"), text(row, "edge")));
    }

    /// Heads are read first: entries only grow, so none of the heads covers more than what is read. Empty where the
    /// vote has no log.
    public Mono<Log> of(CommunityId community, String poll) {
        return heads.all(community, poll)
                .collectList()
                .flatMap(signed -> entries.from(community, poll, 0)
                        .collectList()
                        .flatMap(all -> of(community, poll, all, signed)));
    }

    private Mono<Log> of(CommunityId community, String poll, List<Entry> entries, List<TreeHead.Signed> heads) {
        return on(community, poll, "select * from polls.logs where community_id = $1 and poll = $2")
                .map(row -> log(row, entries, heads))
                .one();
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
}
