package org.linli.notices.web;

import org.linli.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/// Notices are read without a session. Who confirms is known by the signature in the address, so there is nothing to
/// forge; and no page that a link leads to hears of it.
@Configuration(proxyBeanMethods = false)
class ReadSecurity {

    private static final String ONLY_OURS =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 22)
    SecurityWebFilterChain readNoticesChain(ServerHttpSecurity http) {
        return WithoutSession.at(ServerWebExchangeMatchers.pathMatchers("/notice/**", "/board/**"), http)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
