package org.linli.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.linli.platform.traces.Refusals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses what programs and platforms send openly to a proxy, where we are reached by https: led there, whoever sends
/// a key or words by mistake would not notice. Pages are for the proxy to lead.
@Component
@Order(RefuseOpenCalls.INSIDE_SECURITY)
class RefuseOpenCalls implements WebFilter {

    static final int INSIDE_SECURITY = -1;

    private static final Set<String> CALLS = Set.of("/api/", "/open311/v2/", "/webhooks/");
    private static final byte[] WORDS =
            "Call by https: what is sent by http can be read on its way.\n".getBytes(StandardCharsets.UTF_8);

    private final boolean reachedByHttps;
    private final Refusals refusals;

    /// @param site where browsers reach us; empty: nobody knows how
    RefuseOpenCalls(@Value("${linli.public-url:}") String site, Refusals refusals) {
        this.reachedByHttps = site.startsWith("https://");
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return reachedByHttps && isCall(request) && cameOpenly(request) ? refused(exchange) : chain.filter(exchange);
    }

    private static boolean isCall(ServerHttpRequest request) {
        String path = request.getPath().value();
        return CALLS.stream().anyMatch(path::startsWith);
    }

    /// To the outermost proxy. Who says so falsely only refuses themselves; who calls past all proxies is inside.
    private static boolean cameOpenly(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst("X-Forwarded-Proto"))
                .filter(it -> it.split(",", 2)[0].strip().equalsIgnoreCase("http"))
                .isPresent();
    }

    private Mono<Void> refused(ServerWebExchange exchange) {
        refusals.openly(Refusals.print(exchange.getRequest().getRemoteAddress()));
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(WORDS)));
    }
}
