package org.linli.administration.employing;

import java.time.Clock;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.community.personnel.Employee;
import org.linli.community.personnel.Personnel;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.web.sessions.StaffSessions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Ends where staff is signed in, and nothing else: they sign in again as before. It stands in the trail before it is
/// done, so that nobody is signed out unseen. Founders too: whoever may suspend them may do the less.
@Service
public class SignOutStaff {

    private final Personnel personnel;
    private final StaffSessions sessions;
    private final Effects effects;
    private final Clock clock;

    SignOutStaff(Personnel personnel, StaffSessions sessions, Effects effects, Clock clock) {
        this.personnel = personnel;
        this.sessions = sessions;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty: how many sessions were ended.
    ///
    /// @param kept as at [#all]
    public Mono<Long> one(StaffMember by, String id, String kept) {
        return noted(by, "staff/" + id).then(Mono.defer(() -> end(by, id, kept)));
    }

    /// Everybody of the community, also where one of them fails, which is signalled at the end. Never empty: how many
    /// sessions were ended.
    ///
    /// @param kept the handle of the session of whoever does it, which goes on; empty where there is none
    public Mono<Long> all(StaffMember by, String kept) {
        return noted(by, "staff")
                .then(Mono.defer(
                        () -> personnel.all(by.community()).map(Employee::id).collectList()))
                .flatMapIterable(ids -> ids)
                .concatMapDelayError(id -> end(by, id, kept))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> end(StaffMember by, String id, String kept) {
        return sessions.endOthers(by.community(), id, id.equals(by.id()) ? kept : "");
    }

    private Mono<Void> noted(StaffMember by, String about) {
        return effects.commit(List.of(new Noted(
                by.community(), by.id(), Noted.Kind.SETTING_CHANGED, about, "signed out everywhere", clock.instant())));
    }
}
