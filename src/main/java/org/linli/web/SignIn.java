package org.linli.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.StaffPasswords.Account;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.web.Attempts.Whence;
import org.linli.web.elsewhere.SignInElsewhere;
import org.linli.web.factor.RequiredRoles;
import org.linli.web.factor.SecondFactors;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.Weakness;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets staff in by name and password.
///
/// Signals `BadCredentialsException` (also for a name that nobody has, after the same time), `LockedException` after
/// too many attempts, `AuthenticationServiceException` while Redis or the database is away.
@Component
class SignIn implements ReactiveAuthenticationManager {

    /// @param left to do before they get a role; empty where nothing is
    private record Known(StaffMember member, Optional<Unfinished> left) {}

    private final Attempts attempts;
    private final StaffPasswords passwords;
    private final Communities communities;
    private final Passwords hashing;
    private final SecondFactors factors;
    private final RequiredRoles required;
    private final boolean refused;
    private final Effects effects;
    private final Clock clock;

    SignIn(
            Attempts attempts,
            StaffPasswords passwords,
            Communities communities,
            Passwords hashing,
            SecondFactors factors,
            RequiredRoles required,
            PasswordSettings settings,
            SignInElsewhere elsewhere,
            Effects effects,
            Clock clock) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.communities = communities;
        this.hashing = hashing;
        this.factors = factors;
        this.required = required;
        this.refused = settings.beside(elsewhere.places()).refused();
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication asked) {
        if (refused) {
            return Mono.error(PasswordsRefused::new);
        }
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        if (name.length() > Weakness.LONGEST || password.length() > Weakness.LONGEST) {
            return Mono.error(() -> new BadCredentialsException("too long"));
        }
        return Attempts.whence().flatMap(whence -> authenticate(name, password, whence));
    }

    private Mono<Authentication> authenticate(String name, String password, Whence whence) {
        return attempts.another(name, whence)
                .flatMap(allowed -> allowed ? account(name) : lockedOut(name, whence))
                .filterWhen(
                        account -> matches(account, password).doOnNext(right -> tellIfWrong(account, right, whence)))
                .delayUntil(account -> renew(account, password))
                .flatMap(this::known)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("name or password is wrong")))
                .delayUntil(_ -> attempts.forget(name, whence))
                .delayUntil(this::note)
                .<Authentication>map(SignIn::letIn)
                .onErrorMap(it -> !(it instanceof AuthenticationException), SignIn::away);
    }

    /// Stands in the trail once, without what was typed; of a name that nobody has, nothing does.
    private Mono<Account> lockedOut(String name, Whence whence) {
        return attempts.isFirstRefusal(name)
                .filter(first -> first)
                .doOnNext(_ -> FailedSignIns.tooMany(whence))
                .flatMap(_ -> passwords.named(name).collectList())
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .flatMap(it -> effects.commit(
                        List.of(new Noted(it.community(), it.staff(), Noted.Kind.LOCKED_OUT, "", "", clock.instant()))))
                .then(Mono.error(() -> new LockedException("too many attempts")));
    }

    /// Who still has to show a second factor has not signed in.
    private Mono<Void> note(Known known) {
        return known.left().equals(Optional.of(Unfinished.SECOND_FACTOR))
                ? Mono.empty()
                : effects.commit(List.of(noted(known.member())));
    }

    private Noted noted(StaffMember member) {
        return new Noted(member.community(), member.id(), Noted.Kind.SIGNED_IN, "", "", clock.instant());
    }

    /// A name that means several people means nobody.
    private Mono<Account> account(String name) {
        return passwords.named(name).collectList().map(found -> found.size() == 1 ? found.getFirst() : nobody());
    }

    private Mono<Boolean> matches(Account account, String password) {
        String hash = account.hash();
        return hash == null ? hashing.matchesNobody(password) : hashing.matches(password, hash);
    }

    private static void tellIfWrong(Account account, boolean right, Whence whence) {
        if (!right) {
            FailedSignIns.wrongPassword(account, whence);
        }
    }

    /// A hash of an older kind gives way to one of ours, unless the password was changed meanwhile.
    private Mono<Void> renew(Account account, String password) {
        return Mono.justOrEmpty(account.hash())
                .filter(hashing::isOutdated)
                .flatMap(old -> hashing.hash(password).flatMap(fresh -> passwords.replace(account, old, fresh)))
                .then();
    }

    private Mono<Known> known(Account account) {
        return communities
                .map(account.community())
                .flatMap(it -> Mono.justOrEmpty(it.staffMember(account.staff())))
                .flatMap(member -> left(member, account).map(left -> new Known(member, left)));
    }

    private Mono<Optional<Unfinished>> left(StaffMember member, Account account) {
        return account.given()
                ? Mono.just(Optional.of(Unfinished.PASSWORD_GIVEN))
                : factors.isOn(member)
                        .flatMap(on -> on ? Mono.just(true) : required.include(member))
                        .map(asked -> asked ? Optional.of(Unfinished.SECOND_FACTOR) : Optional.empty());
    }

    private static Account nobody() {
        return new Account(new CommunityId("nobody"), "", null, false);
    }

    private static Authentication letIn(Known known) {
        var member = known.member();
        return StaffPrincipal.signedIn(
                member, known.left().map(Unfinished::authority).orElse("ROLE_" + member.role()));
    }

    private static AuthenticationException away(Throwable error) {
        return new AuthenticationServiceException("sign-in cannot be checked now", error);
    }
}
