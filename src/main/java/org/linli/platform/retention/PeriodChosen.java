package org.linli.platform.retention;

import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A community chose how long to keep a kind of data.
///
/// @param days as many as [Period#usual]: nothing is chosen any more, and the community follows what is usual
public record PeriodChosen(CommunityId community, Period period, int days) implements Effect {

    public PeriodChosen {
        if (!period.allows(days)) {
            throw new IllegalArgumentException("%d days of %s".formatted(days, period));
        }
    }

    @Override
    public Object contested() {
        return List.of(community, period.kind());
    }
}
