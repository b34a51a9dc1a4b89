package org.linli.cases;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Counts cases by who takes care and where.
@Component
public class CasesInNumbers {

    private static final String SQL = """
            select c.unit, c.spot, count(*) as total,
              count(*) filter (where s.responded) as responded,
              count(*) filter (where c.resolved_at is not null) as resolved,
              count(c.stars) as rated,
              count(*) filter (where c.stars >= 4) as satisfied,
              count(*) filter (where coalesce(c.resolved_at, case when c.is_open then $4 else c.due_at end) > c.due_at)
                as overdue,
              count(*) filter (where s.reopened) as reopened,
              count(*) filter (where s.returned) as returned,
              count(*) filter (where c.stars is null and v.not_asked) as not_asked,
              coalesce(sum(s.amount), 0) as amount
            from cases.cases c
            cross join lateral (
              select coalesce(bool_or(t.by_kind <> 'RESIDENT' and t.kind in ('ACCEPTED', 'ANSWERED', 'RESOLVED')), false)
                  as responded,
                coalesce(bool_or(t.kind = 'REOPENED'), false) as reopened,
                coalesce(bool_or(t.kind = 'RETURNED'), false) as returned,
                sum(t.amount) as amount
              from cases.steps t where t.community_id = c.community_id and t.number = c.number) s
            cross join lateral (
              select count(*) > 0 and count(*) = count(*) filter (where outcome = 'NOT_ASKED') as not_asked
              from cases.verdicts v where v.community_id = c.community_id and v.number = c.number
                and v.resolved_at = c.resolved_at) v
            where c.community_id = $1 and c.opened_at >= $2 and c.opened_at < $3 and c.state not in ('WITHDRAWN', 'MERGED')
            group by c.unit, c.spot""";

    /// What became of cases of one unit at one building or spot.
    ///
    /// @param responded accepted or answered by staff at any time
    /// @param resolved  called done, and not open again
    /// @param satisfied rated with four stars or five
    /// @param overdue   done after the time promised, or open and late
    /// @param notAsked called done, and nobody who waited for it could be asked how
    /// @param amount    money that was named with steps, in yuan
    public record Counted(
            String unit,
            String spot,
            long total,
            long responded,
            long resolved,
            long rated,
            long satisfied,
            long overdue,
            long reopened,
            long returned,
            long notAsked,
            BigDecimal amount) {}

    private final DatabaseClient database;
    private final Clock clock;

    CasesInNumbers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Of the cases opened from the one time until before the other, without those that were withdrawn and those that
    /// rest in another.
    public Flux<Counted> opened(CommunityId community, Instant from, Instant until) {
        return database.sql(SQL)
                .bind(0, community.value())
                .bind(1, from.atOffset(ZoneOffset.UTC))
                .bind(2, until.atOffset(ZoneOffset.UTC))
                .bind(3, clock.instant().atOffset(ZoneOffset.UTC))
                .map(row -> new Counted(
                        text(row, "unit"),
                        text(row, "spot"),
                        number(row, "total"),
                        number(row, "responded"),
                        number(row, "resolved"),
                        number(row, "rated"),
                        number(row, "satisfied"),
                        number(row, "overdue"),
                        number(row, "reopened"),
                        number(row, "returned"),
                        number(row, "not_asked"),
                        Objects.requireNonNull(row.get("amount", BigDecimal.class))))
                .all();
    }
}
