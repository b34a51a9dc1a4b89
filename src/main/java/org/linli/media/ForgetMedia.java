package org.linli.media;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
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

    private static final Old OLD = Old.deleted("media.items", "id", "received_at < $1 and community_id = $2", 1_000);

    private static final Old UNTAKEN = Old.deleted("media.items", "id", "forget_at < $1 and community_id = $2", 1_000);

    private static final Old UNNAMED = Old.deleted("media.contents", "hash", """
            kept_at < $1 and community_id = $2 and not exists (
              select from media.items i where i.community_id = contents.community_id and i.hash = contents.hash)""", 100);

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
    public List<Old> kinds() {
        return List.of(OLD);
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public Mono<Integer> round() {
        return Flux.concat(Forgets.super.round(), rows.forget(Duration.ZERO, UNTAKEN), rows.forget(FRESH, UNNAMED))
                .reduce(0, Integer::sum);
    }
}
