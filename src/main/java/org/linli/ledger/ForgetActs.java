package org.linli.ledger;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets when somebody last wrote or followed: it opens no window any more, and ends no closing, since those without
/// an end of their own go after as many days.
@Component
class ForgetActs implements ForgetsInTime {

    private final OldRows rows;

    ForgetActs(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-acts";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(31);
    }

    /// All rows are read for it: an index by time would have to be changed with every message.
    @Override
    public Duration rest() {
        return Duration.ofDays(1);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from ledger.acts where at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
