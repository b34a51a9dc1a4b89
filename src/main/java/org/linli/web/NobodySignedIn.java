package org.linli.web;

import java.security.Principal;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// A call in which nobody is signed in, and that never asks Redis who is.
final class NobodySignedIn extends ServerWebExchangeDecorator {

    NobodySignedIn(ServerWebExchange exchange) {
        super(exchange);
    }

    @Override
    public Mono<WebSession> getSession() {
        return Mono.empty();
    }

    @Override
    public <T extends Principal> Mono<T> getPrincipal() {
        return Mono.empty();
    }
}
