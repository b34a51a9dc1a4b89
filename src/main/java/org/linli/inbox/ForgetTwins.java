package org.linli.inbox;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Deletes what messages were recognised by when no second can come any more: a chat archive holds them for five days.
@Component
class ForgetTwins implements ForgetsInTime {

    private final OldRows rows;

    ForgetTwins(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-twins";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(6);
    }

    @Override
    public List<String> statements() {
        return List.of("delete from inbox.twins where said_at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
