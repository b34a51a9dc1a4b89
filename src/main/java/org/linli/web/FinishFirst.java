package org.linli.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Leads whoever has not signed in wholly to the page where they do what is left; everybody else hears that they may
/// not. What they may is decided in [InService], by the paths that pages have once they are decoded.
@Component
class FinishFirst implements ServerAccessDeniedHandler {

    /// Where they wanted to go, for the time when nothing is left.
    private final CookieServerRequestCache wanted = new CookieServerRequestCache();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .flatMap(who -> Mono.justOrEmpty(Unfinished.of(who)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(left -> remembered(exchange).then(Mono.defer(() -> lead(exchange, left.path()))));
    }

    /// Instead of forgetting it, as is done where somebody has arrived.
    private Mono<Void> remembered(ServerWebExchange exchange) {
        exchange.getResponse().getCookies().remove("REDIRECT_URI");
        return wanted.saveRequest(exchange);
    }

    private static Mono<Void> lead(ServerWebExchange exchange, String to) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(to));
        return exchange.getResponse().setComplete();
    }
}
