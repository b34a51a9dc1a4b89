package org.linli.web;

import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;

/// What browsers are told: take everything from here, nothing inline, nobody frames us.
final class SecurityHeaders {

    /// Tabler draws its arrows as `data:` pictures; a picture that is about to be sent is a `blob:`.
    static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void strict(HeaderSpec headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(POLICY))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(it -> it.policy("camera=(), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
