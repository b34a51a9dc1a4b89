package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes to each who is asked in private, see [AskAudience], with a ballot paper of their own: once, whichever replica
/// is first and however often one breaks off.
@Component
class TellAudience implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TellAudience.class);
    private static final int BATCH = 200;

    private final FindPolls find;
    private final WriteToVoters voters;
    private final DatabaseClient database;
    private final Clock clock;

    TellAudience(FindPolls find, WriteToVoters voters, DatabaseClient database, Clock clock) {
        this.find = find;
        this.voters = voters;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-audience";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    /// Of how many votes all were written to.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                find.toTell(clock.instant(), BATCH),
                LOG,
                poll -> voters.write(poll, "poll-asked", "").then(told(poll)).thenReturn(poll));
    }

    private Mono<Void> told(Poll poll) {
        return database.sql("update polls.polls set told_at = $3 where community_id = $1 and id = $2")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
