package org.linli.dialogue.topics;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets what groups spoke of yesterday. Nothing depends on it but space.
@Component
class ForgetTopics implements ForgetsInTime {

    private final OldRows rows;

    ForgetTopics(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-topics";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(1);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from dialogue.topics where said_at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
