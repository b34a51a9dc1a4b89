package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which notice is to be handed out now, emergencies first.
@Component
class Spreads {

    static final short EMERGENCY = 0;

    /// For one batch; a dead replica's comes back.
    static final Duration LEASE = Duration.ofSeconds(30);

    /// More than one, because other replicas may be faster.
    private static final int SEEN = 8;

    /// A correction waits until it is known who got the wrong one.
    private static final String LOOK = """
            select due.community_id, due.notice from notices.spreads due
            where not over and ready_at <= $1 and leased_until < $1 and urgency <= $2
              and not exists (
                  select from notices.notices n
                  join notices.recipients r on r.community_id = n.community_id and r.notice = n.corrects
                  where n.community_id = due.community_id and n.id = due.notice and r.fate = 'POSTED')
            order by urgency, ready_at limit $3
            """;

    private static final String CLAIM = """
            with next as materialized (
                select due.notice from notices.spreads due
                where due.community_id = $1 and due.notice = $2 and not over and ready_at <= $3 and leased_until < $3
                  and not exists (
                      select from notices.notices n
                      join notices.recipients r on r.community_id = $1 and r.notice = n.corrects
                      where n.community_id = $1 and n.id = $2 and r.fate = 'POSTED')
                for update skip locked)
            update notices.spreads s set fence = s.fence + 1, leased_until = $4
            from next where s.community_id = $1 and s.notice = next.notice
            returning s.community_id, s.notice, s.after, s.fence, s.approved_people, s.approved_print
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Spreads(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty when nothing is to be handed out.
    Mono<Claim> claim() {
        return claimUpTo(Short.MAX_VALUE);
    }

    /// Empty when no emergency is.
    Mono<Claim> claimEmergency() {
        return claimUpTo(EMERGENCY);
    }

    private Mono<Claim> claimUpTo(short urgency) {
        return LookThenClaim.first(look(urgency), this::claim);
    }

    private Flux<Seen<String>> look(short urgency) {
        return database.sql(LOOK)
                .bind("$1", clock.instant().atOffset(UTC))
                .bind("$2", urgency)
                .bind("$3", SEEN)
                .map(row -> Seen.of(row, "notice"))
                .all();
    }

    private Mono<Claim> claim(CommunityId community, String notice) {
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", community.value())
                .bind("$2", notice)
                .bind("$3", now.atOffset(UTC))
                .bind("$4", now.plus(LEASE).atOffset(UTC))
                .map(Spreads::claim)
                .one();
    }

    private static Claim claim(Readable row) {
        return new Claim(
                new CommunityId(text(row, "community_id")),
                text(row, "notice"),
                text(row, "after"),
                number(row, "fence"),
                new Approved(number(row, "approved_people"), text(row, "approved_print")));
    }
}
