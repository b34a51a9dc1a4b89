package org.linli.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.community.StaffElsewhere;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.web.elsewhere.Identity;
import org.linli.web.elsewhere.SignInElsewhere;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.server.OAuth2AuthorizationRequestRedirectWebFilter;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets in staff who proved elsewhere who they are, with a session like any other. Nobody gets in whom an administrator
/// has not bound to that name, and nobody is made a member of the staff by it.
@Component
class EnterFromElsewhere {

    /// Our own page, or what somebody typed or had kept. Browsers of before say nothing.
    private static final Set<String> OF_THEIR_OWN_WILL = Set.of("same-origin", "none");

    private final SignInElsewhere elsewhere;
    private final StaffElsewhere staff;
    private final Attempts attempts;
    private final AskToSignIn ask;
    private final Effects effects;
    private final Clock clock;

    EnterFromElsewhere(
            SignInElsewhere elsewhere,
            StaffElsewhere staff,
            Attempts attempts,
            AskToSignIn ask,
            Effects effects,
            Clock clock) {
        this.elsewhere = elsewhere;
        this.staff = staff;
        this.attempts = attempts;
        this.ask = ask;
        this.effects = effects;
        this.clock = clock;
    }

    /// Nobody of the staff is known by that name.
    static final class NotBound extends AuthenticationException {

        private static final long serialVersionUID = 1;

        NotBound() {
            super("nobody here is bound to that name");
        }
    }

    /// Sends people away. Each leaves a session behind, so an address may do it as often as it may sign in.
    WebFilter leave() {
        var leaving = elsewhere.leaving();
        var redirect = new OAuth2AuthorizationRequestRedirectWebFilter(elsewhere.question());
        return (exchange, chain) -> leaving.matches(exchange)
                .flatMap(it -> it.isMatch() ? leaveByOwnWill(exchange, chain, redirect) : chain.filter(exchange));
    }

    /// A page of somebody else's sends nobody away: where the provider knows them, they would come back signed in
    /// without having done anything.
    private Mono<Void> leaveByOwnWill(ServerWebExchange exchange, WebFilterChain chain, WebFilter redirect) {
        String whose = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
        return whose == null || OF_THEIR_OWN_WILL.contains(whose)
                ? leave(exchange, chain, redirect)
                : ask.atThePage(exchange);
    }

    private Mono<Void> leave(ServerWebExchange exchange, WebFilterChain chain, WebFilter redirect) {
        return attempts.another(Attempts.Whence.of(exchange))
                .onErrorMap(EnterFromElsewhere::away)
                .filter(allowed -> allowed)
                .switchIfEmpty(Mono.error(() -> new LockedException("too many attempts")))
                .flatMap(_ -> redirect.filter(exchange, chain))
                .onErrorResume(
                        AuthenticationException.class,
                        refused -> ask.again(new WebFilterExchange(exchange, chain), refused));
    }

    /// Takes people back.
    WebFilter enter() {
        var filter = new AuthenticationWebFilter((ReactiveAuthenticationManager) this::entered);
        filter.setRequiresAuthenticationMatcher(elsewhere.returning());
        filter.setServerAuthenticationConverter(elsewhere.answer());
        filter.setSecurityContextRepository(new WebSessionServerSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(ask.letIn());
        filter.setAuthenticationFailureHandler(ask::again);
        return filter;
    }

    private Mono<Authentication> entered(Authentication answer) {
        return elsewhere
                .who(answer)
                .flatMap(this::known)
                .switchIfEmpty(Mono.error(NotBound::new))
                .delayUntil(_ -> Attempts.whence().flatMap(attempts::forget))
                .<Authentication>map(member -> StaffPrincipal.signedIn(member, "ROLE_" + member.role()))
                .onErrorMap(it -> !(it instanceof AuthenticationException), EnterFromElsewhere::away);
    }

    /// A name that means several people means nobody.
    private Mono<StaffMember> known(Identity identity) {
        return staff.known(identity.where(), identity.subject())
                .filter(it -> identity.mayBelongTo().test(it.community()))
                .collectList()
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .delayUntil(it -> effects.commit(List.of(noted(it, identity))));
    }

    private Noted noted(StaffMember member, Identity identity) {
        String where = identity.where().name().toLowerCase(Locale.ROOT);
        return new Noted(member.community(), member.id(), Noted.Kind.SIGNED_IN, "", where, clock.instant());
    }

    private static AuthenticationException away(Throwable error) {
        return new AuthenticationServiceException("sign-in cannot be checked now", error);
    }
}
