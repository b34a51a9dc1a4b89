package org.linli.open311;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets calls to hooks, and what still waits for a hook that nobody let go on for so long.
@Component
class ForgetHookCalls implements ForgetsInTime {

    private final OldRows rows;

    ForgetHookCalls(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-hook-calls";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(30);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from open311.calls where at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
