package org.linli.open311;

import java.time.Clock;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Has it written into the audit trail who let whom in; before it is done, so that nothing is done unseen.
@Component
class Notes {

    private final Effects effects;
    private final Clock clock;

    Notes(Effects effects, Clock clock) {
        this.effects = effects;
        this.clock = clock;
    }

    Mono<Void> setting(StaffMember by, String about, String detail) {
        return Mono.defer(() -> effects.commit(List.of(
                new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, about, detail, clock.instant()))));
    }
}
