package org.linli.webhooks;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Forgets calls that arrived, and what still waits for subscriptions that nobody sent anew for so long.
@Component
class ForgetDeliveries implements Forgets {

    /// A week, so that a program that was away over the weekend can be sent anew what it missed.
    static final Period PERIOD = new Period("webhooks", 30, 7, 90);

    private static final Old OLD = Old.deleted("webhooks.deliveries", "id", "at < $1 and community_id = $2", 1_000);

    private final Retention retention;

    ForgetDeliveries(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-deliveries";
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
