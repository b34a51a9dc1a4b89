package org.linli.web;

import java.net.URI;
import java.util.Set;
import org.linli.platform.database.CommunityId;
import org.linli.platform.traces.Failed;
import org.linli.web.sessions.StaffSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Leads to the sign-in page and away from it. A page is redirected; htmx is told to go there, and what to say where
/// words that were not sent yet keep it; others get a plain 401.
@Component
class AskToSignIn implements ServerAuthenticationEntryPoint {

    static final String PAGE = "/sign-in";

    private static final String SIGNED_IN =
            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

    private static final Logger LOG = LoggerFactory.getLogger(AskToSignIn.class);

    /// Of RFC 6749 and OpenID Connect, and those by which Spring Security refuses what came back.
    private static final Set<String> KNOWN_CODES = Set.of(
            "access_denied",
            "authorization_request_not_found",
            "interaction_required",
            "invalid_client",
            "invalid_grant",
            "invalid_id_token",
            "invalid_nonce",
            "invalid_redirect_uri_parameter",
            "invalid_request",
            "invalid_scope",
            "invalid_state_parameter",
            "invalid_token_response",
            "invalid_user_info_response",
            "login_required",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client",
            "unsupported_response_type");

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final RedirectServerAuthenticationEntryPoint page = new RedirectServerAuthenticationEntryPoint(PAGE);

    private final StaffSessions sessions;

    AskToSignIn(StaffSessions sessions) {
        this.sessions = sessions;
        page.setRequestCache(new CookieServerRequestCache());
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException missing) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.containsHeader("HX-Request")) {
            return lost(exchange);
        }
        return headers.getAccept().contains(MediaType.TEXT_HTML) ? page.commence(exchange, missing) : notSignedIn();
    }

    /// A form's token is gone with the session, and then the session is what one has to hear of.
    ServerAccessDeniedHandler insteadOf(ServerAccessDeniedHandler denied) {
        return (exchange, missing) ->
                hasLostSession(exchange).flatMap(lost -> lost ? lost(exchange) : denied.handle(exchange, missing));
    }

    /// At the desk nobody is without one.
    private static Mono<Boolean> hasLostSession(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().matches("/desk(/.*)?")
                ? exchange.getSession().map(session -> !session.getAttributes().containsKey(SIGNED_IN))
                : Mono.just(false);
    }

    private static Mono<Void> lost(ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
            exchange.getResponse().getHeaders().set("HX-Redirect", PAGE);
        }
        return notSignedIn();
    }

    private static Mono<Void> notSignedIn() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    /// Remembers the session as the member's, and leads to where one wanted to go before one was asked to sign in.
    ServerAuthenticationSuccessHandler letIn() {
        var handler = new RedirectServerAuthenticationSuccessHandler("/desk");
        handler.setRequestCache(new CookieServerRequestCache());
        return (filtered, who) -> begun(filtered.getExchange(), who)
                .then(Mono.defer(() -> handler.onAuthenticationSuccess(filtered, who)));
    }

    private Mono<Void> begun(ServerWebExchange exchange, Authentication who) {
        return who.getPrincipal() instanceof StaffPrincipal it
                ? sessions.begun(exchange, new CommunityId(it.community()), it.staff())
                : Mono.empty();
    }

    Mono<Void> again(WebFilterExchange exchange, AuthenticationException refused) {
        String why = switch (refused) {
            case LockedException _ -> "slow";
            case AuthenticationServiceException _ -> "away";
            case PasswordsRefused _ -> "refused";
            case EnterFromElsewhere.NotBound _ -> "unbound";
            case OAuth2AuthenticationException _ -> "elsewhere";
            case AuthenticationException _ -> "wrong";
        };
        if (refused instanceof OAuth2AuthenticationException it) {
            LOG.info("somebody came back from elsewhere in vain: {}", known(it));
        }
        if (why.equals("unbound")) {
            LOG.info("somebody came back from elsewhere whom nobody here has bound");
        }
        if (why.equals("away")) {
            LOG.warn("nobody can sign in now: {}", Failed.briefly(refused));
        }
        return redirect.sendRedirect(exchange.getExchange(), URI.create(PAGE + "?" + why));
    }

    /// What the provider, or whoever pretends to be one, wrote into the address is not repeated.
    static String known(OAuth2AuthenticationException refused) {
        String code = refused.getError().getErrorCode();
        return KNOWN_CODES.contains(code) ? code : "for another reason";
    }

    /// Where people choose how to sign in.
    Mono<Void> atThePage(ServerWebExchange exchange) {
        return redirect.sendRedirect(exchange, URI.create(PAGE));
    }

    Mono<Void> goodbye(WebFilterExchange exchange, Authentication who) {
        return redirect.sendRedirect(exchange.getExchange(), URI.create(PAGE + "?bye"));
    }
}
