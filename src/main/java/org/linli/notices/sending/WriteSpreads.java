package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.notices.HearNotices;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Begins to hand notices out, at once.
@Component
@Order(74)
class WriteSpreads implements WriteEffects<SpreadBegun> {

    /// After it nobody reports any more that a letter was seen.
    static final Duration FOLLOWED = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;
    private final List<HearNotices> hearers;

    WriteSpreads(DatabaseClient database, Bells bells, Clock clock, ObjectProvider<HearNotices> hearers) {
        this.database = database;
        this.bells = bells;
        this.clock = clock;
        this.hearers = hearers.orderedStream().toList();
    }

    @Override
    public Class<SpreadBegun> kind() {
        return SpreadBegun.class;
    }

    @Override
    public Mono<Void> write(List<SpreadBegun> effects) {
        return Flux.fromIterable(effects)
                .concatMap(this::write)
                .then(bells.ringAfterCommit(SpreadNotices.NAME))
                .then(bells.ringAfterCommit(SpreadEmergencies.NAME));
    }

    private Mono<Void> write(SpreadBegun begun) {
        return database.sql("""
                        insert into notices.spreads (community_id, notice, urgency, ready_at, followed_until,
                          approved_people, approved_print)
                        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""")
                .bind("$1", begun.notice().community().value())
                .bind("$2", begun.notice().id())
                .bind("$3", urgency(begun.notice()))
                .bind("$4", begun.readyAt().atOffset(UTC))
                .bind("$5", last(begun).atOffset(UTC))
                .bind("$6", begun.people())
                .bind("$7", begun.notice().seal())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMapMany(_ -> Flux.fromIterable(hearers))
                .concatMap(
                        it -> it.sent(begun.notice().community(), begun.notice().id()))
                .then();
    }

    private Instant last(SpreadBegun begun) {
        var now = clock.instant();
        return (begun.readyAt().isAfter(now) ? begun.readyAt() : now).plus(FOLLOWED);
    }

    private static short urgency(Notice notice) {
        return (short) (notice.wording().importance() == Importance.EMERGENCY ? Spreads.EMERGENCY : 2);
    }
}
