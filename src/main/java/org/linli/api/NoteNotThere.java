package org.linli.api;

import org.linli.platform.traces.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Notes each call that named what is not there or not theirs, whether it read or changed something.
@Component
class NoteNotThere implements WebFilter {

    private final Refusals refusals;

    NoteNotThere(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> note(exchange)));
        }
        return chain.filter(exchange);
    }

    private void note(ServerWebExchange exchange) {
        if (HttpStatus.NOT_FOUND.equals(exchange.getResponse().getStatusCode())) {
            refusals.notThere(exchange);
        }
    }
}
