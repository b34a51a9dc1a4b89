package org.linli.inbox;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Deletes what was said long ago and has had its effect. What staff still have to look at stays.
@Component
class ForgetOldArrivals implements Forgets {

    /// A week, because a chat archive may hand over for five days what came by another way before.
    static final Period PERIOD = new Period("messages", 30, 7, 180);

    private static final Old OLD = Old.deleted(
            "inbox.arrivals", "id", "state in ('done', 'shed') and received_at < $1 and community_id = $2", 1_000);

    private final Retention retention;

    ForgetOldArrivals(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-old-arrivals";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public List<Old> kinds() {
        return List.of(OLD);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
