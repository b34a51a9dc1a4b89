package org.linli.open311;

import java.time.Clock;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Has it written into the audit trail who let whom in.
@Component
class Notes {

    private final NoteChange changes;
    private final Clock clock;

    Notes(NoteChange changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// Never empty: whether `change` changed something. What did not is not noted.
    Mono<Boolean> setting(StaffMember by, String about, String detail, Mono<Boolean> change) {
        return changes.where(
                change, new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, about, detail, clock.instant()));
    }
}
