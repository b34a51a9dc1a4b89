package org.linli.polls.works;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import org.linli.polls.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What projects got and spent, for everybody to read; only added to.
@Component
public class Payments {

    /// A line of a project's account.
    public record Line(int proposal, Payment it) {}

    private final DatabaseClient database;
    private final Clock clock;

    Payments(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The same receipt of the same amount is entered once. Never empty: whether it was.
    public Mono<Boolean> add(Round round, int proposal, Payment it, String by) {
        return database.sql("""
                        insert into polls.money (community_id, round, proposal, source, fen, payer, receipt, by_name, at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", proposal)
                .bind("$4", it.source().name())
                .bind("$5", it.fen())
                .bind("$6", it.payer())
                .bind("$7", it.receipt())
                .bind("$8", by)
                .bind("$9", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// The earliest first.
    public Flux<Line> of(Round round) {
        return database.sql("select * from polls.money where community_id = $1 and round = $2 order by id")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(row -> new Line(
                        integer(row, "proposal"),
                        new Payment(
                                Source.valueOf(text(row, "source")),
                                number(row, "fen"),
                                text(row, "payer"),
                                text(row, "receipt"))))
                .all();
    }
}
