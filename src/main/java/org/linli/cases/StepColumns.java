package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import org.linli.platform.database.CommunityId;

/// How a step stands in its row.
final class StepColumns {

    private StepColumns() {}

    static Step read(Readable row) {
        String[] pictures = row.get("pictures", String[].class);
        return new Step(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                Step.Kind.valueOf(text(row, "kind")),
                new Who(Who.Kind.valueOf(text(row, "by_kind")), text(row, "by_id"), text(row, "by_name")),
                instant(row, "at"),
                State.valueOf(text(row, "state")),
                text(row, "unit"),
                text(row, "words"),
                pictures == null ? List.of() : List.of(pictures),
                row.get("amount", BigDecimal.class));
    }
}
