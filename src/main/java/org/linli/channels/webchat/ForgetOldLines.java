package org.linli.channels.webchat;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Deletes what was said and shown in the rooms long ago. The rooms go on counting where they are.
@Component
class ForgetOldLines implements Forgets {

    /// A month, because the room is all that residents have of what they were told about a case.
    static final Period PERIOD = new Period("chat", 365, 30, 1_095);

    /// For how long a room may have what was said in it.
    static final Duration AT_MOST = Duration.ofDays(PERIOD.most());

    private static final String OLD = "at < $1 and community_id = $2";

    private static final Old LINES = Old.deleted("webchat.lines", "room, seq", OLD, 1_000);
    private static final Old PICTURES = Old.deleted("webchat.pictures", "room, id", OLD, 50);

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
    public List<Old> kinds() {
        return List.of(LINES, PICTURES);
    }

    @Override
    public String counting() {
        return """
            select (select count(*) from webchat.lines where %1$s)
                 + (select count(*) from webchat.pictures where %1$s) as n""".formatted(OLD);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
