package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.text;

import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.CountAgain.Occasion;
import org.linli.polls.voiding.Annulments;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Counts a public result again after ballots were taken out of it: until it counts as many as there are.
@Component
class CountVoided implements Job {

    private static final int BATCH = 20;

    private static final String DUE = """
            select o.community_id, o.id from polls.rounds o
            join polls.results r on r.community_id = o.community_id and r.poll = o.id
            where o.phase = 'PUBLICITY' and r.ballots <> (
                select count(*) from polls.ballots b where b.community_id = o.community_id and b.poll = o.id)
            limit $1
            """;

    private record Due(CommunityId community, String round) {}

    private final DatabaseClient database;
    private final FindRounds rounds;
    private final Annulments annulments;
    private final CountAgain again;
    private final Effects effects;

    CountVoided(DatabaseClient database, FindRounds rounds, Annulments annulments, CountAgain again, Effects effects) {
        this.database = database;
        this.rounds = rounds;
        this.annulments = annulments;
        this.again = again;
        this.effects = effects;
    }

    @Override
    public String name() {
        return "count-voided";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /// How many results were counted again by this replica.
    @Override
    public Mono<Integer> round() {
        return due().concatMap(this::counted).count().map(Long::intValue);
    }

    private Mono<Due> counted(Due due) {
        return Mono.zip(rounds.one(due.community(), due.round()), annulments.latest(due.community(), due.round()))
                .flatMap(it -> again.count(it.getT1(), Occasion.of(it.getT2())))
                .flatMap(all -> effects.commit(all).thenReturn(due))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Flux<Due> due() {
        return database.sql(DUE)
                .bind("$1", BATCH)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "id")))
                .all()
                .collectList()
                .flatMapIterable(it -> it);
    }
}
