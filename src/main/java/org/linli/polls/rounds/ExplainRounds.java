package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.text;

import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.BallotBox;
import org.linli.polls.FindPolls;
import org.linli.polls.log.Breakdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Works out why who lost has lost, once for each count, beside the calls of residents. Of fewer than
/// [Breakdown#FEWEST] ballots nothing is said.
@Component
class ExplainRounds implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ExplainRounds.class);
    private static final int BATCH = 50;

    private static final String DUE = """
            select r.community_id, r.poll from polls.results r
            where r.ballots >= $1 and not exists (
                select from polls.explanations e where e.community_id = r.community_id and e.poll = r.poll
                and e.counted_at = r.counted_at)
            order by r.counted_at limit $2
            """;

    private final DatabaseClient database;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final FindPolls polls;
    private final BallotBox box;
    private final Explanations explanations;

    ExplainRounds(
            DatabaseClient database,
            FindRounds rounds,
            FindProposals proposals,
            FindPolls polls,
            BallotBox box,
            Explanations explanations) {
        this.database = database;
        this.rounds = rounds;
        this.proposals = proposals;
        this.polls = polls;
        this.box = box;
        this.explanations = explanations;
    }

    @Override
    public String name() {
        return "explain-rounds";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /// How many were explained.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(due(), LOG, this::explain);
    }

    private Mono<Round> explain(Round round) {
        return Mono.zip(polls.one(round.community(), round.id()), rounds.result(round))
                .flatMap(found -> Mono.zip(box.ballots(found.getT1()), proposals.takenOut(round))
                        .map(it ->
                                new CountBallots(round.rules(), found.getT1().paper()).election(it.getT1(), it.getT2()))
                        .publishOn(Schedulers.boundedElastic())
                        .map(election -> WorkOut.of(
                                new CountBallots(round.rules(), found.getT1().paper()), election))
                        .flatMap(it -> explanations.keep(round, found.getT2().at(), it)))
                .thenReturn(round);
    }

    private Flux<Round> due() {
        return database.sql(DUE)
                .bind("$1", (int) Breakdown.FEWEST)
                .bind("$2", BATCH)
                .map(row -> new CommunityId(text(row, "community_id")).value() + " " + text(row, "poll"))
                .all()
                .collectList()
                .flatMapIterable(it -> it)
                .concatMap(it -> rounds.one(new CommunityId(it.split(" ", 2)[0]), it.split(" ", 2)[1]));
    }
}
