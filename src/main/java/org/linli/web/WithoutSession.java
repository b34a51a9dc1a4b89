package org.linli.web;

import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/// Addresses that are open to everybody, or that learn in another way who calls. No session is read and none is made:
/// there is nothing that another page could make use of, so no token is asked for, and they work while Redis is away.
public final class WithoutSession {

    private WithoutSession() {}

    /// The beginning of a chain, to which what is special is added.
    public static ServerHttpSecurity at(ServerWebExchangeMatcher addresses, ServerHttpSecurity http) {
        return http.securityMatcher(addresses)
                .headers(SecurityHeaders::strict)
                .authorizeExchange(anybody -> anybody.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable);
    }
}
