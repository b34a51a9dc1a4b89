package org.linli.api;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets calls that nobody makes again, with what was answered.
@Component
class ForgetCalls implements ForgetsInTime {

    private final OldRows rows;

    ForgetCalls(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-calls";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(1);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from api.calls where at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
