package org.linli.polls.proofs;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.logbook.Growing;
import org.linli.polls.logbook.Heads;
import org.linli.polls.logbook.Logbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signs logs that have grown: when the vote opens, every hour of day and night, and when it has closed. Once,
/// whichever replica is first. What is signed stands on the log's page at once; [TellHeads] tells groups.
@Component
class SignHeads implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(SignHeads.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int BATCH = 200;

    private static final String DUE = """
            select l.community_id, l.poll from polls.logs l
            join polls.polls p on p.community_id = l.community_id and p.id = l.poll
            left join lateral (
                select h.size, h.signed_at from polls.heads h
                where h.community_id = l.community_id and h.poll = l.poll order by h.size desc limit 1) h on true
            where l.sign_key is not null
              and (h.size is null or h.size < l.size and (not p.is_open or h.signed_at <= $1))
            limit $2
            """;

    private record Due(CommunityId community, String poll) {}

    private final DatabaseClient database;
    private final Logbook logs;
    private final Heads heads;
    private final Clock clock;

    SignHeads(DatabaseClient database, Logbook logs, Heads heads, Clock clock) {
        this.database = database;
        this.logs = logs;
        this.heads = heads;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sign-heads";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// How many were signed by this replica.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                due(clock.instant()),
                LOG,
                it -> logs.growing(it.community(), it.poll()).filterWhen(log -> signed(it, log)));
    }

    private Mono<Boolean> signed(Due due, Growing log) {
        var now = clock.instant();
        return heads.sign(due.community(), due.poll(), log.head(now), log.edge(), now);
    }

    private Flux<Due> due(Instant now) {
        return database.sql(DUE)
                .bind("$1", now.minus(EVERY).atOffset(UTC))
                .bind("$2", BATCH)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "poll")))
                .all();
    }
}
