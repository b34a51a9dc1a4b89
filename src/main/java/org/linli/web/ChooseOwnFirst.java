package org.linli.web;

import java.net.URI;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Leads whoever signed in with a password that an administrator gave them to the page where they choose their own; a
/// password that two people know proves nothing.
///
/// Comes after the filters of security, which have the order -100.
@Component
@Order(0)
class ChooseOwnFirst implements WebFilter {

    static final String AUTHORITY = "PASSWORD_GIVEN";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.equals(FirstPasswordPage.PATH) || !path.startsWith("/desk")
                ? chain.filter(exchange)
                : hasToChoose().flatMap(has -> has ? lead(exchange) : chain.filter(exchange));
    }

    private static Mono<Boolean> hasToChoose() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .map(ChooseOwnFirst::isGiven)
                .defaultIfEmpty(false);
    }

    private static boolean isGiven(Authentication who) {
        return who.getAuthorities().stream().anyMatch(it -> AUTHORITY.equals(it.getAuthority()));
    }

    private static Mono<Void> lead(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(FirstPasswordPage.PATH));
        return exchange.getResponse().setComplete();
    }
}
