package org.linli.web;

import java.net.URI;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Leads whoever has not signed in wholly to the page where they do what is left, and nowhere else at the desk.
///
/// Comes after the filters of security, which have the order -100.
@Component
@Order(0)
class FinishFirst implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.startsWith("/desk")
                ? leftToDo(path).flatMap(to -> to.isEmpty() ? chain.filter(exchange) : lead(exchange, to))
                : chain.filter(exchange);
    }

    /// Never empty: the page to go to first, an empty text where there is none.
    private static Mono<String> leftToDo(String path) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .map(who -> Unfinished.of(who)
                        .map(Unfinished::path)
                        .filter(it -> !it.equals(path))
                        .orElse(""))
                .defaultIfEmpty("");
    }

    private static Mono<Void> lead(ServerWebExchange exchange, String to) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(to));
        return exchange.getResponse().setComplete();
    }
}
