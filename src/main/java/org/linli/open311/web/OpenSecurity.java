package org.linli.open311.web;

import org.linli.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/// Programs have no session and no forms of ours: their key is all that counts, so there is nothing to forge.
@Configuration(proxyBeanMethods = false)
class OpenSecurity {

    private static final String ONLY_OURS =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    SecurityWebFilterChain openInterfaceChain(ServerHttpSecurity http) {
        return WithoutSession.at(
                        ServerWebExchangeMatchers.pathMatchers(
                                "/open311", "/open311/discovery.*", "/open311/v2/**", "/api/v1/**"),
                        http)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS)))
                .build();
    }
}
