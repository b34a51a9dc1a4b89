package org.linli.hotline;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets files that nobody confirmed: they hold who called.
@Component
class ForgetUploads implements ForgetsInTime {

    private final OldRows rows;

    ForgetUploads(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-hotline-files";
    }

    @Override
    public Duration kept() {
        return Uploads.KEPT;
    }

    @Override
    public List<String> statements() {
        return List.of("delete from hotline.files where put_at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
