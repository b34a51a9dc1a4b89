package org.linli.standin;

import java.net.InetSocketAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Whoever sits at this machine may play people; nobody else even learns that they could.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("linli.stand-ins")
class StandInSecurity {

    private static final String ONLY_OURS = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    SecurityWebFilterChain standInSecurityChain(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/stand-in", "/stand-in/**"))
                .authorizeExchange(anybody -> anybody.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(StandInSecurity::onlyFromHere, SecurityWebFiltersOrder.FIRST)
                .csrf(it -> it.csrfTokenRepository(tokens()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS)))
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    private static CookieServerCsrfTokenRepository tokens() {
        var tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(it -> it.sameSite("Strict").httpOnly(true));
        return tokens;
    }

    private static Mono<Void> onlyFromHere(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress caller = exchange.getRequest().getRemoteAddress();
        if (caller != null && caller.getAddress() != null && caller.getAddress().isLoopbackAddress()) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }
}
