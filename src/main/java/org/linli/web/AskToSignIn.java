package org.linli.web;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Leads to the sign-in page and away from it. A page is redirected; htmx is told to go there; others get a plain 401.
@Component
class AskToSignIn implements ServerAuthenticationEntryPoint {

    static final String PAGE = "/sign-in";

    private static final Logger LOG = LoggerFactory.getLogger(AskToSignIn.class);

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final RedirectServerAuthenticationEntryPoint page = new RedirectServerAuthenticationEntryPoint(PAGE);

    AskToSignIn() {
        page.setRequestCache(new CookieServerRequestCache());
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException missing) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.containsHeader("HX-Request")) {
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            exchange.getResponse().getHeaders().set("HX-Redirect", PAGE);
            return exchange.getResponse().setComplete();
        }
        return headers.getAccept().contains(MediaType.TEXT_HTML)
                ? page.commence(exchange, missing)
                : Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    /// Where one wanted to go before one was asked to sign in.
    RedirectServerAuthenticationSuccessHandler then(String otherwise) {
        var handler = new RedirectServerAuthenticationSuccessHandler(otherwise);
        handler.setRequestCache(new CookieServerRequestCache());
        return handler;
    }

    Mono<Void> again(WebFilterExchange exchange, AuthenticationException refused) {
        String why = switch (refused) {
            case LockedException _ -> "slow";
            case AuthenticationServiceException _ -> "away";
            case AuthenticationException _ -> "wrong";
        };
        if (why.equals("away")) {
            LOG.warn("nobody can sign in now: {}", String.valueOf(refused.getCause()));
        }
        return redirect.sendRedirect(exchange.getExchange(), URI.create(PAGE + "?" + why));
    }

    Mono<Void> goodbye(WebFilterExchange exchange, Authentication who) {
        return redirect.sendRedirect(exchange.getExchange(), URI.create(PAGE + "?bye"));
    }
}
