package org.linli.channels.webchat;

import java.time.Duration;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes what was said and shown in the rooms long ago. The rooms go on counting where they are.
@Component
class ForgetOldLines implements Forgets {

    /// A month, because the room is all that residents have of what they were told about a case.
    static final Period PERIOD = new Period("chat", 365, 30, 1_095);

    /// For how long a room may have what was said in it.
    static final Duration AT_MOST = Duration.ofDays(PERIOD.most());

    private static final String OLD = "at < $1 and (community_id = any($2)) = $3";

    private static final String FORGET_LINES = """
        delete from webchat.lines where (community_id, room, seq) in (
            select community_id, room, seq from webchat.lines where %s limit 1000 for update skip locked)
        """.formatted(OLD);

    private static final String FORGET_PICTURES = """
        delete from webchat.pictures where (community_id, room, id) in (
            select community_id, room, id from webchat.pictures where %s limit 50 for update skip locked)
        """.formatted(OLD);

    private final Retention retention;

    ForgetOldLines(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-old-lines";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public String counting() {
        return """
            select (select count(*) from webchat.lines where %1$s)
                 + (select count(*) from webchat.pictures where %1$s) as n""".formatted(OLD);
    }

    @Override
    public Mono<Integer> round() {
        return retention.forget(PERIOD, FORGET_LINES, FORGET_PICTURES);
    }
}
