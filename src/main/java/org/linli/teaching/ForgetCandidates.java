package org.linli.teaching;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets what was tried and is not in use, a year after it was asked for: by then nobody compares with it any more.
@Component
class ForgetCandidates implements ForgetsInTime {

    private static final String OLD = "state in ('failed', 'dropped', 'rolled_back') and asked_at < $1";

    private final OldRows rows;

    ForgetCandidates(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-candidates";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(365);
    }

    @Override
    public List<String> statements() {
        return List.of("""
                delete from teaching.differences d using teaching.candidates c
                where d.community_id = c.community_id and d.candidate = c.id and\s""" + OLD, "delete from teaching.candidates where " + OLD);
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
