package org.linli.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.secrets.Sealing;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The tokens of forms, in a cookie that scripts do not see and other sites do not send; by https alone where the page
/// came by it. Spring's own asks whether this server spoke TLS, which behind a proxy it never does.
final class TokensOfForms implements ServerCsrfTokenRepository {

    private final ServerCsrfTokenRepository plain = inCookie(false);
    private final ServerCsrfTokenRepository secure = inCookie(true);

    private static ServerCsrfTokenRepository inCookie(boolean secure) {
        var tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(it -> it.sameSite("Strict").httpOnly(true).secure(secure));
        return tokens;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return of(exchange).generateToken(exchange).map(TokensOfForms::drawn);
    }

    /// With 256 bits drawn by lot: Spring's own are UUIDs.
    private static CsrfToken drawn(CsrfToken by) {
        return new DefaultCsrfToken(by.getHeaderName(), by.getParameterName(), Sealing.newSecret());
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return of(exchange).saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return of(exchange).loadToken(exchange);
    }

    private ServerCsrfTokenRepository of(ServerWebExchange exchange) {
        return "https".equals(exchange.getRequest().getURI().getScheme()) ? secure : plain;
    }
}
