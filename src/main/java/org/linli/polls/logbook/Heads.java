package org.linli.polls.logbook;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.polls.log.RightEdge;
import org.linli.polls.log.TreeHead;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signed states of logs, and which of them groups were told.
@Component
public class Heads {

    private static final String SIGN = """
            insert into polls.heads (community_id, poll, size, root, remark, signature, signed_at, edge, told_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, null) on conflict do nothing
            """;

    private static final String TELL = """
            with told as (
                update polls.heads set told_at = $5
                where community_id = $1 and poll = $2 and size <= $3 and told_at is null returning 1
            ), closed as (
                update polls.logs set closing_told_at = $5
                where community_id = $1 and poll = $2 and $4 and closing_told_at is null returning 1
            )
            select 1 from told union all select 1 from closed
            """;

    private static final String ALL = """
            select h.*, split_part(l.check_key, '+', 1) log from polls.heads h
            join polls.logs l on l.community_id = h.community_id and l.poll = h.poll
            where h.community_id = $1 and h.poll = $2""";

    private final DatabaseClient database;

    Heads(DatabaseClient database) {
        this.database = database;
    }

    /// Whether it was the first of this size; otherwise nothing is changed. Never empty.
    ///
    /// @param edge of the tree whose root it names
    public Mono<Boolean> sign(CommunityId community, String poll, TreeHead.Signed signed, RightEdge edge, Instant at) {
        var head = signed.head();
        return on(community, poll, SIGN)
                .bind("$3", head.size())
                .bind("$4", head.root().base64())
                .bind("$5", head.remark())
                .bind("$6", signed.signature())
                .bind("$7", at.atOffset(UTC))
                .bind("$8", edge.text())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// The earliest first.
    Flux<TreeHead.Signed> all(CommunityId community, String poll) {
        return on(community, poll, ALL + " order by h.size").map(LogRows::head).all();
    }

    /// What groups do not know yet, the earliest first.
    public Flux<TreeHead.Signed> untold(CommunityId community, String poll) {
        return on(community, poll, ALL + " and h.told_at is null order by h.size")
                .map(LogRows::head)
                .all();
    }

    /// Empty where nothing is signed.
    public Mono<TreeHead.Signed> last(CommunityId community, String poll) {
        return on(community, poll, ALL + " order by h.size desc limit 1")
                .map(LogRows::head)
                .one();
    }

    /// Signals [Conflict] where somebody else has told all of it.
    Mono<Void> tell(HeadsTold told) {
        return on(told.community(), told.poll(), TELL)
                .bind("$3", told.size())
                .bind("$4", told.closing())
                .bind("$5", told.at().atOffset(UTC))
                .fetch()
                .all()
                .count()
                .filter(news -> news > 0)
                .switchIfEmpty(Mono.error(() -> new Conflict("what groups were told of a log")))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec on(CommunityId community, String poll, String sql) {
        return database.sql(sql).bind("$1", community.value()).bind("$2", poll);
    }
}
