package org.linli.polls.rounds;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what changes in rounds. Signals [Conflict] where somebody else was first.
@Component
@Order(72)
class WriteRounds implements WriteEffects<RoundChanged> {

    private static final String NEW = """
            insert into polls.rounds (community_id, id, phase, version, number, title, place, budget, kind, most,
              knapsack, voice, rule, completion, seed, supporters, asked_by, opened_at, collect_until, vote_from,
              vote_until, object_until, level, since, age, street_supporters,
              collect_from, utility, start_with, exhaustive, comparison, increment, threshold, seats, ties)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $18, $24, $25,
              $26, $27, $28, $29, $30, $31, $32, $33, $34)
            """;

    private final DatabaseClient database;
    private final WriteProposals proposals;
    private final WriteObjections objections;

    WriteRounds(DatabaseClient database, WriteProposals proposals, WriteObjections objections) {
        this.database = database;
        this.proposals = proposals;
        this.objections = objections;
    }

    @Override
    public Class<RoundChanged> kind() {
        return RoundChanged.class;
    }

    @Override
    public Mono<Void> write(List<RoundChanged> effects) {
        return Flux.fromIterable(effects).concatMap(it -> write(it.what())).then();
    }

    private Mono<Void> write(Change change) {
        return switch (change) {
            case Change.Moved(long before, Round round) -> before == 0 ? begin(round) : move(before, round);
            case Change.Counted it -> keep(it);
            case Change.WaitingTaken it -> proposals.takeWaiting(it);
            case Change.Proposed it -> proposals.add(it);
            case Change.ProposalMoved it -> proposals.move(it);
            case Change.PutToVote it -> proposals.put(it);
            case Change.Supported it -> proposals.support(it);
            case Change.SupportTaken it -> proposals.support(it);
            case Change.Told it -> proposals.tell(it);
            case Change.Objected it -> objections.add(it);
            case Change.Decided it -> objections.decide(it);
            case Change.Recounted it -> objections.recount(it);
        };
    }

    private Mono<Void> begin(Round it) {
        var rules = it.rules();
        var dates = it.schedule();
        return FinePrintRow.bind(on(it, NEW), rules.fine())
                .bind("$3", it.phase().name())
                .bind("$4", it.version())
                .bind("$5", it.number())
                .bind("$6", it.title())
                .bind("$7", it.place())
                .bind("$8", rules.budget())
                .bind("$9", rules.kind().name())
                .bind("$10", rules.most())
                .bind("$11", rules.knapsack())
                .bind("$12", it.voice().name())
                .bind("$13", rules.rule().word())
                .bind("$14", rules.completion().word())
                .bind("$15", rules.seed())
                .bind("$16", it.supporters())
                .bind("$17", it.askedBy())
                .bind("$18", dates.opened().atOffset(UTC))
                .bind("$19", dates.collectUntil().atOffset(UTC))
                .bind("$20", dates.voteFrom().atOffset(UTC))
                .bind("$21", dates.voteUntil().atOffset(UTC))
                .bind("$22", dates.objectUntil().atOffset(UTC))
                .bind("$23", rules.level().word())
                .bind("$24", it.conditions().age())
                .bind("$25", it.conditions().streetSupporters())
                .bind("$26", dates.collectFrom().atOffset(UTC))
                .then();
    }

    private Mono<Void> move(long before, Round it) {
        return one(on(it, """
                        update polls.rounds set phase = $3, version = $4, since = $5
                        where community_id = $1 and id = $2 and version = $6""")
                .bind("$3", it.phase().name())
                .bind("$4", it.version())
                .bind("$5", it.since().atOffset(UTC))
                .bind("$6", before));
    }

    /// While ballots are counted none is taken out.
    private Mono<Void> keep(Change.Counted counted) {
        var it = counted.result();
        return on(counted.round(), """
                        insert into polls.results (community_id, poll, rule, completion, ties, winners, drawn, cost,
                          ballots, counted_at, voids)
                        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, p.voids from polls.polls p
                        where p.community_id = $1 and p.id = $2""")
                .bind("$3", it.rule())
                .bind("$4", it.completion())
                .bind("$5", it.ties())
                .bind("$6", it.winners().toArray(Integer[]::new))
                .bind("$7", it.drawn())
                .bind("$8", it.cost())
                .bind("$9", it.ballots())
                .bind("$10", it.at().atOffset(UTC))
                .then();
    }

    static Mono<Void> one(GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a round")))
                .then();
    }

    private GenericExecuteSpec on(Round round, String sql) {
        return database.sql(sql).bind("$1", round.community().value()).bind("$2", round.id());
    }
}
