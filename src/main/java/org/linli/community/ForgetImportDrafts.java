package org.linli.community;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets files that were reviewed and not imported: they may hold residents.
@Component
class ForgetImportDrafts implements ForgetsInTime {

    private final OldRows rows;

    ForgetImportDrafts(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-import-drafts";
    }

    @Override
    public Duration kept() {
        return ImportDrafts.KEPT;
    }

    @Override
    public List<String> statements() {
        return List.of("delete from community.import_drafts where at < $1");
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
