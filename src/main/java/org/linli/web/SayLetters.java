package org.linli.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Says of every text that it is UTF-8, as all of ours are: pages, scripts and styles do not say so by themselves, and
/// whoever has to guess may be made to guess wrong.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SayLetters implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> say(response.getHeaders())));
        return chain.filter(exchange);
    }

    private static void say(HttpHeaders headers) {
        var type = headers.getContentType();
        if (type != null && type.getType().equals("text") && type.getCharset() == null) {
            headers.setContentType(new MediaType(type, StandardCharsets.UTF_8));
        }
    }
}
