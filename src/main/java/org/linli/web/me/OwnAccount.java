package org.linli.web.me;

import java.util.List;
import java.util.Locale;
import org.linli.community.StaffMember;
import org.linli.web.passwords.ChoosePassword;
import org.linli.web.passwords.Weakness;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Changes the password of whoever is signed in, once they have shown the old one again.
@Component
class OwnAccount {

    private final ReactiveAuthenticationManager signIn;
    private final ChoosePassword choose;

    OwnAccount(ReactiveAuthenticationManager signIn, ChoosePassword choose) {
        this.signIn = signIn;
        this.choose = choose;
    }

    /// Never empty: the end of the key of what is said about it. Guesses of the old password count like any others.
    ///
    /// @param here the handle of the session that goes on
    Mono<String> change(StaffMember member, NewPassword wanted, String here) {
        if (!wanted.fresh().equals(wanted.again())) {
            return Mono.just("twice");
        }
        return Weakness.of(wanted.fresh(), List.of(member.id(), member.name(), member.unit()))
                .map(weakness -> Mono.just(weakness.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> shown(member, wanted.old())
                        .then(Mono.defer(() -> choose.chosen(member, wanted.fresh(), here)))
                        .thenReturn("changed"))
                .onErrorResume(BadCredentialsException.class, _ -> Mono.just("old"))
                .onErrorResume(LockedException.class, _ -> Mono.just("slow"));
    }

    /// Never empty: the end of the key of what is said against it; an empty text where the password is theirs.
    Mono<String> proved(StaffMember member, String password) {
        return shown(member, password)
                .thenReturn("")
                .onErrorResume(BadCredentialsException.class, _ -> Mono.just("old"))
                .onErrorResume(LockedException.class, _ -> Mono.just("slow"));
    }

    private Mono<Void> shown(StaffMember member, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        member.id() + "@" + member.community(), password))
                .then();
    }
}
