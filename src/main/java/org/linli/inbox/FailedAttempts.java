package org.linli.inbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.linli.platform.traces.Failed;
import org.linli.platform.traces.MessageInLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes messages back whose attempt failed or whose worker is gone: to be tried later, or set aside for staff.
@Component
class FailedAttempts {

    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(FailedAttempts.class);

    /// Tried again after 1, 2, 4 and 8 seconds.
    private static final String TAKE_BACK = """
            update inbox.arrivals
            set failures = failures + 1, error = $2, lease_until = null,
                state = case when failures + 1 >= $3 then 'set_aside' else 'waiting' end,
                not_before = $1 + make_interval(secs => power(2, failures))
            """;

    private static final String FAILED = TAKE_BACK + """
            where community_id = $4 and id = $5 and state = 'working' and attempt = $6
            returning community_id, id, state
            """;

    private static final String LOOK = """
            select community_id, id from inbox.arrivals where state = 'working' and lease_until < $1
            order by community_id, id limit 256
            """;

    private static final String ABANDONED = """
            with taken as materialized (
                select id from inbox.arrivals
                where community_id = $4 and id = any($5) and state = 'working' and lease_until < $1
                for update skip locked)
            """ + TAKE_BACK + """
            where community_id = $4 and id in (select id from taken)
            returning community_id, id, state
            """;

    private final DatabaseClient database;
    private final MeterRegistry meters;
    private final Clock clock;

    FailedAttempts(DatabaseClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
    }

    /// Does nothing when the lease was lost or the message is done.
    Mono<Void> takeBack(Arrival arrival, Throwable error) {
        String kind = error.getClass().getName();
        return reported(
                        Failed.briefly(error),
                        takingBack(FAILED, kind)
                                .bind("$4", arrival.message().community().value())
                                .bind("$5", arrival.id())
                                .bind("$6", arrival.attempt()))
                .then();
    }

    /// Those whose lease is over, up to a batch; how many they were.
    Mono<Long> takeBackAbandoned() {
        return LookThenClaim.all(abandoned(), this::takeBack).count();
    }

    private Flux<Seen<Long>> abandoned() {
        return database.sql(LOOK)
                .bind("$1", clock.instant().atOffset(UTC))
                .map(row -> new Seen<>(new CommunityId(text(row, "community_id")), number(row, "id")))
                .all();
    }

    private Flux<Boolean> takeBack(CommunityId community, List<Long> ids) {
        return reported(
                "its worker is gone",
                takingBack(ABANDONED, "abandoned").bind("$4", community.value()).bind("$5", ids.toArray(Long[]::new)));
    }

    private GenericExecuteSpec takingBack(String sql, String error) {
        return database.sql(sql)
                .bind("$1", clock.instant().atOffset(UTC))
                .bind("$2", error)
                .bind("$3", MOST);
    }

    private Flux<Boolean> reported(String why, GenericExecuteSpec statement) {
        return statement
                .map(row -> report(
                        new CommunityId(text(row, "community_id")),
                        number(row, "id"),
                        text(row, "state").equals("set_aside"),
                        why))
                .all();
    }

    private boolean report(CommunityId community, long id, boolean setAside, String why) {
        meters.counter("linli.arrivals", "outcome", setAside ? "set_aside" : "retried")
                .increment();
        MessageInLog.during(community, id, () -> tell(id, setAside, why));
        return setAside;
    }

    private static void tell(long id, boolean setAside, String why) {
        if (setAside) {
            LOG.warn("message {} failed {} times ({}), set aside for staff", id, MOST, why);
        } else {
            LOG.info("message {} failed ({}), trying again soon", id, why);
        }
    }
}
