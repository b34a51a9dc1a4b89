package org.linli.community;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Forgets who of the staff looked at whose data years ago.
@Component
class ForgetViewings implements Forgets {

    /// Three years, within which somebody may claim that it was wrong (民法典 188 条, 诉讼时效); half a year at least, as
    /// logs have to be kept (网络安全法 21 条).
    static final Period PERIOD = new Period("viewings", 1095, 180, 3650);

    private static final Old VIEWINGS = Old.deleted("community.viewings", "id", "community_id = $2 and at < $1", 1_000);

    private final Retention retention;

    ForgetViewings(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-viewings";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public List<Old> kinds() {
        return List.of(VIEWINGS);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
