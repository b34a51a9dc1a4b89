package org.linli.web.me;

import java.time.Clock;
import java.time.Duration;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Whoever signs out their other devices shows again who they are, unless they have just signed in: at a desk that
/// somebody left open, nobody else throws them out everywhere. Those who have no password here sign in anew, where
/// they do it otherwise.
@Component
class ProveAgain {

    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final OwnAccount account;
    private final StaffPasswords passwords;
    private final boolean refused;
    private final Clock clock;

    ProveAgain(
            OwnAccount account,
            StaffPasswords passwords,
            @Value("${linli.passwords.refused:false}") boolean refused,
            Clock clock) {
        this.account = account;
        this.passwords = passwords;
        this.refused = refused;
        this.clock = clock;
    }

    boolean isFresh(WebSession session) {
        return session.getCreationTime().plus(JUST_NOW).isAfter(clock.instant());
    }

    /// Never empty: whether they have a password that lets them in here.
    Mono<Boolean> byPassword(StaffMember member) {
        return refused
                ? Mono.just(false)
                : passwords
                        .of(member.community(), member.id())
                        .map(it -> it.hash() != null)
                        .defaultIfEmpty(false);
    }

    /// Never empty: the end of the key of what is said against it; an empty text where it is them.
    Mono<String> proved(StaffMember member, String password, WebSession session) {
        return isFresh(session)
                ? Mono.just("")
                : byPassword(member)
                        .flatMap(has -> has ? account.proved(member, password) : Mono.just("sign-in-again"));
    }
}
