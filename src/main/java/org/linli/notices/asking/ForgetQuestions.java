package org.linli.notices.asking;

import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets what was asked about notices long ago.
@Component
class ForgetQuestions implements Forgets {

    /// Three days, because a notice shows what was asked from the day before it left until it was quiet.
    static final Period PERIOD = new Period("questions", 30, 3, 90);

    private static final String OLD = "from notices.asked where at < $1 and (community_id = any($2)) = $3";

    private static final String FORGET = """
            delete from notices.asked where (community_id, key) in (
                select community_id, key %s limit 1000 for update skip locked)""".formatted(OLD);

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
    public String counting() {
        return "select count(*) as n " + OLD;
    }

    @Override
    public Mono<Integer> round() {
        return retention.forget(PERIOD, FORGET);
    }
}
