package org.linli.polls.web;

import org.linli.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/// Whoever hands in a ballot proves who they are by the ticket in its address, 160 random bits that no other page
/// knows: so nobody can be made to send it unawares, and no token or session is asked for.
@Configuration(proxyBeanMethods = false)
class HandInSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    SecurityWebFilterChain handInSecurityChain(ServerHttpSecurity http) {
        return WithoutSession.at(
                        new PathPatternParserServerWebExchangeMatcher("/vote/*/*/*/ballot", HttpMethod.POST), http)
                .build();
    }
}
