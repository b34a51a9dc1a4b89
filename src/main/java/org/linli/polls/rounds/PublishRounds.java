package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.linli.community.Communities;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.BallotBox;
import org.linli.polls.FindPolls;
import org.linli.polls.OpenEntries;
import org.linli.polls.Poll;
import org.linli.polls.log.Breakdown;
import org.linli.polls.log.Level;
import org.linli.polls.log.Receipt;
import org.linli.polls.logbook.Ledgers;
import org.linli.polls.logbook.Ledgers.Published;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.published.Refused;
import org.linli.polls.published.VerifyLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Publishes the ledger of a round, once for each count, when the last head covers its log and no ballot was taken out
/// since. What does not pass our own check is not published. Of fewer than [Breakdown#FEWEST] ballots nothing is.
@Component
class PublishRounds implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PublishRounds.class);
    private static final int BATCH = 200;

    private static final String DUE = """
            select r.community_id, r.poll from polls.results r
            join polls.logs l on l.community_id = r.community_id and l.poll = r.poll
            where l.sign_key is not null and r.ballots >= $1
              and r.voids = (select p.voids from polls.polls p
                             where p.community_id = r.community_id and p.id = r.poll)
              and exists (select from polls.heads h
                          where h.community_id = l.community_id and h.poll = l.poll and h.size = l.size)
              and not exists (select from polls.ledgers g where g.community_id = r.community_id and g.poll = r.poll
                              and g.counted_at = r.counted_at)
            order by r.counted_at, r.community_id, r.poll limit $2
            """;

    private record Due(CommunityId community, String poll) {}

    private final DatabaseClient database;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final FindPolls polls;
    private final BallotBox box;
    private final OpenEntries openEntries;
    private final Logbook logs;
    private final Ledgers ledgers;
    private final Communities communities;

    PublishRounds(
            DatabaseClient database,
            FindRounds rounds,
            FindProposals proposals,
            FindPolls polls,
            BallotBox box,
            OpenEntries openEntries,
            Logbook logs,
            Ledgers ledgers,
            Communities communities) {
        this.database = database;
        this.rounds = rounds;
        this.proposals = proposals;
        this.polls = polls;
        this.box = box;
        this.openEntries = openEntries;
        this.logs = logs;
        this.ledgers = ledgers;
        this.communities = communities;
    }

    @Override
    public String name() {
        return "publish-rounds";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// How many were looked at.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(due(), LOG, it -> publish(it).thenReturn(it));
    }

    private Mono<Void> publish(Due due) {
        return Mono.zip(
                        rounds.one(due.community(), due.poll()),
                        polls.one(due.community(), due.poll()),
                        logs.of(due.community(), due.poll()),
                        communities.map(due.community()))
                .flatMap(found -> Mono.zip(
                                rounds.result(found.getT1()),
                                box.ballots(found.getT2()),
                                openings(found.getT2(), found.getT3()),
                                proposals.takenOut(found.getT1()))
                        .flatMap(it -> written(new RoundLedger(
                                        found.getT1(),
                                        found.getT2(),
                                        found.getT3(),
                                        it.getT1(),
                                        it.getT2(),
                                        it.getT4(),
                                        it.getT3(),
                                        found.getT4().name()))
                                .flatMap(published -> ledgers.publish(
                                        due.community(), due.poll(), it.getT1().at(), published))));
    }

    /// Nothing is opened that will not be published. Never empty.
    private Mono<List<Receipt>> openings(Poll poll, Log log) {
        return log.declared().level() == Level.OPENINGS ? openEntries.of(poll).collectList() : Mono.just(List.of());
    }

    /// Empty where our own check refuses it.
    private static Mono<Published> written(RoundLedger ledger) {
        return Mono.fromCallable(ledger::text)
                .doOnNext(text -> VerifyLedger.check(text.getBytes(StandardCharsets.UTF_8)))
                .map(text -> new Published(ledger.name(), text))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(Refused.class, refused -> {
                    LOG.error("the ledger {} is not published, line {} is wrong", ledger.name(), refused.line());
                    return Mono.empty();
                });
    }

    private Flux<Due> due() {
        return database.sql(DUE)
                .bind("$1", (int) Breakdown.FEWEST)
                .bind("$2", BATCH)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "poll")))
                .all();
    }
}
