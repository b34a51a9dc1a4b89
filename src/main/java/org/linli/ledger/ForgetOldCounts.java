package org.linli.ledger;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Deletes what is over: windows, days and months that ended, closings whose time has come, or that nobody opened.
@Component
class ForgetOldCounts implements ForgetsInTime {

    private final OldRows rows;

    ForgetOldCounts(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-old-counts";
    }

    /// So that a message that is on its way can still be handed back.
    @Override
    public Duration kept() {
        return Duration.ofDays(1);
    }

    @Override
    public List<String> statements() {
        return List.of(
                forget("counters", "until"),
                forget("closings", "coalesce(until, since + interval '30 days')"),
                forget("paces", "next_at"));
    }

    private static String forget(String table, String end) {
        return "delete from ledger.%1$s where ctid in (select ctid from ledger.%1$s where %2$s < $1 limit 1000)"
                .formatted(table, end);
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
