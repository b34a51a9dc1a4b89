package org.linli.web;

import java.time.Clock;
import java.util.List;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.StaffPasswords.Account;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Lets staff in by name and password.
///
/// Signals `BadCredentialsException` (also for a name that nobody has, after the same time), `LockedException` after
/// too many attempts, `AuthenticationServiceException` while Redis or the database is away.
@Component
class SignIn implements ReactiveAuthenticationManager {

    private static final int LONGEST = 128;

    private final Attempts attempts;
    private final StaffPasswords passwords;
    private final Communities communities;
    private final PasswordEncoder encoder;
    private final Effects effects;
    private final Clock clock;
    private final String nobodysHash;

    SignIn(
            Attempts attempts,
            StaffPasswords passwords,
            Communities communities,
            PasswordEncoder encoder,
            Effects effects,
            Clock clock) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.communities = communities;
        this.encoder = encoder;
        this.effects = effects;
        this.clock = clock;
        this.nobodysHash = String.valueOf(encoder.encode(ReadablePassword.next()));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication asked) {
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        if (name.length() > LONGEST || password.length() > LONGEST) {
            return Mono.error(() -> new BadCredentialsException("too long"));
        }
        return attempts.another(name)
                .flatMap(
                        allowed -> allowed ? account(name) : Mono.error(() -> new LockedException("too many attempts")))
                .filterWhen(account -> matches(account, password))
                .flatMap(this::member)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("name or password is wrong")))
                .delayUntil(_ -> attempts.forget(name))
                .delayUntil(member -> effects.commit(List.of(noted(member))))
                .<Authentication>map(SignIn::letIn)
                .onErrorMap(it -> !(it instanceof AuthenticationException), SignIn::away);
    }

    private Noted noted(StaffMember member) {
        return new Noted(member.community(), member.id(), Noted.Kind.SIGNED_IN, "", "", clock.instant());
    }

    /// A name that means several people means nobody.
    private Mono<Account> account(String name) {
        return passwords.named(name).collectList().map(found -> found.size() == 1 ? found.getFirst() : nobody());
    }

    private Mono<Boolean> matches(Account account, String password) {
        String hash = account.hash() == null ? nobodysHash : account.hash();
        return Mono.fromCallable(() -> encoder.matches(password, hash) && account.hash() != null)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<StaffMember> member(Account account) {
        return communities.map(account.community()).flatMap(it -> Mono.justOrEmpty(it.staffMember(account.staff())));
    }

    private static Account nobody() {
        return new Account(new CommunityId("nobody"), "", null);
    }

    private static Authentication letIn(StaffMember member) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new StaffPrincipal(member.community().value(), member.id()),
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + member.role())));
    }

    private static AuthenticationException away(Throwable error) {
        return new AuthenticationServiceException("sign-in cannot be checked now", error);
    }
}
