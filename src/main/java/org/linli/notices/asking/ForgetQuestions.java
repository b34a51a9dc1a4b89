package org.linli.notices.asking;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Forgets what was asked about notices long ago.
@Component
class ForgetQuestions implements Forgets {

    /// Three days, because a notice shows what was asked from the day before it left until it was quiet.
    static final Period PERIOD = new Period("questions", 30, 3, 90);

    private static final Old OLD = Old.deleted("notices.asked", "key", "at < $1 and community_id = $2", 1_000);

    private final Retention retention;

    ForgetQuestions(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-questions";
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
