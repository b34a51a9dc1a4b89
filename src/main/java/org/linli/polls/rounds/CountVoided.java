package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.CountAgain.Occasion;
import org.linli.polls.voiding.Annulments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Counts a public result again after ballots were taken out of it, until none was taken out since; groups are told why
/// the last one was.
@Component
class CountVoided implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(CountVoided.class);
    private static final int BATCH = 20;

    private static final String DUE = """
            select o.community_id, o.id, p.voids from polls.rounds o
            join polls.results r on r.community_id = o.community_id and r.poll = o.id
            join polls.polls p on p.community_id = o.community_id and p.id = o.id
            where o.phase = 'PUBLICITY' and r.voids < p.voids
            order by o.object_until, o.community_id, o.id limit $1
            """;

    /// @param voids so many ballots had been taken out before the count reads those that are left
    private record Due(CommunityId community, String round, int voids) {}

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
        return EachAlone.of(due(), LOG, this::counted);
    }

    private Mono<Due> counted(Due due) {
        return Mono.zip(
                        rounds.one(due.community(), due.round()),
                        annulments.nth(due.community(), due.round(), due.voids()))
                .flatMap(it -> again.count(it.getT1(), Occasion.of(it.getT2(), due.voids())))
                .flatMap(all -> effects.commit(all).thenReturn(due))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Flux<Due> due() {
        return database.sql(DUE)
                .bind("$1", BATCH)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "id"), integer(row, "voids")))
                .all();
    }
}
