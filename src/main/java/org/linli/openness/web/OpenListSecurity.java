package org.linli.openness.web;

import org.linli.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/// Open to everybody, without a session. Who answers is known by the secret in the address, which no other page has, so
/// there is nothing to forge; and no page that a link leads to hears of it.
@Configuration(proxyBeanMethods = false)
class OpenListSecurity {

    private static final String ONLY_OURS =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 21)
    SecurityWebFilterChain openListChain(ServerHttpSecurity http) {
        return WithoutSession.at(ServerWebExchangeMatchers.pathMatchers("/open/**"), http)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
