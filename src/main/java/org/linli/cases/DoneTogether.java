package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was done to many cases at once.
@Component
public class DoneTogether {

    /// So long it can be undone, and so long its letters wait.
    public static final Duration UNDOABLE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);

    /// @param outcome `UNDONE`, `STANDS`; `null`: it can be undone
    public record Done(
            String bulk,
            String number,
            Instant at,
            @Nullable String outcome) {

        public boolean isUndoable(Instant now) {
            return outcome == null && now.isBefore(at.plus(UNDOABLE));
        }
    }

    /// How a case stood before.
    record Kept(String bulk, long seen, Case was, List<Deadline> clocks) {}

    /// Letters whose minute is over.
    record Waiting(CommunityId community, String bulk, String number, List<Letter> letters) {}

    private final DatabaseClient database;

    DoneTogether(DatabaseClient database) {
        this.database = database;
    }

    /// By number; for whoever did it.
    public Flux<Done> of(CommunityId community, String bulk, String staff) {
        return database.sql("""
                        select number, at, outcome from cases.done_together
                        where community_id = $1 and bulk = $2 and staff = $3 order by number""")
                .bind(0, community.value())
                .bind(1, bulk)
                .bind(2, staff)
                .map(row -> new Done(bulk, text(row, "number"), instant(row, "at"), row.get("outcome", String.class)))
                .all();
    }

    /// Empty where there is none.
    Mono<Kept> kept(CommunityId community, Done done) {
        return Mono.zip(was(community, done), clocks(community, done))
                .map(found -> new Kept(
                        done.bulk(), found.getT1().seen(), found.getT1().it(), found.getT2()));
    }

    private record Was(long seen, Case it) {}

    private Mono<Was> was(CommunityId community, Done done) {
        return of(community, done, """
                        select d.seen as left_behind, c.* from cases.done_together d,
                          jsonb_populate_record(null::cases.cases, d.was) c
                        where d.community_id = $1 and d.bulk = $2 and d.number = $3""")
                .map(row -> new Was(number(row, "left_behind"), CaseColumns.read(row)))
                .one();
    }

    private Mono<List<Deadline>> clocks(CommunityId community, Done done) {
        return of(community, done, """
                        select k.* from cases.done_together d, jsonb_populate_recordset(null::cases.clocks, d.clocks) k
                        where d.community_id = $1 and d.bulk = $2 and d.number = $3""").map(DueClocks::read).all().collectList();
    }

    private DatabaseClient.GenericExecuteSpec of(CommunityId community, Done done, String sql) {
        return database.sql(sql).bind(0, community.value()).bind(1, done.bulk()).bind(2, done.number());
    }

    /// The oldest first.
    Flux<Waiting> overdue(Instant now, int most) {
        return database.sql("""
                        select community_id, bulk, number, letters::text as letters from cases.done_together
                        where outcome is null and at <= $1 order by at limit $2""")
                .bind(0, now.minus(UNDOABLE).atOffset(ZoneOffset.UTC))
                .bind(1, most)
                .map(DoneTogether::waiting)
                .all();
    }

    private static Waiting waiting(Readable row) {
        var community = new CommunityId(text(row, "community_id"));
        return new Waiting(
                community, text(row, "bulk"), text(row, "number"), WaitingLetter.read(community, text(row, "letters")));
    }

    Mono<Void> forget(Instant now) {
        return database.sql("delete from cases.done_together where outcome is not null and at < $1")
                .bind(0, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .then();
    }
}
