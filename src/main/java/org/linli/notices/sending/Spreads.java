package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which notice is to be handed out now, emergencies first.
@Component
class Spreads {

    static final short EMERGENCY = 0;

    /// For one batch; a dead replica's comes back.
    static final Duration LEASE = Duration.ofSeconds(30);

    /// A correction waits until it is known who got the wrong one.
    ///
    /// `with`, because a subquery that stands in a condition may be run for each row, and take one each time.
    private static final String CLAIM = """
            with next as (
                select due.community_id, due.notice from notices.spreads due
                where not over and ready_at <= $1 and leased_until < $1 and urgency <= $3
                  and not exists (
                      select from notices.notices n
                      join notices.recipients r on r.community_id = n.community_id and r.notice = n.corrects
                      where n.community_id = due.community_id and n.id = due.notice and r.fate = 'POSTED')
                order by urgency, ready_at limit 1 for update skip locked)
            update notices.spreads s set fence = s.fence + 1, leased_until = $2
            from next where s.community_id = next.community_id and s.notice = next.notice
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
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LEASE).atOffset(UTC))
                .bind("$3", urgency)
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
