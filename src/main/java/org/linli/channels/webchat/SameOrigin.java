package org.linli.channels.webchat;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets nobody else's page write in a visitor's name.
///
/// Every browser of today says in `Sec-Fetch-Site` whose page asks, and older ones in `Origin`; neither can be set by
/// a page. The cookie is `SameSite=Lax` besides. What sends neither is no browser and has nobody's cookie.
final class SameOrigin implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (READING.contains(exchange.getRequest().getMethod()) || isOurs(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        return exchange.getResponse().setComplete();
    }

    private static boolean isOurs(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        String origin = request.getHeaders().getOrigin();
        return site != null ? OURS.contains(site) : origin == null || origin.equals(own(request.getURI()));
    }

    private static @Nullable String own(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
