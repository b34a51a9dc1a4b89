package org.linli.channels.webchat;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Anybody may talk, without signing in. Only our own pages may, see [SameOrigin]: that needs no second cookie, so a
/// line that was left over from yesterday's page can still be sent.
@Configuration(proxyBeanMethods = false)
class WebchatSecurity {

    private static final String ONLY_OURS = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityWebFilterChain webchatSecurityChain(ServerHttpSecurity http) {
        return http.securityMatcher(paths("/chat/**", "/groups/**", "/webchat/**"))
                .authorizeExchange(anybody -> anybody.anyExchange().permitAll())
                // nobody signs in here: without a session, a talk goes on while Redis is away
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .addFilterAt(new SameOrigin(), SecurityWebFiltersOrder.CSRF)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS))
                        .permissionsPolicy(it -> it.policy("camera=(), microphone=(), geolocation=()"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    @Bean
    WebFluxConfigurer seatsInControllers(Seats seats) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(seats);
            }
        };
    }

    private static OrServerWebExchangeMatcher paths(String... patterns) {
        return new OrServerWebExchangeMatcher(Arrays.stream(patterns)
                .map(PathPatternParserServerWebExchangeMatcher::new)
                .toArray(PathPatternParserServerWebExchangeMatcher[]::new));
    }
}
