package org.linli.polls;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets which of several votes was asked for and chosen, once it says nothing any more.
@Component
class ForgetPicks implements ForgetsInTime {

    private final OldRows rows;

    ForgetPicks(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-picks";
    }

    @Override
    public Duration kept() {
        return Picks.WAITS;
    }

    /// There are as many rows as people with several open votes: all are read.
    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from polls.picks where at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
