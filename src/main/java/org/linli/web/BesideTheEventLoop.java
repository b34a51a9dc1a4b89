package org.linli.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Starts all that is here for browsers beside the event loops: static files and WebJars are read from disks and jars,
/// which would hold up every message that arrives meanwhile.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BesideTheEventLoop implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(Schedulers.boundedElastic());
    }
}
