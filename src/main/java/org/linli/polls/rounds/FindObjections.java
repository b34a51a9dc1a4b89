package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.linli.polls.PollRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was said against results, and what a result was before it was counted again.
@Component
public class FindObjections {

    /// A count that was repeated.
    ///
    /// @param takenOut numbers of proposals that were not counted any more
    /// @param before   winners then
    /// @param after    winners from then on
    public record Recount(
            int objection, List<Integer> takenOut, List<Integer> before, List<Integer> after, Instant at) {}

    private final DatabaseClient database;

    FindObjections(DatabaseClient database) {
        this.database = database;
    }

    /// The earliest first.
    public Flux<Objection> of(Round round) {
        return on(round, "select * from polls.objections where community_id = $1 and round = $2 order by number")
                .map(FindObjections::objection)
                .all();
    }

    /// Empty where there is none of that number, or it is decided.
    public Mono<Objection> open(Round round, int number) {
        return of(round).filter(it -> it.number() == number && it.isOpen()).next();
    }

    /// Whether this proposal may not go on. Never empty.
    public Mono<Boolean> freeze(Round round, int proposal) {
        return of(round).any(it -> it.freezes(proposal));
    }

    /// The earliest first.
    public Flux<Recount> recounts(Round round) {
        return on(round, "select * from polls.recounts where community_id = $1 and round = $2 order by at")
                .map(row -> new Recount(
                        integer(row, "objection"),
                        numbers(row, "taken_out"),
                        numbers(row, "before"),
                        numbers(row, "after"),
                        instant(row, "at")))
                .all();
    }

    /// Whether ballots were taken out since the result was counted. Never empty.
    Mono<Boolean> isStale(Round round) {
        return on(round, """
                        select 1 n from polls.results r where r.community_id = $1 and r.poll = $2 and r.voids < (
                            select p.voids from polls.polls p where p.community_id = $1 and p.id = $2)""").fetch().first().hasElement();
    }

    private GenericExecuteSpec on(Round round, String sql) {
        return database.sql(sql).bind("$1", round.community().value()).bind("$2", round.id());
    }

    private static Objection objection(Readable row) {
        String verdict = text(row, "verdict");
        return new Objection(
                integer(row, "number"),
                integer(row, "proposal"),
                text(row, "words"),
                text(row, "told_at"),
                text(row, "case_number"),
                instant(row, "objected_at"),
                text(row, "answer"),
                verdict.isEmpty() ? null : Verdict.valueOf(verdict));
    }

    private static List<Integer> numbers(Readable row, String column) {
        return List.of(PollRows.array(row, column, Integer[].class));
    }
}
