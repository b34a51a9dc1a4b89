package org.linli.web.passwords;

import java.time.Clock;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.web.sessions.StaffSessions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes over the password that staff members chose for themselves; that they did is written into the trail.
@Service
public class ChoosePassword {

    private final StaffPasswords passwords;
    private final Passwords hashing;
    private final StaffSessions sessions;
    private final Effects effects;
    private final Clock clock;

    ChoosePassword(StaffPasswords passwords, Passwords hashing, StaffSessions sessions, Effects effects, Clock clock) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.sessions = sessions;
        this.effects = effects;
        this.clock = clock;
    }

    /// What members chose for themselves; ends their other sessions.
    ///
    /// @param here the handle of the session that goes on
    public Mono<Long> chosen(StaffMember member, String password, String here) {
        return keep(member, password).then(Mono.defer(() -> sessions.endOthers(member.community(), member.id(), here)));
    }

    private Mono<Boolean> keep(StaffMember member, String password) {
        return hashing.hash(password)
                .flatMap(hash -> passwords.set(member.community(), member.id(), hash))
                .delayUntil(_ -> effects.commit(List.of(noted(member))));
    }

    private Noted noted(StaffMember member) {
        String about = "staff/" + member.id();
        return new Noted(
                member.community(),
                member.id(),
                Noted.Kind.SETTING_CHANGED,
                about,
                "own password chosen",
                clock.instant());
    }
}
