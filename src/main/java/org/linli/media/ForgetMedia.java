package org.linli.media;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.OldRows;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes what people sent when its time is over, and bytes that nothing names any more.
@Component
class ForgetMedia implements Forgets {

    /// What was kept so lately may be about to get a name.
    private static final Duration FRESH = Duration.ofHours(1);

    /// A month, so that a case is still worked on with its pictures.
    private static final int LEAST_DAYS = 30;

    private static final String OLD = "from media.items where received_at < $1 and (community_id = any($2)) = $3";

    private static final String FORGET_OLD = """
        delete from media.items where (community_id, id) in (
            select community_id, id %s limit 1000 for update skip locked)
        """.formatted(OLD);

    private static final String FORGET_UNTAKEN = """
        delete from media.items where (community_id, id) in (
            select community_id, id from media.items where forget_at < $1 limit 1000 for update skip locked)
        """;

    private static final String FORGET_CONTENTS = """
        delete from media.contents where (community_id, hash) in (
            select community_id, hash from media.contents c
            where c.kept_at < $1
              and not exists (select from media.items i where i.community_id = c.community_id and i.hash = c.hash)
            limit 100 for update skip locked)
        """;

    private final Retention retention;
    private final OldRows rows;
    private final Period period;

    ForgetMedia(Retention retention, OldRows rows, MediaKeeping keeping) {
        this.retention = retention;
        this.rows = rows;
        this.period = period(keeping.keptFor());
    }

    /// As the program was set up, and as much less as a community wants.
    static Period period(Duration keptFor) {
        int days = Math.max(1, (int) keptFor.toDays());
        return new Period("media", days, Math.min(LEAST_DAYS, days), days);
    }

    @Override
    public String name() {
        return "forget-media";
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public String counting() {
        return "select count(*) as n " + OLD;
    }

    @Override
    public Mono<Integer> round() {
        return Flux.concat(
                        retention.forget(period, FORGET_OLD),
                        rows.forget(Duration.ZERO, List.of(FORGET_UNTAKEN)),
                        rows.forget(FRESH, List.of(FORGET_CONTENTS)))
                .reduce(0, Integer::sum);
    }
}
