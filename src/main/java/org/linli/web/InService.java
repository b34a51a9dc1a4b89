package org.linli.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets in who is signed in and still one of the staff, with the role of now and not that of the sign-in; half a day
/// after the sign-in they sign in again, however busy they were (OWASP ASVS 5.0.0, 7.3.2).
@Component
class InService implements ReactiveAuthorizationManager<AuthorizationContext> {

    static final Duration LONGEST = Duration.ofHours(12);

    private final SignedIn signedIn;
    private final Clock clock;

    InService(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return decided(authentication.filter(it -> Unfinished.of(it).isEmpty()), context, _ -> true);
    }

    /// The same, and who has shown a password and not yet what else is asked for.
    ReactiveAuthorizationManager<AuthorizationContext> alsoHalfway() {
        return (authentication, context) -> decided(authentication, context, _ -> true);
    }

    ReactiveAuthorizationManager<AuthorizationContext> as(Role role) {
        return (authentication, context) ->
                decided(authentication.filter(it -> signedInAs(it, role)), context, it -> it.role() == role);
    }

    /// Whoever still has to choose a password has signed in as nobody.
    private static boolean signedInAs(Authentication who, Role role) {
        return who.getAuthorities().stream().anyMatch(it -> ("ROLE_" + role).equals(it.getAuthority()));
    }

    private Mono<AuthorizationResult> decided(
            Mono<Authentication> authentication, AuthorizationContext context, Predicate<StaffMember> rightful) {
        return authentication
                .flatMap(signedIn::member)
                .filter(rightful)
                .filterWhen(_ -> fresh(context))
                .<AuthorizationResult>map(_ -> new AuthorizationDecision(true))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private Mono<Boolean> fresh(AuthorizationContext context) {
        return context.getExchange()
                .getSession()
                .map(session -> session.getCreationTime())
                .map(begun -> isFresh(begun, clock.instant()));
    }

    static boolean isFresh(Instant begun, Instant now) {
        return now.isBefore(begun.plus(LONGEST));
    }
}
