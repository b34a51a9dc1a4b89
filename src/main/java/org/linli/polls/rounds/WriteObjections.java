package org.linli.polls.rounds;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes objections, what was decided about them, and counts that were repeated for them.
@Component
class WriteObjections {

    private final DatabaseClient database;

    WriteObjections(DatabaseClient database) {
        this.database = database;
    }

    /// The round stays where it is from this moment on: whoever moves it with the version it had before is refused.
    /// Signals [Conflict] where its result is not public any more.
    Mono<Void> add(Change.Objected objected) {
        return held(objected.round()).then(Mono.defer(() -> added(objected)));
    }

    private Mono<Void> held(Round round) {
        return WriteRounds.one(
                on(
                        round,
                        "update polls.rounds set version = version + 1 where community_id = $1 and id = $2 and phase = 'PUBLICITY'"));
    }

    private Mono<Void> added(Change.Objected objected) {
        var it = objected.it();
        return on(objected.round(), """
                        insert into polls.objections (community_id, round, number, words, objector, told_at, send,
                          objected_at, proposal, case_number, answer)
                        values ($1, $2, (select coalesce(max(number), 0) + 1 from polls.objections
                                         where community_id = $1 and round = $2), $3, $4, $5, $6, $7, $8, $9, '')
                        on conflict (community_id, send) do nothing""")
                .bind("$3", it.words())
                .bind("$4", objected.objector())
                .bind("$5", it.toldAt())
                .bind("$6", objected.send())
                .bind("$7", it.at().atOffset(UTC))
                .bind("$8", it.proposal())
                .bind("$9", it.caseNumber())
                .then();
    }

    Mono<Void> decide(Change.Decided it) {
        return WriteRounds.one(on(it.round(), """
                        update polls.objections set answer = $4, verdict = $5, answered_at = $6
                        where community_id = $1 and round = $2 and number = $3 and answered_at is null""")
                .bind("$3", it.number())
                .bind("$4", it.answer())
                .bind("$5", it.verdict().name())
                .bind("$6", it.at().atOffset(UTC)));
    }

    Mono<Void> recount(Change.Recounted it) {
        return noted(it).then(replaced(it));
    }

    private Mono<Void> noted(Change.Recounted it) {
        return on(it.round(), """
                        insert into polls.recounts (community_id, round, objection, taken_out, before, after, at)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .bind("$3", it.objection())
                .bind("$4", numbers(it.takenOut()))
                .bind("$5", numbers(it.before().winners()))
                .bind("$6", numbers(it.after().winners()))
                .bind("$7", it.after().at().atOffset(UTC))
                .then();
    }

    private Mono<Void> replaced(Change.Recounted it) {
        var result = it.after();
        return WriteRounds.one(on(it.round(), """
                        update polls.results set winners = $3, drawn = $4, cost = $5, counted_at = $6, ballots = $8,
                          voids = greatest(voids, $9)
                        where community_id = $1 and poll = $2 and counted_at = $7""")
                .bind("$3", numbers(result.winners()))
                .bind("$4", result.drawn())
                .bind("$5", result.cost())
                .bind("$6", result.at().atOffset(UTC))
                .bind("$7", it.before().at().atOffset(UTC))
                .bind("$8", result.ballots())
                .bind("$9", it.voids()));
    }

    private static Integer[] numbers(List<Integer> all) {
        return all.toArray(Integer[]::new);
    }

    private GenericExecuteSpec on(Round round, String sql) {
        return database.sql(sql).bind("$1", round.community().value()).bind("$2", round.id());
    }
}
