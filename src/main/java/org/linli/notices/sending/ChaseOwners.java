package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import org.linli.channels.SendFailure;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reminds owners of groups who have not confirmed an important notice for half an hour, once; the channel itself goes
/// on within what the platform allows (three times in 24 hours).
@Component
class ChaseOwners implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ChaseOwners.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /// Whoever changes the row reminds, so that of several replicas one does.
    private static final String CLAIM = """
            update notices.recipients r set reason = '%s' from notices.notices n
            where n.community_id = r.community_id and n.id = r.notice and n.importance <> 'ORDINARY'
              and n.state = 'APPROVED' and n.valid_until > $1
              and r.fate = 'POSTED' and r.reason = '%s' and r.posted_at < $2
            returning r.community_id, r.who
            """.formatted(Unconfirmed.REMINDED, Unconfirmed.ASKED);

    private record Late(CommunityId community, String who) {}

    private final DatabaseClient database;
    private final FindUnconfirmed unconfirmed;
    private final Clock clock;

    ChaseOwners(DatabaseClient database, FindUnconfirmed unconfirmed, Clock clock) {
        this.database = database;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chase-owners";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.minus(PATIENCE).atOffset(UTC))
                .map(row -> new Late(new CommunityId(text(row, "community_id")), text(row, "who")))
                .all()
                .collectList()
                .flatMapIterable(it -> it)
                .concatMap(this::remind)
                .then(Mono.just(0));
    }

    private Mono<Void> remind(Late late) {
        return unconfirmed
                .owners(late.community())
                .filter(it -> it.who().equals(late.who()) && Unconfirmed.isToBeReminded(it.awaited()))
                .concatMap(it -> unconfirmed.remind(late.community(), it))
                .then()
                .onErrorResume(SendFailure.class, failure -> {
                    LOG.info(
                            "the owner of a group could not be reminded ({}), the channel tries later",
                            failure.reason());
                    return Mono.empty();
                });
    }
}
