package org.linli.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Prometheus reads the numbers with a key of its own, also while nobody can sign in because Redis is away.
///
/// Without the key, or where none is set, numbers are for administrators, like everything under `/actuator`.
@Configuration(proxyBeanMethods = false)
class Scraping {

    private static final ServerWebExchangeMatcher PROMETHEUS =
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/actuator/prometheus");

    private final byte[] expected;

    Scraping(@Value("${linli.metrics-token:}") String token) {
        this.expected = token.isBlank() ? new byte[0] : ("Bearer " + token.strip()).getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    @Order(0)
    SecurityWebFilterChain scrapingChain(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.matchers(this::hasTheKey))
                .headers(SecurityHeaders::strict)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(it -> it.anyExchange().permitAll())
                .build();
    }

    private Mono<MatchResult> hasTheKey(ServerWebExchange exchange) {
        return PROMETHEUS
                .matches(exchange)
                .flatMap(it -> it.isMatch() && showsTheKey(exchange) ? MatchResult.match() : MatchResult.notMatch());
    }

    private boolean showsTheKey(ServerWebExchange exchange) {
        String shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return expected.length > 0
                && shown != null
                && MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8));
    }
}
